import {count} from '../rule-kinds/count.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {unclearRoles} from '../rule-kinds/unclear-roles.ts';
import {userResource} from '../rule-kinds/user-resource.ts';

/**
Owners and Admins among the people who have joined. The limit grows with the organization:
the larger of a number and a share of all users.
*/
export const leastPrivilegeRoles = readRule({
	id: 'least-privilege-roles',
	title: 'Few people are Owner or Admin',
	required: true,
	grade: 'provider',
	plan: {
		name: 'growth',
		without: 'Free knows only Owner and Billing Admin: until then keep the Owners few (control 2.3).',
	},
	fact: 'users',
	reading: 'users',
	validDays: null,
	question:
		'Are only a few of the people under Users & Teams → Users Owner or Admin, and all others Member or Billing Admin?',
	worthWriting: 'how many Owners, Admins and others the page lists',
	clicks: ['2.1.C1', '2.1.C2'],
	judge({users}, {policy}) {
		const joined = users.filter(user => user.invited !== true);
		const privileged = joined.filter(user => user.role === 'owner' || user.role === 'admin');
		const limit = Math.max(
			policy.maxPrivileged,
			Math.floor(policy.maxPrivilegedShare * joined.length + 1e-9),
		);
		const expected = `at most ${limit} Owners and Admins among ${count(joined.length, 'user')}`;
		const actual = `${privileged.length} of ${count(joined.length, 'user')} are Owner or Admin`;
		if (privileged.length > limit) {
			return {
				status: 'fail',
				findings: privileged.map(user => ({
					resource: userResource(user),
					message: `is ${user.role === 'owner' ? 'Owner' : 'Admin'}`,
					remediation: {kind: 'clicks', steps: ['2.1.C2']},
					effort: 'minutes',
				})),
				expected,
				actual,
				reason: `${count(privileged.length - limit, 'person', 'people')} too many may add users, make keys and change protections.`,
				short: `${privileged.length} of ${joined.length} are Owner or Admin`,
			};
		}

		return (
			unclearRoles(joined, {expected, actual}) ?? {
				status: 'pass',
				expected,
				actual,
				reason: 'The number of Owners and Admins stays within the limit.',
			}
		);
	},
});
