import type {Click} from '../types/control.ts';
import type {Profile} from '../types/profile.ts';
import {planNames, planRanks} from './plan-ranks.ts';
import {roleNames} from './role-names.ts';

/** Whether the person may do a click, by the role and plan they answered; `why` is for people, without a full stop. */
export type MayDo =
	| {readonly kind: 'yes' | 'no' | 'perhaps'; readonly why: string}
	/** Nobody's role in Mixpanel decides: it is done elsewhere, or by everybody. */
	| {readonly kind: 'elsewhere'};

/** Organization Owners and Admins hold the same role in every project (guide-facts C). */
export function mayDo({role, plan}: Pick<Click, 'role' | 'plan'>, profile: Profile): MayDo {
	if (plan !== null && profile.plan !== null && planRanks[profile.plan] < planRanks[plan]) {
		return {kind: 'no', why: `your plan is ${planNames[profile.plan]}`};
	}

	const needs = needsOf(role);
	if (needs === null) {
		return {kind: 'elsewhere'};
	}

	if (profile.role === null) {
		return {kind: 'perhaps', why: 'role not said'};
	}

	const own = roleNames[profile.role];
	if (needs.roles.includes(profile.role)) {
		return {kind: 'yes', why: own};
	}

	return needs.inProject
		? {kind: 'perhaps', why: `${own}, if you are it in the project`}
		: {kind: 'no', why: `you are ${own}`};
}

type Needs = {readonly roles: readonly NonNullable<Profile['role']>[]; readonly inProject: boolean};

function needsOf(role: string): Needs | null {
	switch (role) {
		case 'Organization Owner': {
			return {roles: ['owner'], inProject: false};
		}

		case 'Organization Owner or Admin':
		case 'Organization Owner or Admin who is also project Owner or Admin': {
			return {roles: ['owner', 'admin'], inProject: false};
		}

		case 'Organization Owner or Billing Admin': {
			return {roles: ['owner', 'billing_admin'], inProject: false};
		}

		case 'Project Owner or Admin': {
			return {roles: ['owner', 'admin'], inProject: true};
		}

		case 'Project Owner': {
			return {roles: ['owner'], inProject: true};
		}

		default: {
			return null;
		}
	}
}
