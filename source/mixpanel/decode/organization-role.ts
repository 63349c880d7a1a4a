import type {OrganizationRole} from '../../types/facts.ts';

const roles: ReadonlyMap<string, OrganizationRole> = new Map([
	['owner', 'owner'],
	['admin', 'admin'],
	['administrator', 'admin'],
	['billing admin', 'billing_admin'],
	['billing', 'billing_admin'],
	['member', 'member'],
	['no role', 'member'],
	['none', 'member'],
	['', 'member'],
]);

/** The organization role a text stands for (mixpanel-api §3.2); null and empty mean member, unknown text `other`. */
export function normalizeRole(text: string | null): OrganizationRole {
	const words = (text ?? '').toLowerCase().replaceAll(/[_-]/g, ' ').trim();
	return roles.get(words) ?? 'other';
}
