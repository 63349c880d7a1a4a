import type {Connection} from './connection.ts';
import type {Reached} from './reach-organization.ts';

/** Why no organization was reached, in sentences: what happened, why, what to do next. Names no secret. */
export function describeReached(
	reached: Exclude<Reached, {kind: 'reached'}>,
	connection: Connection,
): string {
	switch (reached.kind) {
		case 'refused': {
			const {baseUrl} = connection;
			const other =
				baseUrl.kind === 'live'
					? ` Or it belongs to another region than ${baseUrl.region.toUpperCase()}.`
					: '';
			return `Mixpanel refused the key (401). The name or the secret is wrong, or the account has expired.${other} Check both and connect again.`;
		}

		case 'unanswered': {
			const {reason, outcome} = reached.identity;
			return `The first call got no usable answer (${outcome}): ${reason.replace(/\.$/, '')}. Check the network and the address, or give the organization’s id and try again.`;
		}

		case 'none': {
			return 'The key is accepted, and names no organization. Give the organization’s id with --organization; it is the number in the SSO postback URL.';
		}

		case 'several': {
			return `The key reaches several organizations: ${names(reached.organizations)}. Say which one with --organization ID.`;
		}

		case 'not_listed': {
			return `The key does not reach organization ${reached.askedId}; it reaches ${names(reached.organizations)}. Use that id, or the key of the other organization.`;
		}
	}
}

function names(organizations: readonly {readonly id: string; readonly name: string}[]): string {
	return organizations.map(({id, name}) => `${name} (${id})`).join(', ');
}
