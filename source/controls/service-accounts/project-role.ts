import {count, list} from '../rule-kinds/count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {noProjects} from '../rule-kinds/judge-projects.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {grantResource} from '../rule-kinds/service-account-resource.ts';
import {type AccountGrants, grantsByAccount} from './grants.ts';

/**
No Owner or Admin of a project but the account in use. A custom role is no finding, since its permissions cannot be
read; it is named. A role the answer leaves out is undecided.
*/
export const serviceAccountRole = readRule({
	id: 'service-account-role',
	title: 'No account is Owner or Admin of a project',
	required: true,
	grade: 'documented',
	fact: 'projectServiceAccounts',
	validDays: null,
	question:
		'Is every account under Settings → Project → Service Accounts Consumer, Analyst or a custom role, in each project?',
	worthWriting: 'the projects you opened, and the roles in each',
	clicks: ['3.1.C2', '3.1.C4'],
	judge(projects, _context, expected) {
		if (projects.length === 0) {
			return noProjects(expected);
		}

		const {accounts, missed, coverage} = grantsByAccount(projects);
		const verdicts = accounts.map(verdictOf);
		const findings = findingsOf(verdicts);
		const custom = new Set(
			accounts.flatMap(({grants}) =>
				grants.flatMap(({grant: {role}}) => (role?.kind === 'custom' ? [role.name] : [])),
			),
		);
		const named =
			custom.size === 0 ? '' : `; custom ${custom.size === 1 ? 'role' : 'roles'} ${list([...custom])}`;
		return judgeEach([...verdicts, ...missed], {
			expected,
			actual: `${findings.length} of ${count(accounts.length, 'account')} Owner or Admin${named}; ${coverage}`,
			passes: 'No account may do more to a project than read and build.',
			fails: 'An account with such a role can change the project and mint further accounts.',
			short: `${findings.length} with too high a role`,
		});
	},
});

function verdictOf({account, grants}: AccountGrants): Verdict {
	if (account.isOwn) {
		return ok;
	}

	const high = grants.flatMap(({project, grant: {role}}) =>
		role?.kind === 'owner' || role?.kind === 'admin'
			? [`${role.kind === 'owner' ? 'Owner' : 'Admin'} of ${project.name}`]
			: [],
	);
	if (high.length > 0) {
		return {
			kind: 'finding',
			finding: {
				resource: grantResource(account),
				message: `is ${list(high)}`,
				remediation: {kind: 'clicks', steps: ['3.1.C2', '3.1.C4']},
				effort: 'hours',
			},
		};
	}

	const silent = grants.find(({grant}) => grant.role === null);
	return silent === undefined
		? ok
		: {
				kind: 'undecided',
				reasonCode: 'partial',
				name: account.username,
				why: `its role in ${silent.project.name} is not shown`,
			};
}
