import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '2.2.Q1',
		question: 'Which single setting gives future hires access that nobody looked at?',
		choices: ['A team with the role Analyst', 'The grant All Users in the Organization', 'A public board'],
		answer: 1,
		explanation:
			'It covers present and future users, and service accounts as well. Teams hold named people only.',
	},
	{
		id: '2.2.Q2',
		question: 'Sharing of a board is Off. Can another member of the project open it?',
		choices: ['No', 'Only project Admins can', 'Yes, with the link'],
		answer: 2,
		explanation: 'Off only keeps the board out of lists. The project is the boundary that holds.',
	},
	{
		id: '2.2.Q3',
		question: 'You picked US residency by mistake. What mends it?',
		choices: [
			'A new project and a migration: residency is fixed when a project is made',
			'The pencil beside Residency in the project settings',
			'Moving the project to another organization',
		],
		answer: 0,
		explanation: 'Residency cannot be changed afterwards, so choose it with care before you press Create.',
	},
];
