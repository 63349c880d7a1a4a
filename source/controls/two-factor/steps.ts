import type {GuideStep, Prerequisite} from '../../types/control.ts';

/** The guide lists none; without these the switch cannot be used. */
export const prerequisites: readonly Prerequisite[] = [
	{
		id: '1.2.P1',
		text: 'Organization role Owner or Admin, and a Mixpanel password: the switch asks for it.',
		addedByUs: true,
		needs: [
			{kind: 'role', roles: ['owner', 'admin']},
			{kind: 'own', that: 'you have a Mixpanel password'},
		],
		onlyWithSso: 'disabled',
	},
	{
		id: '1.2.P2',
		text: "SSO is off. With SSO on, Mixpanel's two-factor setting is not available, and step 2 holds.",
		addedByUs: true,
		needs: [{kind: 'sso', is: 'disabled'}],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '1.2.S1',
		title: 'Enable 2FA Requirement',
		lines: [
			{id: '1.2.S1.1', text: 'Open Organization Settings → Access Security.', items: [], rules: []},
			{
				id: '1.2.S1.2',
				text: 'Switch on Require two-factor authentication.',
				items: [],
				rules: ['organization-two-factor'],
			},
			{
				id: '1.2.S1.3',
				text: 'Have every member set up 2FA.',
				items: [],
				rules: ['members-enrolled'],
			},
		],
	},
	{
		id: '1.2.S2',
		title: 'Configure via IdP',
		lines: [
			{id: '1.2.S2.1', text: 'Turn MFA on in the identity provider.', items: [], rules: ['idp-mfa']},
			{
				id: '1.2.S2.2',
				text: 'Give admins methods that resist phishing.',
				items: [],
				rules: ['phishing-resistant-admins'],
			},
		],
	},
];
