import type {GuideStep, Prerequisite} from '../../types/control.ts';

/** The guide lists none; without these the roles cannot be given. */
export const prerequisites: readonly Prerequisite[] = [
	{
		id: '2.1.P1',
		text: 'Organization role Owner or Admin. Only an Owner can make an Owner.',
		addedByUs: true,
		needs: [{kind: 'role', roles: ['owner', 'admin']}],
	},
	{
		id: '2.1.P2',
		text: 'Growth plan or above: Free has only the roles Owner and Billing Admin.',
		addedByUs: true,
		needs: [{kind: 'plan', lowest: 'growth'}],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '2.1.S1',
		title: 'Review Roles',
		lines: [
			{id: '2.1.S1.1', text: 'Open Organization Settings → Users & Teams.', items: [], rules: []},
			{
				id: '2.1.S1.2',
				text: 'Know the roles there are:',
				items: [
					{id: '2.1.S1.2a', text: 'Owner'},
					{id: '2.1.S1.2b', text: 'Admin'},
					{id: '2.1.S1.2c', text: 'Billing Admin'},
					{id: '2.1.S1.2d', text: 'Member'},
				],
				rules: ['least-privilege-roles'],
			},
			{
				id: '2.1.S1.3',
				text: 'Give each person the lowest role that does the job.',
				items: [],
				rules: ['least-privilege-roles'],
			},
		],
	},
	{
		id: '2.1.S2',
		title: 'Configure Teams',
		lines: [
			{id: '2.1.S2.1', text: 'Make teams and give access through them.', items: [], rules: ['teams-in-use']},
			{id: '2.1.S2.2', text: 'Give each team its projects.', items: [], rules: ['teams-have-projects']},
			{id: '2.1.S2.3', text: 'Review access at fixed times.', items: [], rules: ['access-review-current']},
		],
	},
];
