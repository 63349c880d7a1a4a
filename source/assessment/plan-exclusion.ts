import type {Profile} from '../types/profile.ts';
import type {Measurement, Rule} from '../types/rule.ts';
import {planNames, planRanks} from './plan-ranks.ts';

/** Not applicable when the answered plan lacks the feature, with what helps instead; null otherwise, also unanswered. */
export function planExclusion(rule: Rule, {plan}: Profile): Measurement | null {
	if (plan === null || rule.plan === null || planRanks[plan] >= planRanks[rule.plan]) {
		return null;
	}

	const reason = `Needs ${planNames[rule.plan]}; your plan is ${planNames[plan]}.`;
	return {
		status: 'not_applicable',
		reasonCode: 'plan',
		expected: rule.title,
		actual: `the plan is ${planNames[plan]}`,
		reason: rule.withoutPlan === undefined ? reason : `${reason} ${rule.withoutPlan}`,
	};
}
