import type {ServiceAccount} from '../../types/facts.ts';
import type {JudgeContext, Measurement} from '../../types/rule.ts';
import {daysSince, inDays} from '../rule-kinds/days.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {roleWords} from '../rule-kinds/role-words.ts';
import {accountResource, noAccounts} from '../rule-kinds/service-account-resource.ts';

/**
Advice about the key in use, so that it is never forgotten: role and expiry are shown whatever the verdict. It passes
when it expires within the limit and is no more than Admin, which its reads need; a role the list leaves out does
not count against it.
*/
export const wizardKey = readRule({
	id: 'wizard-key',
	title: 'The key used here ends soon and is not Owner',
	required: false,
	grade: 'documented',
	fact: 'serviceAccounts',
	validDays: null,
	question: 'Will you delete the service account used here when you have finished?',
	worthWriting: 'which account, and the day it goes',
	clicks: ['3.1.C3'],
	judge(accounts, context) {
		const expected = `an expiry at most ${context.policy.maxExpiryDays} days away, and a role no higher than Admin`;
		const own = accounts.find(account => account.isOwn);
		if (accounts.length === 0) {
			return noAccounts(expected);
		}

		return own === undefined
			? {
					status: 'unknown',
					reasonCode: 'unreadable',
					expected,
					actual: 'the key in use is not in the list',
					reason: 'The list of service accounts lacks the one in use.',
				}
			: judgeOwn(own, context, expected);
	},
});

function judgeOwn(own: ServiceAccount, {now, policy}: JudgeContext, expected: string): Measurement {
	const left = own.expires === null ? null : daysSince(own.expires, now);
	if (own.expires !== null && left === null) {
		return {
			status: 'unknown',
			reasonCode: 'unreadable',
			expected,
			actual: 'an expiry that could not be understood',
			reason: `The expiry of ${own.username} could not be understood. Delete the account when you have finished.`,
		};
	}

	const expiry = left === null ? 'never expires' : left >= 0 ? 'has expired' : `expires in ${inDays(-left)}`;
	const role = own.organizationRole === null ? 'not shown' : roleWords[own.organizationRole];
	const actual = `${own.username}: ${expiry}, organization role ${role}`;
	const reason = 'Delete this service account when you have finished.';
	const lasting = left === null || left >= 0 || -left > policy.maxExpiryDays;
	const faults = [
		...(lasting ? [expiry] : []),
		...(own.organizationRole === 'owner' ? ['is Owner, Admin is enough'] : []),
	];
	return faults.length === 0
		? {status: 'pass', expected, actual, reason}
		: {
				status: 'fail',
				findings: [
					{
						resource: accountResource(own),
						message: faults.join(', '),
						remediation: {kind: 'clicks', steps: ['3.1.C3']},
						effort: 'minutes',
					},
				],
				expected,
				actual,
				reason,
				short: 'the key in use stays behind',
			};
}
