import {type Client, createClient} from '../../mixpanel/client.ts';
import {chooseOrganization, readIdentity} from '../../mixpanel/discover.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {Identity, OrganizationReference, Read} from '../../types/facts.ts';
import type {SafeText} from '../../types/safe-text.ts';
import type {Target} from '../../types/target.ts';
import {tool} from '../../types/tool.ts';
import type {Connection} from './connection.ts';

/** What the first call told: which organization this is, or what stands in the way. */
export type Reached =
	| {
			readonly kind: 'reached';
			readonly client: Client;
			readonly identity: Read<Identity>;
			readonly target: Exclude<Target, {kind: 'byHand'}>;
	  }
	/** The key reaches several and none was asked for. */
	| {readonly kind: 'several'; readonly organizations: readonly OrganizationReference[]}
	/** The asked organization is not one the key reaches. */
	| {
			readonly kind: 'not_listed';
			readonly askedId: string;
			readonly organizations: readonly OrganizationReference[];
	  }
	/** The key is accepted and names no organization, and none was asked for. */
	| {readonly kind: 'none'}
	/** The key is refused (401). */
	| {readonly kind: 'refused'; readonly identity: Read<Identity>}
	/** The first call was not answered, and without an id there is nothing to go on with. */
	| {readonly kind: 'unanswered'; readonly identity: Exclude<Read<Identity>, {outcome: 'ok'}>};

export type ReachOptions = {
	readonly signal: AbortSignal;
	readonly now: () => Date;
	/** Told before each pause that the service asks for: `limit reached, 12 s`. */
	readonly onWaiting?: (what: string) => void;
	/** Stands in front of the client, to see what goes through it. */
	readonly watch?: (client: Client) => Client;
};

/**
Make the first call and settle which organization is meant. Expected failures are return values.
Throws a MixpanelError with code `cancelled` when the signal aborts.
*/
export async function reachOrganization(connection: Connection, options: ReachOptions): Promise<Reached> {
	const {baseUrl, credentials, organizationId} = connection;
	const own = createClient({
		baseUrl,
		...credentials,
		signal: options.signal,
		version: tool.version,
		now: options.now,
		onWait: ({seconds, attempt}) =>
			options.onWaiting?.(`waiting ${Math.ceil(seconds)} s, try ${attempt} of 4`),
	});
	const client = options.watch?.(own) ?? own;
	const identity = await readIdentity(client, options.now);
	if (identity.unauthorized) {
		return {kind: 'refused', identity};
	}

	const reached = (id: string, name: SafeText): Reached => ({
		kind: 'reached',
		client,
		identity,
		target:
			baseUrl.kind === 'live'
				? {kind: 'live', region: baseUrl.region, organizationId: id, name}
				: {kind: 'simulated', organizationId: id, name},
	});
	if (identity.outcome !== 'ok') {
		return organizationId === null
			? {kind: 'unanswered', identity}
			: reached(organizationId, unnamed(organizationId));
	}

	const choice = chooseOrganization(identity.value, organizationId);
	switch (choice.kind) {
		case 'chosen': {
			return reached(choice.organization.id, choice.organization.name);
		}

		case 'not_listed': {
			// A key that lists nothing may still read the organization whose id a person knows (mixpanel-api §2).
			return identity.value.organizations.length === 0
				? reached(choice.askedId, unnamed(choice.askedId))
				: {...choice, organizations: identity.value.organizations};
		}

		case 'several':
		case 'none': {
			return choice;
		}
	}
}

function unnamed(organizationId: string): SafeText {
	return makeSafe(`Organization ${organizationId}`);
}
