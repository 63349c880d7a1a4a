import {planNames} from '../../assessment/plan-ranks.ts';
import type {Profile} from '../../types/profile.ts';

const providers = {
	okta: 'Okta',
	entra: 'Entra',
	google: 'Google',
	onelogin: 'OneLogin',
	jumpcloud: 'JumpCloud',
	other: 'another identity provider',
} as const;

/** What was answered about the organization, in a few words each: plan, single sign-on, domains. Empty for nothing. */
export function profileWords({plan, sso, idp, domains}: Profile): readonly string[] {
	const signOn =
		sso === 'disabled' ? 'no SSO' : idp === null ? (sso === null ? null : 'SSO') : providers[idp];
	const [first, ...more] = domains;
	return [
		plan === null ? null : planNames[plan],
		signOn,
		first === undefined ? null : more.length === 0 ? first : `${first} and ${more.length} more`,
	].filter(word => word !== null);
}
