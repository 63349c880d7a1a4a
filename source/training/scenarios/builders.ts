import {everything, type PlantedPerson, type PlantedServiceAccount, type PlantedView} from './scenario.ts';

/** The view of all data, private and not where new people land. */
export const closedEverything: PlantedView = {
	...everything,
	isDefault: false,
	isPublic: false,
	hasAllMembers: false,
};

/** A view with filters that only those put into it see. */
export function privateView(key: string, name: string, isDefault: boolean): PlantedView {
	return {key, name, isGlobal: false, isDefault, isPublic: false, hasAllMembers: false, isFiltered: true};
}

/** The views of a project in order: new people land in a private, filtered one. */
export function soundViews(key: string, name: string): readonly PlantedView[] {
	return [closedEverything, privateView(key, name, true)];
}

/** People who share a role; their names are drawn. */
export function people(role: string, keys: readonly string[]): readonly PlantedPerson[] {
	return keys.map(key => ({key, role}));
}

/** So many Members called `member-1` and on. */
export function members(count: number): readonly PlantedPerson[] {
	return people(
		'no role',
		Array.from({length: count}, (_, index) => `member-${index + 1}`),
	);
}

/** The account the client is given: Admin, made yesterday, gone in a month, by its role in every project. */
export function adminKey(projects: readonly string[]): PlantedServiceAccount {
	return {
		key: 'wizard',
		name: 'practice-wizard',
		organizationRole: 'admin',
		usedDaysAgo: 0,
		createdDaysAgo: 1,
		expiresInDays: 30,
		grants: projects.map(project => ({project, role: 'admin', through: 'organization'})),
	};
}

type Grants = PlantedServiceAccount['grants'];

/** Roles of its own that an account has: by project. */
export function granted(roles: Readonly<Record<string, string>>): Grants {
	return Object.entries(roles).map(([project, role]) => ({project, role, through: 'individual'}));
}

/** An account in order, but for what is told: a Member, used yesterday, 30 days old, for 90 more. Its key is its name. */
export function job(
	name: string,
	roles: Readonly<Record<string, string>>,
	told: Partial<PlantedServiceAccount> = {},
): PlantedServiceAccount {
	return {
		key: name,
		name,
		organizationRole: 'member',
		usedDaysAgo: 1,
		createdDaysAgo: 30,
		expiresInDays: 90,
		grants: granted(roles),
		...told,
	};
}
