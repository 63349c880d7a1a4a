import {count, list} from '../rule-kinds/count.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {unclearRoles} from '../rule-kinds/unclear-roles.ts';
import {userResource} from '../rule-kinds/user-resource.ts';

/** Two Owners at least, so that losing one locks nobody out; three at most. Invitations do not count. */
export const ownerCount = readRule({
	id: 'owner-count',
	title: 'There are enough Owners, and not too many',
	required: true,
	grade: 'provider',
	fact: 'users',
	reading: 'users',
	validDays: null,
	question:
		'Does Users & Teams → Users list two or three people with the role Owner, or as many as your policy allows?',
	worthWriting: 'the Owners by name',
	clicks: ['2.3.C1', '2.3.C2', '2.3.C3'],
	judge({users}, {policy}) {
		const joined = users.filter(user => user.invited !== true);
		const owners = joined.filter(user => user.role === 'owner');
		const expected = `${policy.minOwners} to ${policy.maxOwners} Owners`;
		const actual =
			owners.length === 0
				? 'no Owner'
				: `${count(owners.length, 'Owner')}: ${list(owners.map(owner => owner.email))}`;
		const unclear = unclearRoles(joined, {expected, actual});
		const tooMany = owners.length > policy.maxOwners;
		// A role that is not understood can only add Owners: too many stays too many, too few is not yet proved.
		if (unclear !== null && !tooMany) {
			return unclear;
		}

		if (tooMany || owners.length < policy.minOwners) {
			const limit = tooMany ? `${policy.maxOwners} at most` : `${policy.minOwners} at least`;
			return {
				status: 'fail',
				findings: owners.map(owner => ({
					resource: userResource(owner),
					message: `is one of ${count(owners.length, 'Owner')}, ${limit}`,
					remediation: {kind: 'clicks', steps: [tooMany ? '2.3.C2' : '2.3.C3']},
					effort: 'minutes',
				})),
				expected,
				actual,
				reason: tooMany
					? 'Every Owner can transfer or delete projects, and make more Owners.'
					: 'When this account is lost, only Mixpanel support can help.',
				short: `${count(owners.length, 'Owner')}, ${limit}`,
			};
		}

		return {status: 'pass', expected, actual, reason: 'Enough Owners to lose one, few enough to watch.'};
	},
});
