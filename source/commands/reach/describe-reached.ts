import type {ReadFailure} from '../../types/facts.ts';
import type {Connection} from './connection.ts';
import type {Reached} from './reach-organization.ts';
import type {Trouble} from './trouble.ts';

/** Why no organization was reached. Names no secret. */
export function describeReached(
	reached: Exclude<Reached, {kind: 'reached'}>,
	{baseUrl}: Connection,
): Trouble {
	switch (reached.kind) {
		case 'refused': {
			const other =
				baseUrl.kind === 'live'
					? ` Or it belongs to another region than ${baseUrl.region.toUpperCase()}.`
					: '';
			return {
				what: 'Mixpanel refused the key (401).',
				why: `The name or the secret is wrong, or the account has expired.${other}`,
				next: 'Check both, or make a new service account in Settings → Org → Service Accounts, and try again.',
			};
		}

		case 'unanswered': {
			const {reason, outcome} = reached.identity;
			return {
				what: `The first call got no usable answer (${outcome.replace('_', ' ')}).`,
				why: `${reason.replace(/\.$/, '')}.`,
				next: advice[outcome],
			};
		}

		case 'none': {
			return {
				what: 'The key is accepted, and names no organization.',
				why: 'Which one is meant has to be known.',
				next: 'Give the organization’s id with --organization; it is the number in the SSO postback URL.',
			};
		}

		case 'several': {
			return {
				what: `The key reaches several organizations: ${names(reached.organizations)}.`,
				why: 'Which one is meant has to be known.',
				next: 'Say which one with --organization ID.',
			};
		}

		case 'not_listed': {
			return {
				what: `The key does not reach organization ${reached.askedId}.`,
				why: `It reaches ${names(reached.organizations)}.`,
				next: 'Use that id, or the key of the other organization.',
			};
		}
	}
}

/** What to do when the first call, or every one, came to this. */
export const advice: {readonly [Name in ReadFailure]: string} = {
	denied:
		'Use a service account with the role Admin, made in Settings → Org → Service Accounts, or give the organization’s id.',
	not_found: 'Check the address, or give the organization’s id, and try again.',
	unreadable:
		'Check the address, and whether something between here and Mixpanel answers in its place; then try again.',
	timeout: 'Check the network and the address, or give the organization’s id, and try again.',
	network: 'Check the network and the address, or give the organization’s id, and try again.',
};

function names(organizations: readonly {readonly id: string; readonly name: string}[]): string {
	return organizations.map(({id, name}) => `${name} (${id})`).join(', ');
}
