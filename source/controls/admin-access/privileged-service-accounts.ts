import {count, list} from '../rule-kinds/count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {accountResource, noAccounts} from '../rule-kinds/service-account-resource.ts';

/**
Service accounts with an organization role of Owner or Admin. The account in use is exempt: it needs the role
for its reads. The role in the list is inferred (mixpanel-api §7); where it is missing a person looks.
*/
export const privilegedServiceAccounts = readRule({
	id: 'privileged-service-accounts',
	title: 'No service account is Owner or Admin of the organization',
	required: true,
	grade: 'inferred',
	fact: 'serviceAccounts',
	reading: 'service_account_roles',
	validDays: 90,
	question:
		'Is no account under Settings → Org → Service Accounts Owner or Admin of the organization, but the one used here?',
	worthWriting: 'the accounts you went through, and their roles',
	clicks: ['2.3.C5'],
	judge(accounts, _context, expected) {
		if (accounts.length === 0) {
			return noAccounts(expected);
		}

		const others = accounts.filter(account => !account.isOwn);
		const verdicts = others.map((account): Verdict => {
			const {organizationRole: role} = account;
			return role === 'owner' || role === 'admin'
				? {
						kind: 'finding',
						finding: {
							resource: accountResource(account),
							message: `is ${role === 'owner' ? 'Owner' : 'Admin'} of the organization`,
							remediation: {kind: 'clicks', steps: ['2.3.C5']},
							effort: 'hours',
						},
					}
				: ok;
		});
		const privileged = findingsOf(verdicts);
		const silent = others.filter(({organizationRole: role}) => role === null || role === 'other');
		const exempt = others.length < accounts.length ? '; the one in use is exempt' : '';
		const actual = `${privileged.length} of ${count(others.length, 'other account')} Owner or Admin${exempt}`;
		if (privileged.length === 0 && silent.length > 0) {
			return {
				status: 'manual',
				reasonCode: 'unconfirmed',
				expected,
				actual: `the role of ${silent.length} of ${count(others.length, 'other account')} is not shown${exempt}`,
				reason: `Look up the organization role of ${list(silent.map(account => account.username))}.`,
			};
		}

		return judgeEach(verdicts, {
			expected,
			actual: silent.length === 0 ? actual : `${actual}; ${silent.length} do not show a role`,
			passes: 'No secret in a script opens the whole organization.',
			fails: 'Whoever finds the secret of such an account can do what an admin can, with no second factor.',
			short: `${count(privileged.length, 'privileged service account')}`,
		});
	},
});
