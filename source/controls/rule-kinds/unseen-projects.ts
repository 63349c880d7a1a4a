import {
	type FactName,
	type Facts,
	type Identity,
	type OrganizationRole,
	type ProjectReference,
	perProjectFacts,
} from '../../types/facts.ts';
import type {Measurement} from '../../types/rule.ts';

/**
A pass over "each project" by a key that may not reach them all, taken back to unknown: a pass needs full coverage
(contract §2). Every other measurement, and each rule about something else, stays as it is.
*/
export function withoutUnseenProjects(name: FactName, facts: Facts, measurement: Measurement): Measurement {
	const perProject = perProjectFacts.find(each => each === name);
	const read = perProject === undefined ? undefined : facts[perProject];
	if (measurement.status !== 'pass' || read?.outcome !== 'ok') {
		return measurement;
	}

	const why = whyNotEveryProject(
		read.value.map(({project}) => project),
		facts,
	);
	if (why === null) {
		return measurement;
	}

	const {expected, actual} = measurement;
	return {status: 'unknown', reasonCode: 'partial', expected, actual, reason: `No fault was seen. ${why}`};
}

/**
Why these may not be all the projects of the organization; null when they are. Its Owners and Admins are in every
project (mixpanel-api §3.3), so what `/me` lists for them is the whole; for anybody else it is what they were given.
*/
export function whyNotEveryProject(projects: readonly ProjectReference[], facts: Facts): string | null {
	const {identity} = facts;
	if (identity?.outcome !== 'ok') {
		return 'Mixpanel did not say which projects there are, so there may be others.';
	}

	const seen = new Set(projects.map(({id}) => id));
	const unnamed = projects.some(({id}) => !identity.value.projects.some(listed => listed.id === id));
	const left = identity.value.projects.some(
		({id, organizationId}) =>
			!seen.has(id) && projects.some(project => project.organizationId === organizationId),
	);
	if (unnamed || left) {
		return 'The projects looked at are not those that Mixpanel lists for this key, so there may be others.';
	}

	return isAdministrator(roleIn(identity.value, projects), facts)
		? null
		: 'This key may not reach every project: only an Owner or Admin of the organization does.';
}

/** The key's role in the organization of these projects; null when `/me` does not say. */
function roleIn({organizations}: Identity, projects: readonly ProjectReference[]): OrganizationRole | null {
	const ids = new Set(projects.flatMap(({organizationId}) => organizationId ?? []));
	const own = organizations.filter(({id}) => organizations.length === 1 || ids.has(id));
	return own.length === 1 ? (own[0]?.role ?? null) : null;
}

/** Where the role is not told, a list that only Owners and Admins are given tells it (mixpanel-api §1.3, §2). */
function isAdministrator(role: OrganizationRole | null, {users, teams, twoFactor}: Facts): boolean {
	return role === null || role === 'other'
		? [users, teams, twoFactor].some(read => read?.outcome === 'ok')
		: role === 'owner' || role === 'admin';
}
