import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '2.1.Q1',
		question: 'Analyst Ana needs three projects and no settings. Which organization role?',
		choices: ['Admin', 'Billing Admin', 'Member'],
		answer: 2,
		explanation: 'Member gives no settings at all. Her projects come through a team.',
	},
	{
		id: '2.1.Q2',
		question: 'Bob was given Consumer, and his team gives him Analyst. What can he do?',
		choices: [
			'What both roles allow together',
			'Only what Consumer allows: the lower role wins',
			'Only what the role given last allows',
		],
		answer: 0,
		explanation: 'Roles add up and never subtract. To take something away, remove the grant that gives it.',
	},
	{
		id: '2.1.Q3',
		question: 'Finance wants to see receipts. Which role, and which surprise?',
		choices: [
			'Owner; it also gets a copy of every report',
			'Billing Admin; a page of Mixpanel lets it set Organization Discoverability, too',
			'Member; receipts are open to everybody',
			'Admin; it also pays the invoices',
		],
		answer: 1,
		explanation:
			'Billing Admin sees plan and receipts without any project. Keep its second power in mind: discoverability decides who may join.',
	},
];
