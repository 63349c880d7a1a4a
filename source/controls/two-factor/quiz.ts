import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '1.2.Q1',
		question: 'Your people log in through SAML. Where is MFA enforced?',
		choices: ["With Mixpanel's 2FA switch", 'In the identity provider', 'In both', 'Nowhere'],
		answer: 1,
		explanation: 'With SSO on, Mixpanel offers no 2FA of its own, so the IdP has to ask.',
	},
	{
		id: '1.2.Q2',
		question: 'You log in with magic links, and the 2FA switch wants a password. What now?',
		choices: [
			'Set a password in Your Profile; magic links are then gone for your account for good',
			'Ask support to skip the question',
			'Set a password, switch 2FA on, then delete the password to get magic links back',
		],
		answer: 0,
		explanation: 'The box needs a Mixpanel password, and setting one ends magic links for that account.',
	},
	{
		id: '1.2.Q3',
		question: 'A colleague lost her phone and her recovery codes. Who can help?',
		choices: [
			'Nobody: she needs a new account',
			'Her project Admin',
			'An organization Owner or Admin, with a reset in Access Security',
		],
		answer: 2,
		explanation: 'After the reset she sets up a new method at her next login.',
	},
];
