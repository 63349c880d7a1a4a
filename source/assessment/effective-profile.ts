import {rules} from '../controls/sso/rules.ts';
import type {Attestation} from '../types/assessment.ts';
import type {Profile} from '../types/profile.ts';
import {latestAttestation, validityOf} from './attestation-validity.ts';

const ssoEnabled = rules.find(({id}) => id === 'sso-enabled');

/**
The profile with what was attested instead of answered: a word on `sso-enabled` that holds says whether SSO is on,
unless the profile says so itself. It counts whichever controls are being assessed.
*/
export function effectiveProfile(profile: Profile, attestations: readonly Attestation[], now: Date): Profile {
	if (profile.sso !== null || ssoEnabled === undefined) {
		return profile;
	}

	const attestation = latestAttestation(ssoEnabled, attestations);
	if (attestation === null || validityOf(attestation, ssoEnabled, now).kind !== 'holds') {
		return profile;
	}

	switch (attestation.status) {
		case 'pass': {
			return {...profile, sso: 'enabled'};
		}

		case 'fail': {
			return {...profile, sso: 'disabled'};
		}

		case 'not_applicable': {
			return profile;
		}
	}
}
