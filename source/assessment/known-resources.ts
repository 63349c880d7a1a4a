import {accountResource} from '../controls/rule-kinds/service-account-resource.ts';
import {whyNotEveryProject} from '../controls/rule-kinds/unseen-projects.ts';
import {userResource} from '../controls/rule-kinds/user-resource.ts';
import type {Evidence, Facts, ProjectReference} from '../types/facts.ts';
import type {Resource} from '../types/resource.ts';
import type {RegisterRows} from '../types/rule.ts';

/** The things of one kind that a run saw, and by which requests. */
export type Known = {
	readonly resources: readonly Resource[];
	readonly evidence: readonly Evidence[];
	/** Why there may be more of them, as a sentence; null where these are all. */
	readonly unseen: string | null;
};

/** The things a register has a row for; null where the facts do not give them reliably. */
export function knownResources(rows: RegisterRows, facts: Facts): Known | null {
	switch (rows) {
		case 'service_accounts': {
			return knownAccounts(facts);
		}

		case 'admins': {
			return knownAdmins(facts);
		}

		case 'projects': {
			return knownProjects(facts);
		}
	}
}

/** Every account, the one in use included; an empty list cannot be whole. */
function knownAccounts({serviceAccounts: read}: Facts): Known | null {
	return read?.outcome === 'ok' && read.value.length > 0
		? {resources: read.value.map(accountResource), evidence: read.evidence, unseen: null}
		: null;
}

/** Owners and Admins who have joined. A role that is not understood might be one of them (`unclearRoles`). */
function knownAdmins({users: read}: Facts): Known | null {
	if (read?.outcome !== 'ok') {
		return null;
	}

	const joined = read.value.users.filter(user => user.invited !== true);
	if (joined.some(({role}) => role === 'other') || !joined.some(({role}) => role === 'owner')) {
		return null;
	}

	const admins = joined.filter(({role}) => role === 'owner' || role === 'admin');
	return {resources: admins.map(userResource), evidence: read.evidence, unseen: null};
}

/**
The projects the key reaches in this organization. None is no list, and neither is one with a project of which it is
not clear to whom it belongs.
*/
function knownProjects(facts: Facts): Known | null {
	const {identity} = facts;
	const projects = projectsIn(facts);
	if (identity?.outcome !== 'ok' || projects === null || projects.length === 0) {
		return null;
	}

	const isOnly = identity.value.organizations.length <= 1;
	return isOnly || projects.every(({organizationId}) => organizationId !== null)
		? {
				resources: projects.map(({id, name}): Resource => ({type: 'project', id, name})),
				evidence: identity.evidence,
				unseen: whyNotEveryProject(projects, facts),
			}
		: null;
}

/** The projects that were asked about; `/me` may list those of other organizations, too. */
function projectsIn({
	identity,
	projectServiceAccounts,
	properties,
	dataViews,
}: Facts): ProjectReference[] | null {
	const read = [projectServiceAccounts, properties, dataViews].find(each => each?.outcome === 'ok');
	if (read?.outcome === 'ok') {
		return read.value.map(({project}) => project);
	}

	const alone = identity?.outcome === 'ok' && identity.value.organizations.length <= 1;
	return alone ? [...identity.value.projects] : null;
}
