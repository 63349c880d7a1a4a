import type {GuideStep, Prerequisite} from '../../types/control.ts';

/** The guide lists none; who may act differs by mechanism. */
export const prerequisites: readonly Prerequisite[] = [
	{
		id: '1.3.P1',
		text: 'Without SSO: Enterprise plan, and organization role Owner or Billing Admin.',
		addedByUs: true,
		needs: [
			{kind: 'plan', lowest: 'enterprise'},
			{kind: 'role', roles: ['owner', 'billing_admin']},
		],
		onlyWithSso: 'disabled',
	},
	{
		id: '1.3.P2',
		text: 'With SSO: Growth plan or above, and organization role Owner or Admin.',
		addedByUs: true,
		needs: [
			{kind: 'plan', lowest: 'growth'},
			{kind: 'role', roles: ['owner', 'admin']},
		],
		onlyWithSso: 'enabled',
	},
	{
		id: '1.3.P3',
		text: 'Role Owner or Admin in each project whose requests you decide.',
		addedByUs: true,
		needs: [{kind: 'project_role'}],
	},
];

export const steps: readonly GuideStep[] = [
	{
		id: '1.3.S1',
		title: 'Enable Access Requests',
		lines: [
			{id: '1.3.S1.1', text: 'Open Organization Settings → Access Security.', items: [], rules: []},
			{
				id: '1.3.S1.2',
				text: 'Set how access is asked for.',
				items: [],
				rules: ['self-join-closed'],
			},
			{
				id: '1.3.S1.3',
				text: 'Name the approvers.',
				items: [],
				rules: ['access-requests-decided'],
			},
		],
	},
];
