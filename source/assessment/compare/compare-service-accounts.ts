import {roleWords} from '../../controls/rule-kinds/role-words.ts';
import {accountResource} from '../../controls/rule-kinds/service-account-resource.ts';
import type {ControlId} from '../../types/control.ts';
import type {ServiceAccount} from '../../types/facts.ts';
import {compareLists, type Difference} from './difference.ts';

const ofAccounts: readonly ControlId[] = ['3.1'];
const ofRoles: readonly ControlId[] = ['2.3', '3.1'];

/** Service accounts that came, went, expire on another day, or have another role in the organization. */
export function compareServiceAccounts(
	before: readonly ServiceAccount[],
	after: readonly ServiceAccount[],
): Difference[] {
	return compareLists(before, after, {
		added: account => ({
			kind: 'added',
			sentence: `${account.username} is new, ${expiryOf(account)}`,
			resource: accountResource(account),
			controls: controlsOf(account),
		}),
		gone: account => ({
			kind: 'gone',
			sentence: `${account.username} is gone`,
			resource: accountResource(account),
			controls: controlsOf(account),
		}),
		changes: (old, account) => [
			...(expiryOf(old) === expiryOf(account)
				? []
				: [
						{
							kind: 'changed' as const,
							sentence: `${account.username} ${expiryOf(account)} now`,
							resource: accountResource(account),
							controls: ofAccounts,
						},
					]),
			...(old.organizationRole === account.organizationRole ||
			old.organizationRole === null ||
			account.organizationRole === null
				? []
				: [
						{
							kind: 'changed' as const,
							sentence: `${account.username} is ${roleWords[account.organizationRole]} of the organization now`,
							resource: accountResource(account),
							controls: ofRoles,
						},
					]),
		],
	});
}

function controlsOf({organizationRole: role}: ServiceAccount): readonly ControlId[] {
	return role === 'owner' || role === 'admin' ? ofRoles : ofAccounts;
}

function expiryOf({expires}: ServiceAccount): string {
	return expires === null ? 'never expires' : `expires on ${expires.slice(0, 10)}`;
}
