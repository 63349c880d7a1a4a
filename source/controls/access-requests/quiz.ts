import type {QuizQuestion} from '../../types/control.ts';

export const quiz: readonly QuizQuestion[] = [
	{
		id: '1.3.Q1',
		question: 'At which level does a sign-up on your mail domain get in undecided?',
		choices: ['Invite-Only', 'Admin Approval', 'Open Organization'],
		answer: 2,
		explanation:
			'Open Organization is found and joined by every new sign-up on the listed domains. The other two need an invitation or an approval.',
	},
	{
		id: '1.3.Q2',
		question: 'Who can approve a request to join a project?',
		choices: [
			'Anybody in the project',
			'Project Owners and Admins',
			'Project Analysts and above',
			'Only Mixpanel support',
		],
		answer: 1,
		explanation:
			'Approving is a permission of those two roles. Analysts and Consumers do not have it, and there is no list of approvers to fill in.',
	},
	{
		id: '1.3.Q3',
		question: 'A new member sees data, yet nobody approved a project request. Why?',
		choices: [
			'A grant for All Users in the Organization covers current and future members',
			'Every member may read every project',
			'Requests are approved by themselves after a day',
		],
		answer: 0,
		explanation: 'With that grant, joining the organization is access. Remove it in control 2.2.',
	},
];
