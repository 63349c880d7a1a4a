import type {Identity, ServiceAccount, Team, TwoFactorReading, UserList} from '../../types/facts.ts';
import type {Question} from '../ask.ts';
import {decodeIdentity} from '../decode/identity.ts';
import {decodeServiceAccounts} from '../decode/service-accounts.ts';
import {decodeTeams} from '../decode/teams.ts';
import {decodeTwoFactor} from '../decode/two-factor.ts';
import {decodeUsers} from '../decode/users.ts';
import {organizationKey} from './needed-keys.ts';

/** Who the credential is (mixpanel-api §2). */
export const identityQuestion: Question<Identity> = {
	family: 'app',
	path: '/api/app/me',
	timeout: 'slow',
	grade: 'provider',
	needs: null,
	decode: decodeIdentity,
};

/** The organization's users (mixpanel-api §3). */
export function usersQuestion(organizationId: string): Question<UserList> {
	return {
		family: 'organization',
		path: `/organizations/${organizationId}/users/`,
		timeout: 'slow',
		grade: 'provider',
		needs: organizationKey,
		decode: decodeUsers,
	};
}

/** The organization's teams (mixpanel-api §3). */
export function teamsQuestion(organizationId: string): Question<readonly Team[]> {
	return {
		family: 'organization',
		path: `/organizations/${organizationId}/teams`,
		timeout: 'slow',
		grade: 'provider',
		needs: organizationKey,
		decode: decodeTeams,
	};
}

/** The organization's two-factor setting (mixpanel-api §6). */
export function twoFactorQuestion(organizationId: string): Question<TwoFactorReading> {
	return {
		family: 'organization',
		path: `/organizations/${organizationId}/twofactor`,
		timeout: 'normal',
		grade: 'provider',
		needs: organizationKey,
		decode: decodeTwoFactor,
	};
}

/** The organization's service accounts (mixpanel-api §7). */
export function serviceAccountsQuestion(
	organizationId: string,
	ownUsername: string,
): Question<readonly ServiceAccount[]> {
	return {
		family: 'app',
		path: `/api/app/organizations/${organizationId}/service-accounts`,
		timeout: 'slow',
		grade: 'documented',
		needs: organizationKey,
		decode: value => decodeServiceAccounts(value, ownUsername),
	};
}
