import type {PerProject, ProjectReference, ServiceAccountGrant} from '../../types/facts.ts';
import type {Verdict} from '../rule-kinds/judge-each.ts';
import {splitProjects} from '../rule-kinds/judge-projects.ts';

/** One service account with every project it was seen in. */
export type AccountGrants = {
	readonly account: ServiceAccountGrant;
	readonly grants: readonly {readonly project: ProjectReference; readonly grant: ServiceAccountGrant}[];
};

/** The grants of all readable projects by account, in the order of first sight; and what could not be read. */
export function grantsByAccount(projects: PerProject<readonly ServiceAccountGrant[]>): {
	readonly accounts: readonly AccountGrants[];
	readonly missed: readonly Verdict[];
	readonly coverage: string;
} {
	const {seen, missed, coverage} = splitProjects(projects);
	const all = seen.flatMap(({project, value}) => value.map(grant => ({project, grant})));
	const accounts = [...Map.groupBy(all, ({grant}) => grant.serviceAccountId).values()].flatMap(grants => {
		const [first] = grants;
		return first === undefined ? [] : [{account: first.grant, grants}];
	});
	return {accounts, missed, coverage};
}
