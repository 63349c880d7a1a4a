import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '1.1.Q1',
		question: 'What has to be in place before Single Sign-On can be switched on?',
		choices: ['A SCIM token', 'A verified claimed domain', 'The Enterprise plan', "Mixpanel's own 2FA"],
		answer: 1,
		explanation:
			'SSO serves only domains that you claimed and proved through DNS. The Growth plan is enough, and SCIM is an extra.',
	},
	{
		id: '1.1.Q2',
		question: 'Since you turned Require Single Sign-On on, a contractor who uses gmail is refused. Why?',
		choices: [
			'Her browser blocks the redirect to the IdP',
			'Gmail does not support SAML',
			'Her e-mail domain is not claimed, and enforced SSO shuts such guests out',
		],
		answer: 2,
		explanation:
			'Enforced SSO lets in claimed domains only. Give her an address on a claimed domain, or do not enforce SSO.',
	},
	{
		id: '1.1.Q3',
		question: 'Does Require Single Sign-On force an organization Owner through the IdP?',
		choices: [
			'No: Owners and Admins may still use a password',
			'Yes, everybody without exception',
			'Only Owners, not Admins',
		],
		answer: 0,
		explanation:
			'The built-in exception saves you when SSO breaks. It also means those passwords must be unique, vaulted and watched.',
	},
];
