import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '3.2.Q1',
		question: 'You hide $email in Lexicon. Is it protected?',
		choices: [
			'Yes, hidden properties cannot be queried',
			'Yes, except for project Owners',
			'No, hidden entries can still be shown; it has to be classified',
		],
		answer: 2,
		explanation:
			'Hide only tidies the menus. Marking the property classified is what keeps people without the permission from using it.',
	},
	{
		id: '3.2.Q2',
		question: 'Can a project Owner see classified data by default?',
		choices: [
			'Yes, Owners see everything',
			'No, it takes a custom role with Classified Data Access',
			'Yes, once two-factor is set up',
			'Only in the default data view',
		],
		answer: 1,
		explanation:
			'Since April 2026 no default role may see classified data, Owner included. The permission sits in a custom role, and custom roles need Enterprise.',
	},
	{
		id: '3.2.Q3',
		question: 'A deletion request is finished. A week later the person is back in your data. Why?',
		choices: [
			'Tracking was never opted out, and deleting does not stop new data',
			'The deletion was undone by another admin',
			'Deleted profiles come back after seven days',
		],
		answer: 0,
		explanation:
			'A deletion removes what was stored. Your app goes on sending until you opt the person out in the SDK.',
	},
];
