import type {RuleResult} from '../types/assessment.ts';
import type {Need, Prerequisite} from '../types/control.ts';
import type {Facts, OrganizationRole} from '../types/facts.ts';
import type {Profile} from '../types/profile.ts';
import {planNames, planRanks} from './plan-ranks.ts';
import {roleNames} from './role-names.ts';

/**
Whether a prerequisite is there: `read` = an answer of the API or DNS shows it; `said` = the profile's answers do;
`lacking` = it is known not to be there; `unknown` = nobody has said and nothing shows it; `not_needed` = it belongs
to the other way of logging in.
*/
export type Standing = 'read' | 'said' | 'lacking' | 'unknown' | 'not_needed';

export type PrerequisiteStanding = {
	readonly standing: Standing;
	/** How it is known, or what to do to know it: sentences, one for each need. */
	readonly reasons: readonly string[];
};

export type StandingContext = {
	readonly profile: Profile;
	/** Organization role of the key in use; null when no answer tells it. */
	readonly keyRole: OrganizationRole | null;
	/** Verdict on the claimed domain's DNS record (`domain-claim-published`); null when there is none. */
	readonly domain: Pick<RuleResult, 'status' | 'basis' | 'reason'> | null;
};

type Told = {readonly standing: Standing; readonly reason: string};

/** From the worst: one thing that is lacking makes the whole lacking. */
const worstFirst: readonly Standing[] = ['lacking', 'unknown', 'said', 'read'];

/** Where one prerequisite of a control stands, from the profile's answers and what was read. */
export function prerequisiteStanding(
	{needs, onlyWithSso}: Pick<Prerequisite, 'needs' | 'onlyWithSso'>,
	context: StandingContext,
): PrerequisiteStanding {
	const {sso} = context.profile;
	if (onlyWithSso !== undefined && sso !== null && sso !== onlyWithSso) {
		return {standing: 'not_needed', reasons: [`Single sign-on is ${sso === 'enabled' ? 'on' : 'off'}.`]};
	}

	const told = needs.map(need => standingOf(need, context));
	return {
		standing: worstFirst.find(standing => told.some(each => each.standing === standing)) ?? 'unknown',
		reasons: told.map(({reason}) => reason),
	};
}

/** The organization role of the key, as `/me` tells it; null where it does not. */
export function keyRoleOf({identity}: Facts, organizationId: string | null): OrganizationRole | null {
	return identity?.outcome === 'ok'
		? (identity.value.organizations.find(({id}) => id === organizationId)?.role ?? null)
		: null;
}

function standingOf(need: Need, context: StandingContext): Told {
	const {profile} = context;
	switch (need.kind) {
		case 'role': {
			return roleStanding(need.roles, context);
		}

		case 'project_role': {
			return profile.role === 'owner' || profile.role === 'admin'
				? said(`As organization ${roleNames[profile.role]} you are that in every project.`)
				: unknown('Check your role in each project under Project Users.');
		}

		case 'plan': {
			return planStanding(need.lowest, profile);
		}

		case 'sso': {
			return profile.sso === null
				? unknown(`Whether single sign-on is on was not asked yet; ${askHint}.`)
				: profile.sso === need.is
					? said(`Single sign-on is ${onOff[need.is]}, as you answered.`)
					: lacking(`Single sign-on is ${onOff[profile.sso]}, as you answered.`);
		}

		case 'idp': {
			return profile.idp === null
				? unknown(`Your identity provider was not asked yet; ${askHint}.`)
				: said(`You answered ${idpNames[profile.idp]}.`);
		}

		case 'domain': {
			return domainStanding(context);
		}

		case 'own': {
			return unknown(`Check that ${need.that}: no read shows it.`);
		}
	}
}

function roleStanding(
	roles: Extract<Need, {kind: 'role'}>['roles'],
	{profile: {role}, keyRole}: StandingContext,
): Told {
	if (role !== null) {
		return roles.some(each => each === role)
			? said(`You are ${roleNames[role]}, as you answered.`)
			: lacking(
					`You answered ${roleNames[role]}: ask ${list(roles.map(each => roleNames[each]))} to do it with you.`,
				);
	}

	const isEnough = roles.some(each => each === keyRole);
	return keyRole !== null && keyRole !== 'other' && isEnough
		? {
				standing: 'read',
				reason: `The key in use is ${roleNames[keyRole]}. Your own role was not asked yet; ${askHint}.`,
			}
		: unknown(`Your role was not asked yet; ${askHint}.`);
}

function planStanding(lowest: 'growth' | 'enterprise', {plan}: Profile): Told {
	if (plan === null) {
		return unknown(`Your plan was not asked yet; ${askHint}. It takes ${planNames[lowest]}.`);
	}

	return planRanks[plan] >= planRanks[lowest]
		? said(`Your plan is ${planNames[plan]}, as you answered.`)
		: lacking(`It takes ${planNames[lowest]}; your plan is ${planNames[plan]}, as you answered.`);
}

function domainStanding({profile: {domains}, domain}: StandingContext): Told {
	if (domain?.status === 'pass' && domain.basis !== 'attested') {
		return {standing: 'read', reason: `The record stands in DNS for ${domains.join(', ')}.`};
	}

	if (domain?.status === 'pass') {
		return said(domain.reason);
	}

	if (domain?.status === 'fail') {
		return lacking(domain.reason);
	}

	return domains.length === 0
		? unknown(`No domain was named yet; ${askHint}.`)
		: unknown(`You named ${domains.join(', ')}; its DNS record was not seen yet.`);
}

const askHint = 'a in the list of controls asks it';
const onOff = {enabled: 'on', disabled: 'off'} as const;
const idpNames = {
	okta: 'Okta',
	entra: 'Microsoft Entra ID',
	google: 'Google',
	onelogin: 'OneLogin',
	jumpcloud: 'JumpCloud',
	other: 'another identity provider',
} as const;

function list(names: readonly string[]): string {
	return names.length === 1 ? `an ${names[0]}` : `an ${names.join(' or ')}`;
}

function said(reason: string): Told {
	return {standing: 'said', reason};
}

function lacking(reason: string): Told {
	return {standing: 'lacking', reason};
}

function unknown(reason: string): Told {
	return {standing: 'unknown', reason};
}
