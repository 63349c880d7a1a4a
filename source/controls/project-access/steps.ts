import type {GuideStep, Prerequisite} from '../../types/control.ts';

/** The guide lists none; without this one the page cannot be changed. */
export const prerequisites: readonly Prerequisite[] = [
	{
		id: '2.2.P1',
		text: 'Project role Owner or Admin in each project. Teams and new projects need organization Owner or Admin, Public Boards a project Owner.',
		addedByUs: true,
		needs: [{kind: 'project_role'}],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '2.2.S1',
		title: 'Configure Project Permissions',
		lines: [
			{id: '2.2.S1.1', text: 'Open the settings of the project.', items: [], rules: []},
			{
				id: '2.2.S1.2',
				text: 'Give people and teams their projects.',
				items: [],
				rules: ['all-users-grant-removed'],
			},
			{
				id: '2.2.S1.3',
				text: 'Give each a role in the project:',
				items: [
					{id: '2.2.S1.3a', text: 'Admin'},
					{id: '2.2.S1.3b', text: 'Analyst'},
					{id: '2.2.S1.3c', text: 'Consumer'},
				],
				rules: ['project-roles-minimal'],
			},
		],
	},
	{
		id: '2.2.S2',
		title: 'Limit Cross-Project Access',
		lines: [
			{
				id: '2.2.S2.1',
				text: 'Keep production and test data apart.',
				items: [],
				rules: ['environments-separated'],
			},
			{
				id: '2.2.S2.2',
				text: 'Limit who gets into sensitive projects.',
				items: [],
				rules: ['sensitive-projects-restricted'],
			},
			{
				id: '2.2.S2.3',
				text: 'Check who is in each project.',
				items: [],
				rules: ['project-membership-audited'],
			},
		],
	},
];
