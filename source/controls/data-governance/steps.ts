import type {GuideStep, Prerequisite} from '../../types/control.ts';

/** The guide lists none; these are needed all the same. */
export const prerequisites: readonly Prerequisite[] = [
	{
		id: '3.2.P1',
		text: 'Project Owner or Admin for data views and classification; project Owner to block data.',
		addedByUs: true,
		needs: [{kind: 'project_role'}],
	},
	{
		id: '3.2.P2',
		text: 'Growth plan or above for data views and for marking properties classified; Enterprise to let chosen people see classified data.',
		addedByUs: true,
		needs: [{kind: 'plan', lowest: 'growth'}],
	},
	{
		id: '3.2.P3',
		text: 'Organization Owner or Admin with a personal GDPR OAuth token for deletion requests.',
		addedByUs: true,
		needs: [
			{kind: 'role', roles: ['owner', 'admin']},
			{kind: 'own', that: 'your GDPR OAuth token has not run out'},
		],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '3.2.S1',
		title: 'Configure Data Views',
		lines: [
			{
				id: '3.2.S1.1',
				text: 'Make data views that narrow what a group of people can query.',
				items: [],
				rules: ['data-views-restrict'],
			},
			{
				id: '3.2.S1.2',
				text: 'Keep sensitive properties out of sight.',
				items: [],
				rules: ['pii-classified'],
			},
			{
				id: '3.2.S1.3',
				text: 'Give the views to the right users.',
				items: [],
				rules: ['default-view-restricted'],
			},
		],
	},
	{
		id: '3.2.S2',
		title: 'Configure Privacy Controls',
		lines: [
			{
				id: '3.2.S2.1',
				text: 'Classify properties that hold PII.',
				items: [],
				rules: ['pii-classified'],
			},
			{
				id: '3.2.S2.2',
				text: 'Mask data.',
				items: [],
				rules: ['replay-masking'],
			},
			{
				id: '3.2.S2.3',
				text: 'Be able to answer deletion requests (GDPR/CCPA).',
				items: [],
				rules: ['deletion-process'],
			},
		],
	},
];
