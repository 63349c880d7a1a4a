import type {GuideStep, Prerequisite} from '../../types/control.ts';

/** The guide lists none; without this one the page cannot be opened. */
export const prerequisites: readonly Prerequisite[] = [
	{
		id: '4.1.P1',
		text: 'Organization Owner or Admin for the organization log; project Owner or Admin for a project log.',
		addedByUs: true,
		needs: [{kind: 'role', roles: ['owner', 'admin']}],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '4.1.S1',
		title: 'Access Audit Logs',
		lines: [
			{
				id: '4.1.S1.1',
				text: 'Go to Organization Settings → Organization Activity.',
				items: [],
				rules: [],
			},
			{
				id: '4.1.S1.2',
				text: 'Read through what was logged.',
				items: [],
				rules: ['key-events-reviewed'],
			},
			{
				id: '4.1.S1.3',
				text: 'Export the log, to keep it and to work with it.',
				items: [],
				rules: ['audit-log-exported', 'audit-log-retention'],
			},
		],
	},
	{
		id: '4.1.S2',
		title: 'Monitor Key Events',
		lines: [
			{
				id: '4.1.S2.1',
				text: 'Authentication: who logged in, and who failed to.',
				items: [],
				rules: ['key-events-reviewed'],
			},
			{
				id: '4.1.S2.2',
				text: 'Permissions: who was given what.',
				items: [],
				rules: ['key-events-reviewed'],
			},
			{
				id: '4.1.S2.3',
				text: 'Projects: what was changed in them.',
				items: [],
				rules: ['key-events-reviewed'],
			},
			{
				id: '4.1.S2.4',
				text: 'Data exports: what left, and with whom.',
				items: [],
				rules: ['key-events-reviewed'],
			},
		],
	},
];
