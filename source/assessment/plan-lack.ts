import type {Click} from '../types/control.ts';
import type {Profile} from '../types/profile.ts';
import type {Rule} from '../types/rule.ts';
import {planNames, planRanks} from './plan-ranks.ts';

/**
That the answered plan is too low for a click, as sentences: the plan it takes and, where a rule of its control names
it, what helps instead. Null when the plan is high enough or was not answered.
*/
export function planLack(
	{id, plan: needed}: Pick<Click, 'id' | 'plan'>,
	{plan}: Pick<Profile, 'plan'>,
	rules: readonly Pick<Rule, 'clicks' | 'plan' | 'withoutPlan'>[],
): string | null {
	if (plan === null || needed === null || planRanks[plan] >= planRanks[needed]) {
		return null;
	}

	const instead = rules.find(
		rule => rule.clicks.includes(id) && rule.plan !== null && planRanks[plan] < planRanks[rule.plan],
	)?.withoutPlan;
	const reason = `Needs ${planNames[needed]}; your plan is ${planNames[plan]}.`;
	return instead === undefined ? reason : `${reason} ${instead}`;
}
