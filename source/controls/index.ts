import type {Control} from '../types/control.ts';
import {accessRequests} from './access-requests/index.ts';
import {activityLogs} from './activity-logs/index.ts';
import {adminAccess} from './admin-access/index.ts';
import {dataGovernance} from './data-governance/index.ts';
import {organizationRoles} from './organization-roles/index.ts';
import {projectAccess} from './project-access/index.ts';
import {serviceAccounts} from './service-accounts/index.ts';
import {sso} from './sso/index.ts';
import {twoFactor} from './two-factor/index.ts';

/** The nine controls in the guide's order. */
export const controls: readonly Control[] = [
	sso,
	twoFactor,
	accessRequests,
	organizationRoles,
	projectAccess,
	adminAccess,
	serviceAccounts,
	dataGovernance,
	activityLogs,
];

/** The control with this id (`3.1`) or slug (`service-accounts`, in any case), or null when there is none. */
export function findControl(idOrSlug: string): Control | null {
	const wanted = idOrSlug.trim().toLowerCase();
	return controls.find(control => control.id === wanted || control.slug === wanted) ?? null;
}
