import type {Click, ClickGroup} from '../../types/control.ts';
import {deepLinks} from '../deep-links.ts';

const onOrganization = {
	path: ['Settings', 'Org', 'Access Security', '2FA & SSO'],
	label: null,
	values: [],
	url: deepLinks.organizationPlan,
	role: 'Organization Owner or Admin',
	plan: null,
	sideEffect: null,
	undo: null,
	lockOut: false,
	alsoCalled: ['Organization Settings → Access Security'],
} as const satisfies Partial<Click>;

const onProfile = {
	...onOrganization,
	path: ['Settings', 'Profile', 'Your Profile'],
	url: deepLinks.profileDataPrivacy,
	role: 'Each user',
	alsoCalled: ['Personal Settings → Your Profile'],
} as const satisfies Partial<Click>;

const inIdp = {
	...onOrganization,
	path: [],
	url: null,
	role: 'IdP administrator',
	alsoCalled: [],
} as const satisfies Partial<Click>;

const withoutSso: ClickGroup = {
	title: "Mixpanel's own two-factor setting",
	appliesWhen: 'SSO is off',
	clicks: [
		{
			...onOrganization,
			id: '1.2.C1',
			action:
				'Check the organization name first: the link opens whichever organization this browser used last. Then tell all its users the date, and ask them to install an authenticator app.',
			values: [{label: 'Organization', template: '{organizationName}'}],
			seenWhen: 'The right organization name, and every user knows the date.',
		},
		{
			...onProfile,
			id: '1.2.C2',
			action:
				'Make sure that you have a Mixpanel password yourself; if not, set one with the pencil. The link opens Data & Privacy: choose Your Profile there. Then go to Settings → Org → Access Security → 2FA & SSO.',
			role: 'Organization Owner or Admin',
			sideEffect: 'Once you set a password, magic links are off for your account.',
			undo: 'Cannot be undone: magic links do not come back for an account with a password.',
			seenWhen: 'You can log in with e-mail and password, and the card Two Factor Authentication is in view.',
		},
		{
			...onOrganization,
			id: '1.2.C3',
			proofs: ['another-owner', 'own-password', 'app-installed'],
			wait: {for: 'the announced day', what: 'the switch Two Factor Authentication', days: 7},
			action:
				'On the card Two Factor Authentication turn the switch on. Enter your password in the box Verify Mixpanel password and press Confirm.',
			label: 'Confirm',
			sideEffect:
				'Everybody is asked for a second factor, at the next login or the one after. Nothing says that open sessions end.',
			undo: 'Turn the switch off and confirm with your password: 2FA ends for everybody.',
			seenWhen: 'The switch is purple, and the audit log has organization_access_security.twofactor_enabled.',
			lockOut: true,
			alsoCalled: [...onOrganization.alsoCalled, 'Require two-factor authentication'],
		},
		{
			...onProfile,
			id: '1.2.C4',
			proofs: ['another-owner'],
			path: [],
			url: deepLinks.login,
			action:
				'Log out and log in. Scan the QR code; "Can\'t scan QR code?" shows the secret instead. Put the recovery codes in a password manager before you go on: they are shown once.',
			role: 'Organization Owner or Admin',
			sideEffect: 'Whoever loses device and recovery codes cannot get in without help.',
			undo: 'Lost device or codes: another Owner or Admin resets your second factor (1.2.C11).',
			seenWhen: 'Your next login asks for a code and accepts it.',
			lockOut: true,
			alsoCalled: [],
		},
		{
			...onProfile,
			id: '1.2.C5',
			path: [],
			url: deepLinks.login,
			action: 'Have a second Owner log in and enrol in the same way before you close your session.',
			role: 'A second Organization Owner',
			seenWhen: 'Two Owners got in with a code, and both stored their recovery codes.',
			alsoCalled: [],
		},
		{
			...onProfile,
			id: '1.2.C6',
			wait: {for: 'all users', what: 'their next login with a second factor', days: 14},
			action:
				'From now on people can enrol by themselves: press Set Up Method, then log out and in. The link opens Data & Privacy: choose Your Profile there.',
			label: 'Set Up Method',
			sideEffect: 'Later the button reads Change Method, and using it resets the old method.',
			undo: 'Use Change Method to enrol again.',
			seenWhen: 'Nobody is left without a method; the audit log has user.twofactor_enabled for each.',
			alsoCalled: [...onProfile.alsoCalled, 'Change Method'],
		},
	],
};

const withSso: ClickGroup = {
	title: 'MFA in the identity provider',
	appliesWhen: 'SSO is on',
	clicks: [
		{
			...inIdp,
			id: '1.2.C7',
			proofs: ['break-glass', 'factor-in-idp'],
			wait: {for: 'the owner of the identity provider', what: 'MFA for the Mixpanel app', days: 7},
			action:
				'Check in Mixpanel that the organization is the one you mean. Then demand MFA for the Mixpanel app in your IdP.',
			values: [{label: 'Organization', template: '{organizationName}'}],
			sideEffect: 'People without a second factor in the IdP are stopped at their next login.',
			undo: 'Take the demand out of the policy again.',
			seenWhen: 'A test user who opens Mixpanel is asked for a second factor by the IdP.',
			lockOut: true,
		},
		{
			...inIdp,
			id: '1.2.C8',
			proofs: ['break-glass', 'factor-in-idp'],
			action:
				'For Mixpanel Owners and Admins demand a method that resists phishing: FIDO2, a passkey or a certificate.',
			sideEffect: 'Owners and Admins without such a method are stopped at the IdP.',
			undo: 'Take the demand out of the policy again.',
			seenWhen: 'An admin gets in with the strong method and is refused with a weaker one.',
			lockOut: true,
		},
		{
			...onProfile,
			id: '1.2.C9',
			action:
				'Register a Mixpanel passkey for each Owner who keeps a way in for emergencies, and save the recovery codes: they are shown once. Their password path is not covered by the MFA of the IdP. The link opens Data & Privacy: choose Your Profile there.',
			label: 'Register passkey',
			role: 'Each break-glass Owner',
			undo: 'How to remove a passkey is not documented; look under Passkeys in Your Profile.',
			seenWhen: 'The passkey is listed, and the Owner logs in with Login with passkey.',
		},
	],
};

const wayBack: ClickGroup = {
	title: 'Lost device, and the way back',
	appliesWhen: 'SSO is off and somebody cannot get in',
	clicks: [
		{
			...onProfile,
			id: '1.2.C10',
			path: [],
			url: deepLinks.login,
			action: 'At the login choose "Need help? Use a recovery code to sign in" and enter a saved code.',
			label: 'Login',
			sideEffect: 'When all codes are used, Mixpanel has you set up a new method at the next login.',
			seenWhen: 'You are in.',
			alsoCalled: [],
		},
		{
			...onOrganization,
			id: '1.2.C11',
			path: ['Settings', 'Org', 'Access Security', '2FA'],
			action:
				'Without codes: check the organization name, open the 2FA tab, select the person and press the reset button. It is labelled as printed here.',
			label: 'Reset Two-Factor Authorization',
			sideEffect: 'The person has no second factor until the next login.',
			undo: 'The person enrols again at the next login; the old method does not come back.',
			seenWhen: 'The person is asked to set up 2FA at the next login.',
			alsoCalled: [...onOrganization.alsoCalled, '2FA & SSO'],
		},
	],
};

export const clickGroups: readonly ClickGroup[] = [withoutSso, withSso, wayBack];
