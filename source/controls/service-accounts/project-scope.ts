import {count, list} from '../rule-kinds/count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {noProjects} from '../rule-kinds/judge-projects.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {grantResource} from '../rule-kinds/service-account-resource.ts';
import {grantsByAccount} from './grants.ts';

/** In how many projects each account is. A project that cannot be read could only add to a number, never lower one. */
export const serviceAccountProjectScope = readRule({
	id: 'service-account-project-scope',
	title: 'Every account belongs to one project',
	required: true,
	grade: 'documented',
	fact: 'projectServiceAccounts',
	validDays: null,
	question:
		'Does every account under Settings → Org → Service Accounts belong to one project only, but the one used here?',
	worthWriting: 'how many accounts, and the projects of each',
	clicks: ['3.1.C2', '3.1.C4'],
	judge(projects, {policy}) {
		const limit = policy.maxProjectsPerServiceAccount;
		const expected = `every account in at most ${count(limit, 'project')}`;
		if (projects.length === 0) {
			return noProjects(expected);
		}

		const {accounts, missed, coverage} = grantsByAccount(projects);
		const verdicts = accounts.map(({account, grants}): Verdict => {
			const names = new Map(grants.map(({project}) => [project.id, project.name]));
			return account.isOwn || names.size <= limit
				? ok
				: {
						kind: 'finding',
						finding: {
							resource: grantResource(account),
							message: `in ${count(names.size, 'project')}: ${list([...names.values()])}`,
							remediation: {kind: 'clicks', steps: ['3.1.C2', '3.1.C4']},
							effort: 'hours',
						},
					};
		});
		const findings = findingsOf(verdicts);
		return judgeEach([...verdicts, ...missed], {
			expected,
			actual: `${findings.length} of ${count(accounts.length, 'account')} in too many projects; ${coverage}`,
			passes: 'A secret that leaks opens one project.',
			fails: 'One leaked secret opens every project its account is in.',
			short: `${findings.length} in too many projects`,
		});
	},
});
