import type {Click} from '../types/control.ts';
import type {Profile} from '../types/profile.ts';
import type {Rule} from '../types/rule.ts';
import {planNames, planRanks} from './plan-ranks.ts';

/** What the organization or the person lacks for a click, going by the answers; null for what is there or not answered. */
export type LackingForClick = {
	/** `Needs Enterprise; your plan is Growth.`, with what helps instead where a rule names it. */
	readonly plan: string | null;
	/** `Takes Organization Owner; you answered Member.` */
	readonly role: string | null;
};

/** What stands in the way of a click. `rules` are those of its control: they name what helps on a lower plan. */
export function lackingForClick(
	click: Pick<Click, 'id' | 'plan' | 'role'>,
	{plan, role}: Pick<Profile, 'plan' | 'role'>,
	rules: readonly Pick<Rule, 'clicks' | 'plan' | 'withoutPlan'>[],
): LackingForClick {
	return {plan: planLack(click, plan, rules), role: roleLack(click.role, role)};
}

function planLack(
	{id, plan: needed}: Pick<Click, 'id' | 'plan'>,
	plan: Profile['plan'],
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

const roleNames = {owner: 'Owner', admin: 'Admin', billing_admin: 'Billing Admin', member: 'Member'} as const;

/** Roles of a project, of the IdP and of DNS say nothing that the person's role in the organization could contradict. */
function roleLack(needed: string, role: Profile['role']): string | null {
	if (role === null || !needed.startsWith('Organization ')) {
		return null;
	}

	const words = needed.replaceAll('Billing Admin', 'billing_admin').toLowerCase();
	return new RegExp(`\\b${role}\\b`).test(words) ? null : `Takes ${needed}; you answered ${roleNames[role]}.`;
}
