import type {Profile} from '../types/profile.ts';
import type {Measurement, Rule} from '../types/rule.ts';

const ranks = {free: 0, growth: 1, enterprise: 2} as const;
const names = {free: 'Free', growth: 'Growth', enterprise: 'Enterprise'} as const;

/** Not applicable when the answered plan lacks the feature, with what helps instead; null otherwise, also unanswered. */
export function planExclusion(rule: Rule, {plan}: Profile): Measurement | null {
	if (plan === null || rule.plan === null || ranks[plan] >= ranks[rule.plan]) {
		return null;
	}

	const reason = `Needs ${names[rule.plan]}; your plan is ${names[plan]}.`;
	return {
		status: 'not_applicable',
		reasonCode: 'plan',
		expected: rule.title,
		actual: `the plan is ${names[plan]}`,
		reason: rule.withoutPlan === undefined ? reason : `${reason} ${rule.withoutPlan}`,
	};
}
