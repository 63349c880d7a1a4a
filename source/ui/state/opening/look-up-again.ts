import {claimedDomains} from '../../../controls/sso/claimed-domains.ts';
import type {Facts} from '../../../types/facts.ts';
import type {Profile} from '../../../types/profile.ts';
import type {AppState, Open} from '../app-state.ts';
import {judge} from '../judge.ts';
import type {Step} from '../step.ts';

/** Domains that are looked up at most (`look-up-claims.ts`). */
const mostDomains = 200;

/**
Looks up the domains of the profile once other ones are named, behind whatever is on the screen. What was found of the
ones before says nothing of these.
*/
export function lookUpAgain(before: AppState, step: Step): Step {
	const {state} = step;
	const {open} = state;
	if (open === null || before.open === null || open.target !== before.open.target) {
		return step;
	}

	const {profile} = open.session;
	if (isSame(profile, before.open.session.profile)) {
		return step;
	}

	const {domainClaims: _, ...facts} = open.facts;
	const isAsked =
		open.target.kind !== 'byHand' && open.offline === null && domainsOf(profile, state).length > 0;
	return {
		state: {...state, open: judge({...open, facts}, state)},
		effects: isAsked ? [...step.effects, {type: 'read_claims'}] : step.effects,
	};
}

function isSame(one: Profile, other: Profile): boolean {
	return (
		one === other || (one.sso === other.sso && JSON.stringify(one.domains) === JSON.stringify(other.domains))
	);
}

/** Facts that arrive without what was asked of domains that were named before and no longer are. */
export function withoutOtherClaims(facts: Facts, {session}: Open, state: Pick<AppState, 'policy'>): Facts {
	const {domainClaims: read, ...others} = facts;
	if (read?.outcome !== 'ok') {
		return facts;
	}

	const domains = domainsOf(session.profile, state).slice(0, mostDomains);
	const given = new Set(read.value.map(claim => claim.given));
	return given.size === domains.length && domains.every(domain => given.has(domain)) ? facts : others;
}

function domainsOf(profile: Profile, {policy}: Pick<AppState, 'policy'>): readonly string[] {
	return profile.sso === 'disabled' ? [] : [...new Set(claimedDomains(profile, policy))];
}
