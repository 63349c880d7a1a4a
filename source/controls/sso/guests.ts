import {count, list} from '../rule-kinds/count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {readRule} from '../rule-kinds/read-rule.ts';
import {userResource} from '../rule-kinds/user-resource.ts';

/**
Advice: whom Require Single Sign-On would shut out (guide-facts 1.1, "Side effects"). The claimed domains come
from the profile; without them a person has to look.
*/
export const guestsOutsideClaimedDomains = readRule({
	id: 'guests-outside-claimed-domains',
	title: 'Nobody has an address outside the claimed domains',
	required: false,
	grade: 'provider',
	fact: 'users',
	validDays: 90,
	question: 'Do all addresses under Users & Teams → Users belong to a claimed domain?',
	worthWriting: 'how many addresses you went through, and their domains',
	clicks: ['1.1.C12'],
	judge({users}, {profile}, expected) {
		const claimed = new Set(profile.domains.map(domain => domain.toLowerCase()));
		if (claimed.size === 0) {
			return {
				status: 'manual',
				reasonCode: 'no_api',
				expected,
				actual: `${count(users.length, 'user')}, no claimed domain named`,
				reason: 'Name the claimed domains to have the addresses compared, or compare them yourself.',
			};
		}

		const verdicts = users.map((user): Verdict => {
			const domain = user.email.slice(user.email.lastIndexOf('@') + 1).toLowerCase();
			return claimed.has(domain)
				? ok
				: {
						kind: 'finding',
						finding: {
							resource: userResource(user),
							message: 'address outside the claimed domains',
							remediation: null,
							effort: 'hours',
						},
					};
		});
		const guests = findingsOf(verdicts);
		return judgeEach(verdicts, {
			expected,
			actual: `${guests.length} of ${count(users.length, 'user')} outside ${list(profile.domains)}`,
			passes: 'Every address belongs to a claimed domain.',
			fails: 'Require Single Sign-On shuts these people out.',
			short: `${count(guests.length, 'guest')}`,
		});
	},
});
