import type {Lesson} from '../lesson.ts';

export const lesson: Lesson = {
	time: {text: '10 min', note: "and every user's next login", source: 'estimate'},
	description:
		'Ask everybody for a second factor, so that a password alone opens nothing. Without SSO Mixpanel asks for it, with SSO your identity provider does.',
	threat:
		'One phished or reused password reads and exports all product data. A second factor makes the password useless by itself.',
	applicability:
		"One of two roads applies. Without SSO: Mixpanel's own switch. With SSO: MFA in the identity provider, because Mixpanel's switch is then not available (documented, but other texts read as if both could exist).",
	lockOutWarnings: [
		'Tell users before you switch on: whoever has no authenticator app is stopped at the login.',
		'Recovery codes are shown once. Without codes and phone only an Owner or Admin can help.',
		'Have a second Owner enrolled before you close your own session.',
		'With SSO: people without a second factor in the IdP are stopped there.',
		'With SSO: Owners and Admins keep a password path that the MFA of the IdP does not cover.',
	],
	sideEffects: [
		'It covers logins with password and with Google. SSO logins are exempt.',
		'Nothing is documented about magic-link and passkey logins, nor about sessions that are open already.',
		'Setting a Mixpanel password ends magic links for that account for good.',
		'No plan limit is documented for it.',
	],
	undo: [
		'Turn the switch off and confirm with your password. That ends 2FA for everybody.',
		'One person: Access Security → 2FA tab → select → Reset Two-Factor Authorization.',
		'Magic links do not come back for an account that has a password.',
	],
	verify: [
		'The switch Two Factor Authentication is purple.',
		'You are asked for a code when you log in again.',
		'The organization audit log shows organization_access_security.twofactor_enabled, and user.twofactor_enabled for each person.',
		'With SSO: a test login to Mixpanel is asked for a second factor by the IdP.',
	],
	auditEvents: [
		'organization_access_security.twofactor_enabled',
		'organization_access_security.twofactor_disabled',
		'user.twofactor_enabled',
		'user.twofactor_disabled',
	],
	apiNote:
		"The two-factor setting can be read through an endpoint known only from Mixpanel's Terraform provider, which is alpha and describes no fields. What is read is shown, and you confirm its meaning once. Writing is unproven: the page asks for a password again, and the API may refuse a service account. Who has enrolled cannot be read.",
};
