import {organizationKey, projectKey} from '../../mixpanel/facts/needed-keys.ts';
import type {ConnectionExam, Lack} from '../../report/doctor/doctor-document.ts';
import {type FactName, type Facts, isKeyFact, type PerProject, type ReadFailure} from '../../types/facts.ts';
import type {Rule} from '../../types/rule.ts';

/** Facts of the organization itself; the others are those of its projects. */
const organizationFacts: readonly FactName[] = ['users', 'teams', 'twoFactor', 'serviceAccounts'];

/** Which of the rules that the API can answer were answered, and what the others need. */
export function judgedBy(
	rules: readonly Pick<Rule, 'id' | 'dependsOn'>[],
	facts: Facts,
): NonNullable<ConnectionExam['judges']> {
	const answerable = rules.filter(({dependsOn}) => dependsOn.some(isKeyFact));
	const lacking = answerable.flatMap(({id, dependsOn}) => {
		const needs = dependsOn.filter(isKeyFact).flatMap(name => needOf(name, facts) ?? []);
		return needs.length === 0 ? [] : [{id, needs: needs[0] ?? ''}];
	});
	const lacks: readonly Lack[] = [...Map.groupBy(lacking, ({needs}) => needs)].map(([needs, members]) => ({
		needs,
		rules: members.map(({id}) => id),
	}));
	return {rules: answerable.length - lacking.length, of: answerable.length, lacks};
}

/** What a fact still needs; null when it was read in full. */
function needOf(name: FactName, facts: Facts): string | null {
	const read = facts[name];
	const failure = read === undefined ? 'network' : read.outcome === 'ok' ? partOf(name, facts) : read.outcome;
	return failure === null ? null : needs(failure, organizationFacts.includes(name));
}

/** The failure of the first project that could not be read; null where all were, and for facts that are of no project. */
function partOf(name: FactName, {projectServiceAccounts, properties, dataViews}: Facts): ReadFailure | null {
	const read = isPerProject(name) ? {projectServiceAccounts, properties, dataViews}[name] : undefined;
	const projects: PerProject<unknown> = read?.outcome === 'ok' ? read.value : [];
	return projects.flatMap(({read: each}) => (each.outcome === 'ok' ? [] : [each.outcome]))[0] ?? null;
}

function isPerProject(name: FactName): name is 'projectServiceAccounts' | 'properties' | 'dataViews' {
	return name === 'projectServiceAccounts' || name === 'properties' || name === 'dataViews';
}

function needs(failure: ReadFailure, isOrganization: boolean): string {
	switch (failure) {
		case 'denied': {
			return isOrganization ? organizationKey : projectKey;
		}

		case 'not_found': {
			return isOrganization
				? 'a route that Mixpanel does not offer to this key; go by the clicks of the guide'
				: 'access to the projects: the key is in none, or the route is not offered';
		}

		case 'unreadable': {
			return 'an answer in a shape that this version understands; the shapes below help to add it';
		}

		case 'timeout':
		case 'network': {
			return 'an answer: the network or Mixpanel failed, try again';
		}
	}
}
