import type {RuleResult} from '../../../types/assessment.ts';
import type {Shown} from './control-frame.ts';

/** What passing a rule means, in words; its id when the rule is not one of this control. */
export function ruleTitle(shown: Shown, rule: RuleResult): string {
	return shown.control.rules.find(candidate => candidate.id === rule.id)?.title ?? rule.id;
}
