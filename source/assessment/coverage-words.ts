import {count} from '../controls/rule-kinds/count.ts';
import {type Facts, type PerProject, perProjectFacts, type Read} from '../types/facts.ts';
import type {Rule} from '../types/rule.ts';

type PerProjectFact = (typeof perProjectFacts)[number];

/**
How much was seen of what the rules of a control are judged on, in words for a line: `7 accounts seen of 7`,
`13 members, 1 invited and not counted`. A fact that has not arrived yet is left out; one that was not read says so.
*/
export function coverageWords(rules: readonly Pick<Rule, 'dependsOn'>[], facts: Facts): readonly string[] {
	const wanted = new Set(rules.flatMap(({dependsOn}) => dependsOn));
	const projects = perProjectFacts.filter(name => wanted.has(name));
	return [
		...(wanted.has('users') ? people(facts) : []),
		...(wanted.has('teams') ? listOf(facts.teams, 'team') : []),
		...(wanted.has('serviceAccounts') ? listOf(facts.serviceAccounts, 'account') : []),
		...projectsOf(projects, facts),
	];
}

/** Whoever was invited and has not joined is no member yet: no rule counts them. */
function people({users: read}: Facts): readonly string[] {
	if (read?.outcome !== 'ok') {
		return read === undefined ? [] : ['people not read'];
	}

	const invited = read.value.users.filter(user => user.invited === true).length;
	const joined = count(read.value.users.length - invited, 'member');
	return [invited === 0 ? joined : `${joined}, ${invited} invited and not counted`];
}

/** A list that answered is whole. */
function listOf(read: Read<readonly unknown[]> | undefined, noun: string): readonly string[] {
	if (read?.outcome !== 'ok') {
		return read === undefined ? [] : [`${noun}s not read`];
	}

	const {length} = read.value;
	return [`${count(length, noun)} seen of ${length}`];
}

function projectsOf(names: readonly PerProjectFact[], facts: Facts): readonly string[] {
	const reads: readonly Read<PerProject<unknown>>[] = names.flatMap(name => facts[name] ?? []);
	if (reads.length === 0) {
		return [];
	}

	if (reads.some(read => read.outcome !== 'ok')) {
		return ['projects not read'];
	}

	const failed = new Set<string>();
	const all = new Set<string>();
	for (const read of reads) {
		for (const {project, read: each} of read.outcome === 'ok' ? read.value : []) {
			all.add(project.id);
			if (each.outcome !== 'ok') {
				failed.add(project.id);
			}
		}
	}

	if (all.size === 0) {
		return ['this key sees no project'];
	}

	const read = all.size - failed.size;
	return [`${read === 0 ? 'none' : read} of ${count(all.size, 'project')} read`];
}
