import type {GuideStep, Prerequisite} from '../../types/control.ts';

export const prerequisites: readonly Prerequisite[] = [
	{
		id: '1.1.P1',
		text: 'Admin access to the Mixpanel organization',
		addedByUs: false,
		needs: [
			{kind: 'role', roles: ['owner', 'admin']},
			{kind: 'own', that: 'you have a Mixpanel password'},
		],
	},
	{id: '1.1.P2', text: 'Enterprise plan', addedByUs: false, needs: [{kind: 'plan', lowest: 'growth'}]},
	{
		id: '1.1.P3',
		text: 'An identity provider (IdP) that speaks SAML 2.0',
		addedByUs: false,
		needs: [{kind: 'idp'}],
	},
	{
		id: '1.1.P4',
		text: 'A verified claimed domain. It needs the right to edit DNS, and up to 24 hours.',
		addedByUs: true,
		needs: [{kind: 'domain'}],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '1.1.S1',
		title: 'Access SSO Settings',
		lines: [
			{id: '1.1.S1.1', text: 'Open Organization Settings → Access Security.', items: [], rules: []},
			{id: '1.1.S1.2', text: 'Look for the SAML SSO section.', items: [], rules: []},
		],
	},
	{
		id: '1.1.S2',
		title: 'Configure SAML',
		lines: [
			{id: '1.1.S2.1', text: 'Switch SAML SSO on.', items: [], rules: ['sso-enabled']},
			{
				id: '1.1.S2.2',
				text: 'Fill in what the IdP gives you:',
				items: [
					{id: '1.1.S2.2a', text: 'SSO URL'},
					{id: '1.1.S2.2b', text: 'Entity ID'},
					{id: '1.1.S2.2c', text: 'Certificate'},
				],
				rules: ['sso-enabled', 'saml-certificate-expiry'],
			},
			{
				id: '1.1.S2.3',
				text: "Fetch Mixpanel's metadata and give it to the IdP.",
				items: [],
				rules: ['sso-enabled'],
			},
		],
	},
	{
		id: '1.1.S3',
		title: 'Test and Enforce',
		lines: [
			{id: '1.1.S3.1', text: 'Try a login through SSO.', items: [], rules: ['sso-login-tested']},
			{id: '1.1.S3.2', text: 'Make SSO mandatory.', items: [], rules: ['sso-required']},
			{
				id: '1.1.S3.3',
				text: 'Set up exceptions where they are needed.',
				items: [],
				rules: ['break-glass-owners'],
			},
		],
	},
];
