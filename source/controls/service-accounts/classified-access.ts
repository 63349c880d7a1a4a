import {count} from '../rule-kinds/count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {noProjects} from '../rule-kinds/judge-projects.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {grantResource} from '../rule-kinds/service-account-resource.ts';
import {type AccountGrants, grantsByAccount} from './grants.ts';

/** Advice: which accounts may read classified data. Each is a finding, for a person to say whether it was meant. */
export const serviceAccountClassifiedAccess = readRule({
	id: 'service-account-classified-access',
	title: 'No account may see classified data',
	required: false,
	grade: 'documented',
	fact: 'projectServiceAccounts',
	validDays: null,
	question: 'Is every account that may see classified data one that you meant to?',
	worthWriting: 'the accounts that may, and why each of them',
	clicks: ['3.1.C8'],
	judge(projects, _context, expected) {
		if (projects.length === 0) {
			return noProjects(expected);
		}

		const {accounts, missed, coverage} = grantsByAccount(projects);
		const verdicts = accounts.map(verdictOf);
		const findings = findingsOf(verdicts);
		return judgeEach([...verdicts, ...missed], {
			expected,
			actual: `${findings.length} of ${count(accounts.length, 'account')} may see it; ${coverage}`,
			passes: 'What is classified stays closed to service accounts.',
			fails: 'Exports with such an account hold the classified data too.',
			short: `${findings.length} may see classified data`,
		});
	},
});

function verdictOf({account, grants}: AccountGrants): Verdict {
	const open = grants.filter(({grant}) => grant.hasSensitiveAccess === true);
	const [first] = open;
	if (first !== undefined) {
		return {
			kind: 'finding',
			finding: {
				resource: grantResource(account),
				message: `may see classified data in ${open.length === 1 ? first.project.name : count(open.length, 'project')}`,
				remediation: {kind: 'clicks', steps: ['3.1.C8']},
				effort: 'minutes',
			},
		};
	}

	const silent = grants.find(({grant}) => grant.hasSensitiveAccess === null);
	return silent === undefined
		? ok
		: {
				kind: 'undecided',
				reasonCode: 'partial',
				name: account.username,
				why: `its access to classified data in ${silent.project.name} is not shown`,
			};
}
