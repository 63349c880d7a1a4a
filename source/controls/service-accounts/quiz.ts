import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '3.1.Q1',
		question: 'A colleague finds your project token in the source of your web page. What has leaked?',
		choices: [
			'Nothing that reads data: the token only says which project an event belongs to',
			'Read access to the raw events of that project',
			'Admin access to the project until the token is rotated',
			'The secret of a service account',
		],
		answer: 0,
		explanation:
			'The token identifies the project and authorizes no reading; it is public wherever the browser sends events. Service-account secrets and the old API Secret are what must stay private.',
	},
	{
		id: '3.1.Q2',
		question: 'How do you rotate the secret of a service account?',
		choices: [
			'Press Rotate on its row',
			'Edit its expiry so that a new secret is issued',
			'Create a new account, move the system over, then delete the old one',
			'Ask Mixpanel support for a new secret',
		],
		answer: 2,
		explanation:
			'Neither a button nor an API call changes an existing account. Two accounts overlap for a few days; the old one goes when its last use stops moving.',
	},
	{
		id: '3.1.Q3',
		question: 'You think an account is unused but are not sure. What comes first?',
		choices: [
			'Delete it on the organization page',
			'Remove it from its projects, wait, and delete it later',
			'Wait until its secret expires by itself',
		],
		answer: 1,
		explanation:
			'Removing it from a project reaches only that project and can be taken back. Deleting on the organization page ends all its access at once and for good. By default a secret never expires.',
	},
];
