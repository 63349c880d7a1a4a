import type {GuideStep, Prerequisite} from '../../types/control.ts';

/** The guide lists none; an Admin can do part of it only. */
export const prerequisites: readonly Prerequisite[] = [
	{
		id: '2.3.P1',
		text: 'Organization role Owner. An Admin can see the list, but not change Owners.',
		addedByUs: true,
		needs: [{kind: 'role', roles: ['owner']}],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '2.3.S1',
		title: 'Inventory Admins',
		lines: [
			{id: '2.3.S1.1', text: 'Go through all Owner and Admin accounts.', items: [], rules: ['owner-count']},
			{
				id: '2.3.S1.2',
				text: 'Write down who has admin access and why.',
				items: [],
				rules: ['admins-documented'],
			},
			{
				id: '2.3.S1.3',
				text: 'Find rights nobody needs.',
				items: [],
				rules: ['privileged-service-accounts', 'admins-documented'],
			},
		],
	},
	{
		id: '2.3.S2',
		title: 'Apply Restrictions',
		lines: [
			{id: '2.3.S2.1', text: 'Keep Owners to 2-3 people.', items: [], rules: ['owner-count']},
			{
				id: '2.3.S2.2',
				text: 'Demand 2FA or SSO of admins.',
				items: [],
				rules: ['admins-strong-authentication'],
			},
			{
				id: '2.3.S2.3',
				text: 'Watch what admins do.',
				items: [],
				rules: ['admin-activity-monitored'],
			},
		],
	},
];
