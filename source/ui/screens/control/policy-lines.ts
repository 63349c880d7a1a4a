import {policyOverrides} from '../../../assessment/policy-overrides.ts';
import {rulePolicyWords} from '../../../assessment/policy-words.ts';
import type {RuleResult} from '../../../types/assessment.ts';
import type {Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';

/** What the policy sets that a verdict follows from, and what the defaults would come to; empty for nothing. */
export function policyLines(
	{policy}: Pick<AppState, 'policy'>,
	rule: RuleResult,
	width: number,
): readonly Line[] {
	const words = rulePolicyWords(rule, policyOverrides(policy));
	const turned = rule.policy !== undefined && rule.policy.byDefault !== rule.status;
	return words === null
		? []
		: paragraph(words, width, {indent: 1, style: {tone: turned ? 'warn' : 'dim'}}).slice(0, 4);
}
