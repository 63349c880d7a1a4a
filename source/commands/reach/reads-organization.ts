import {ask} from '../../mixpanel/ask.ts';
import type {Client} from '../../mixpanel/client.ts';
import {usersQuestion} from '../../mixpanel/facts/organization-facts.ts';
import type {Identity, Read} from '../../types/facts.ts';

/**
Whether a key may read the organization. Its role says so where `/me` gives one; where it does not, nothing is
concluded and one read is tried (mixpanel-api §2).
*/
export async function readsOrganization(
	client: Client,
	identity: Read<Identity>,
	organizationId: string,
	context: {readonly now: () => Date; readonly signal: AbortSignal},
): Promise<boolean> {
	const role =
		identity.outcome === 'ok'
			? (identity.value.organizations.find(({id}) => id === organizationId)?.role ?? null)
			: null;
	if (role !== null && role !== 'other') {
		return role === 'owner' || role === 'admin';
	}

	const {read} = await ask(client, usersQuestion(organizationId), context);
	return read.outcome === 'ok';
}
