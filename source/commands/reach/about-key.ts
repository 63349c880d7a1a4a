import {keyReach} from '../../assessment/key-reach.ts';
import {controls} from '../../controls/index.ts';
import {roleWords} from '../../controls/rule-kinds/role-words.ts';
import type {Identity, Read} from '../../types/facts.ts';

/**
What a key that is no Owner or Admin cannot judge, by the role that `/me` gives it, before anything else is read; null
for any other key, and where the role is not told (mixpanel-api §2).
*/
export function aboutKey(identity: Read<Identity>, organizationId: string): string | null {
	const role =
		identity.outcome === 'ok'
			? (identity.value.organizations.find(({id}) => id === organizationId)?.role ?? null)
			: null;
	if (role === null || role === 'other' || role === 'owner' || role === 'admin') {
		return null;
	}

	// What its roles in projects open is documented nowhere: this is the most it can be.
	const {judged, of} = keyReach(controls, {readOrganization: false, readProjectAccounts: true});
	return `This key is ${roleWords[role]} of the organization: it can judge ${judged} of ${of} rules at most, in its own projects; the others need a key with the organization role Admin.`;
}
