import type {Profile} from '../../types/profile.ts';
import type {Exclusion} from './rule-text.ts';

/** With SSO on, Mixpanel's own second factor is out of reach (guide-facts 1.2). */
export function whenSsoEnabled(profile: Profile): Exclusion | null {
	return profile.sso === 'enabled'
		? {
				reasonCode: 'sso_enabled',
				reason: 'Single Sign-On is on, so the second factor is asked for by the identity provider.',
			}
		: null;
}

/** Without SSO there is no identity provider to ask anything of. */
export function whenSsoDisabled(profile: Profile): Exclusion | null {
	return profile.sso === 'disabled'
		? {reasonCode: 'sso_disabled', reason: 'Single Sign-On is off, so this has nothing to act on.'}
		: null;
}

/** Nothing is recorded, so there is nothing to mask. */
export function whenReplayUnused(profile: Profile): Exclusion | null {
	return profile.replay === false ? {reasonCode: 'not_used', reason: 'Session Replay is not used.'} : null;
}
