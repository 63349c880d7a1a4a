import type {DomainClaim} from '../../types/evidence-facts.ts';
import {besideRule} from '../rule-kinds/beside-rule.ts';
import {count} from '../rule-kinds/count.ts';
import {whenSsoDisabled} from '../rule-kinds/exclusions.ts';
import {findingsOf, judgeEach, ok, type Verdict} from '../rule-kinds/judge-each.ts';
import {claimedDomains} from './claimed-domains.ts';

const unnamed =
	'Name the claimed domains to have their TXT records looked up, or look at Settings → Org → Access Security → Domain Claiming yourself.';

/**
The proof of a domain claim has to stay in DNS, or the claim lapses within about a week (mixpanel-api §6.4). Only
domains that a person named are looked up; that SSO is on does not follow from it.
*/
export const domainClaimPublished = besideRule({
	id: 'domain-claim-published',
	source: 'dns',
	grade: null,
	fact: 'domainClaims',
	title: 'Each claimed domain carries its TXT record',
	expected: 'a TXT record mixpanel-domain-verify= on each claimed domain',
	required: true,
	plan: {
		name: 'growth',
		without: "Until then require Mixpanel's own two-factor authentication (control 1.2).",
	},
	validDays: null,
	excludes: whenSsoDisabled,
	question:
		'Does every domain under Domain Claiming say verified, and does its TXT record mixpanel-domain-verify= still stand?',
	worthWriting: 'each domain with its status, and who looked up its record',
	look: ({profile, policy}) =>
		claimedDomains(profile, policy).length === 0
			? unnamed
			: 'With a key, their TXT records are looked up at the next reading; or look at Settings → Org → Access Security → Domain Claiming, and at the records of each domain there.',
	clicks: ['1.1.C2', '1.1.C3', '1.1.C4'],
	judge(claims, {profile, policy}, expected) {
		const domains = claimedDomains(profile, policy);
		if (domains.length === 0) {
			return {
				status: 'manual',
				reasonCode: 'no_api',
				expected,
				actual: 'no claimed domain named',
				reason: unnamed,
			};
		}

		const verdicts = domains.map(given => verdictOn(given, claims));
		const proved = verdicts.filter(({kind}) => kind === 'ok').length;
		return judgeEach(verdicts, {
			expected,
			actual: `${proved} of ${count(domains.length, 'claimed domain')} with the record`,
			passes: 'DNS still shows the proof of each claim. Whether SSO is on does not follow from it.',
			fails: 'A claim whose record is missing for about a week lapses, and SSO stops for that domain.',
			short: `${count(findingsOf(verdicts).length, 'domain')} without the record`,
		});
	},
});

function verdictOn(given: string, claims: readonly DomainClaim[]): Verdict {
	const claim = claims.find(each => each.given === given);
	if (claim === undefined) {
		return {
			kind: 'undecided',
			reasonCode: 'partial',
			name: given,
			why: 'not looked up in this reading; read again',
		};
	}

	const {answer, name} = claim;
	if (answer.kind === 'failed') {
		const why = answer.reason.replace(/\.$/, '');
		return {kind: 'undecided', reasonCode: answer.failure, name, why};
	}

	return answer.kind === 'records' && answer.proofs > 0
		? ok
		: {
				kind: 'finding',
				finding: {
					resource: {type: 'domain', id: claim.domain, name},
					message: wordsOf(answer),
					remediation: {kind: 'clicks', steps: ['1.1.C3', '1.1.C4']},
					effort: 'hours',
				},
			};
}

function wordsOf(answer: Exclude<DomainClaim['answer'], {kind: 'failed'}>): string {
	switch (answer.kind) {
		case 'no_domain': {
			return 'is not in DNS at all';
		}

		case 'no_records': {
			return 'has no TXT record';
		}

		case 'records': {
			return answer.lookalike === null
				? `has ${count(answer.others, 'TXT record')}, none of them mixpanel-domain-verify=`
				: `has a record that does not count: ${answer.lookalike}`;
		}
	}
}
