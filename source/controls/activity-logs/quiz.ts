import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '4.1.Q1',
		question: 'You are on Growth, and an incident happened four months ago. Is it in the audit log?',
		choices: [
			'Yes, the log goes back two years',
			'No, the log goes back 90 days; only your own exports have it',
			'Yes, but only in the project log',
			'Only if somebody had enabled the log before',
		],
		answer: 1,
		explanation:
			'Free and Growth keep 90 days, Enterprise two years. Nobody has to enable anything, but exports have to be made while the trace is there.',
	},
	{
		id: '4.1.Q2',
		question: 'Which event tells of a bulk pull through the API?',
		choices: ['board.updated', 'session.logged_in', 'raw_event_export.requested'],
		answer: 2,
		explanation:
			'raw_event_export.requested is the only trace that the API calls of a service account leave. The other two are ordinary work.',
	},
	{
		id: '4.1.Q3',
		question: 'Where do you find failed logins?',
		choices: [
			'In the organization log only',
			'In the log of each project',
			'In both logs',
			'Nowhere, they are not logged',
		],
		answer: 0,
		explanation:
			'session.login_failed belongs to the organization. The project log has no logins, no two-factor and no creation of service accounts.',
	},
];
