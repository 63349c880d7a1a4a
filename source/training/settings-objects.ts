import type {Dialects} from './dialects.ts';
import type {Organization, SettingObject} from './organization.ts';

/**
The settings objects an organization starts with. No field name of them is public (mixpanel-api §6): these are
inventions in the variety a client must expect.
*/
export function settingsObjects(
	dialect: Dialects['twoFactor'],
	twoFactorRequired: boolean,
): Organization['settings'] {
	return {
		'two-factor': twoFactorObject(dialect, twoFactorRequired),
		'access-requests': {request_access_enabled: true, notify: 'owners_and_admins'},
		sessions: {session_timeout_minutes: 720},
		ai: {ai_enabled: true},
	};
}

function twoFactorObject(dialect: Dialects['twoFactor'], required: boolean): SettingObject {
	switch (dialect) {
		case 'enabled':
			return {enabled: required};
		case 'required':
			return {is_two_factor_required: required, grace_period_days: 7};
		case 'several':
			return {two_factor_enabled: required, require_2fa_for_admins: required, remember_devices: true};
		case 'nested':
			return {policy: {two_factor: {required}}, changed_by: null};
		case 'none':
			return {changed_at: null, changed_by: null};
	}
}
