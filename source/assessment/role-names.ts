/** The organization roles as Mixpanel writes them. */
export const roleNames = {
	owner: 'Owner',
	admin: 'Admin',
	billing_admin: 'Billing Admin',
	member: 'Member',
} as const;
