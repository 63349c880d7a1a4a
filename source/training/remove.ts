import type {Organization} from './organization.ts';

/** Takes a service account out of the organization, and its grants with it. */
export function removeAccount(organization: Organization, id: string): void {
	removeWhere(organization.accounts, account => account.id === id);
	removeWhere(organization.grants, grant => grant.account === id);
}

/** Takes a person out of the organization. */
export function removeUser(organization: Organization, id: string): void {
	removeWhere(organization.users, user => user.id === id);
}

function removeWhere<Item>(items: Item[], unwanted: (item: Item) => boolean): void {
	items.splice(0, items.length, ...items.filter(item => !unwanted(item)));
}
