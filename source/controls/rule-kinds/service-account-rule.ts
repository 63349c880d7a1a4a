import type {ServiceAccount} from '../../types/facts.ts';
import type {JudgeContext, Rule} from '../../types/rule.ts';
import {count} from './count.ts';
import {findingsOf, judgeEach, ok, type Verdict} from './judge-each.ts';
import {readRule} from './read-rule.ts';
import type {RuleText} from './rule-text.ts';
import {accountResource, noAccounts} from './service-account-resource.ts';

/** What keeps one account from passing; `kind` says it of one and of many: `never expires`, `never expire`. */
export type AccountFault = {
	readonly kind: FaultKind;
	readonly message: string;
	readonly steps: readonly string[];
};

export type FaultKind = {readonly one: string; readonly many: string};

type AccountRuleText = RuleText & {
	/** The fault of an account, null for none, `undecided` when a date in its row cannot be understood. */
	readonly faultOf: (account: ServiceAccount, context: JudgeContext) => AccountFault | 'undecided' | null;
	readonly expects: (context: JudgeContext) => string;
	/** What the faulty accounts are, behind their number: `2 of 7 accounts unused`. */
	readonly lacking: string;
	readonly passes: string;
	readonly fails: string;
};

/** A rule that looks at every service account of the organization, the one in use included. */
export function serviceAccountRule(text: AccountRuleText): Rule {
	return readRule({
		...text,
		grade: 'documented',
		fact: 'serviceAccounts',
		judge(accounts, context) {
			const expected = text.expects(context);
			if (accounts.length === 0) {
				return noAccounts(expected);
			}

			const kinds: FaultKind[] = [];
			const verdicts = accounts.map((account): Verdict => {
				const fault = text.faultOf(account, context);
				if (fault === null) {
					return ok;
				}

				if (fault === 'undecided') {
					return {
						kind: 'undecided',
						reasonCode: 'unreadable',
						name: account.username,
						why: 'a date in its row could not be understood',
					};
				}

				kinds.push(fault.kind);
				return {
					kind: 'finding',
					finding: {
						resource: accountResource(account),
						message: fault.message,
						remediation: {kind: 'clicks', steps: fault.steps},
						effort: 'hours',
					},
				};
			});
			const findings = findingsOf(verdicts);
			return judgeEach(verdicts, {
				expected,
				actual: `${findings.length} of ${count(accounts.length, 'account')} ${text.lacking}`,
				passes: text.passes,
				fails: text.fails,
				short: groups(kinds),
			});
		},
	});
}

/** `2 never expire, 1 expired`, in the order in which the kinds first appear. */
function groups(kinds: readonly FaultKind[]): string {
	return [...Map.groupBy(kinds, kind => kind)]
		.map(([{one, many}, all]) => count(all.length, one, many))
		.join(', ');
}
