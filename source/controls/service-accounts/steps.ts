import type {GuideStep, Prerequisite} from '../../types/control.ts';

/** The guide lists none; without this one the page cannot be opened. */
export const prerequisites: readonly Prerequisite[] = [
	{
		id: '3.1.P1',
		text: 'Organization Owner or Admin for the organization page, or project Owner or Admin for a project page.',
		addedByUs: true,
		needs: [{kind: 'role', roles: ['owner', 'admin']}],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '3.1.S1',
		title: 'Review Service Accounts',
		lines: [
			{id: '3.1.S1.1', text: 'Go to Organization Settings → Service Accounts.', items: [], rules: []},
			{
				id: '3.1.S1.2',
				text: 'Look through every service account and find those nobody uses.',
				items: [],
				rules: ['service-account-unused'],
			},
			{
				id: '3.1.S1.3',
				text: 'Write down what each one is for and who answers for it.',
				items: [],
				rules: ['service-account-register'],
			},
		],
	},
	{
		id: '3.1.S2',
		title: 'Secure Accounts',
		lines: [
			{
				id: '3.1.S2.1',
				text: 'Keep each service account to one project.',
				items: [],
				rules: ['service-account-project-scope'],
			},
			{
				id: '3.1.S2.2',
				text: 'Give it the lowest role that still does its job.',
				items: [],
				rules: ['service-account-role'],
			},
			{
				id: '3.1.S2.3',
				text: 'Replace credentials on a schedule.',
				items: [],
				rules: ['service-account-expiry', 'service-account-rotation'],
			},
		],
	},
];
