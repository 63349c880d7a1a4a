import type {Facts, PerProject} from '../../types/facts.ts';

/** How much was seen of what is known to exist; `known` is null where nothing tells the whole number. */
type Seen = {readonly seen: number; readonly known: number | null};

export type Coverage = {readonly projects: Seen; readonly users: Seen; readonly serviceAccounts: Seen};

/**
What the run saw of the organization. A list that was read is whole, so its length is also what is known. Projects are
those the key reaches, less those in which a read failed; how many more there are no answer tells.
*/
export function coverageOf(facts: Facts, organizationId: string): Coverage {
	const {users, serviceAccounts} = facts;
	return {
		projects: {seen: projectsSeen(facts, organizationId), known: null},
		users: lengthOf(users?.outcome === 'ok' ? users.value.users : null),
		serviceAccounts: lengthOf(serviceAccounts?.outcome === 'ok' ? serviceAccounts.value : null),
	};
}

/** `12 of 12`, `2 of an unknown number`; nothing seen of what nobody counted says so instead of a zero. */
export function seenWords({seen, known}: Seen): string {
	return known === null
		? seen === 0
			? 'none that could be read'
			: `${seen} of an unknown number`
		: `${seen} of ${known}`;
}

function lengthOf(list: readonly unknown[] | null): Seen {
	return list === null ? {seen: 0, known: null} : {seen: list.length, known: list.length};
}

function projectsSeen({identity, ...facts}: Facts, organizationId: string): number {
	const reached = new Set(
		identity?.outcome === 'ok'
			? identity.value.projects
					.filter(project => project.organizationId === null || project.organizationId === organizationId)
					.map(({id}) => id)
			: [],
	);
	const failed = new Set<string>();
	for (const read of [facts.projectServiceAccounts, facts.properties, facts.dataViews]) {
		const projects: PerProject<unknown> = read?.outcome === 'ok' ? read.value : [];
		for (const {project, read: each} of projects) {
			(each.outcome === 'ok' ? reached : failed).add(project.id);
		}
	}

	return reached.difference(failed).size;
}
