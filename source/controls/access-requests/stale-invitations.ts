import {count, list} from '../rule-kinds/count.ts';
import {readRule} from '../rule-kinds/read-rule.ts';

/** Advice: open invitations. The list shows that a row is invited, never since when, so a person judges them. */
export const staleInvitations = readRule({
	id: 'stale-invitations',
	title: 'No invitation is left open',
	required: false,
	grade: 'provider',
	fact: 'users',
	validDays: 30,
	question: 'Is every row under Users & Teams → Invited Users one that somebody still waits for?',
	worthWriting: 'each row, and who still waits for it',
	clicks: ['1.3.C7', '1.3.C8'],
	judge({users}, _context, expected) {
		const invited = users.filter(user => user.invited === true);
		if (invited.length > 0) {
			return {
				status: 'manual',
				reasonCode: 'unconfirmed',
				expected,
				actual: `${count(invited.length, 'open invitation')}: ${list(invited.map(user => user.email))}`,
				reason: 'How old an invitation is cannot be read: say whether they are still wanted.',
			};
		}

		const silent = users.filter(user => user.invited === null).length;
		return silent === 0
			? {
					status: 'pass',
					expected,
					actual: `0 of ${count(users.length, 'user')} invited`,
					reason: 'Nobody is waiting to join.',
				}
			: {
					status: 'unknown',
					reasonCode: 'partial',
					expected,
					actual: `${silent} of ${count(users.length, 'row')} do not say`,
					reason: 'The list does not say of everyone whether they have joined.',
				};
	},
});
