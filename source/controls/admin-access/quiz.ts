import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '2.3.Q1',
		question: 'How many Owners should an organization have?',
		choices: ['1', '2–3', 'All managers'],
		answer: 1,
		explanation:
			'With one, a lost account locks you out. With many, there are many accounts worth attacking.',
	},
	{
		id: '2.3.Q2',
		question: 'Why is Require Single Sign-On not enough for admins?',
		choices: [
			'Owners and Admins may still log in with a password',
			'It holds for project roles only',
			'It ends after 90 days',
		],
		answer: 0,
		explanation: 'They are the built-in exception. A passkey and a vaulted password make up for it.',
	},
	{
		id: '2.3.Q3',
		question: 'Which holders that are no people count as admins?',
		choices: [
			'Every project token',
			'Every team',
			'None: only people can be admins',
			'Service accounts with role owner or admin, and whatever holds the SCIM token',
		],
		answer: 3,
		explanation:
			'They can do what an admin does, without a login page and without a second factor. A project token only sends data in.',
	},
];
