import type {OrganizationRole} from '../../types/facts.ts';

/** Organization roles as Mixpanel's screens name them. */
export const roleWords: {readonly [Role in OrganizationRole]: string} = {
	owner: 'Owner',
	admin: 'Admin',
	billing_admin: 'Billing Admin',
	member: 'Member',
	other: 'unknown to us',
};
