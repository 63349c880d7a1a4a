import {adminKey, job, members, people, soundViews} from '../builders.ts';
import type {PlantedProject, Scenario} from '../scenario.ts';

/** Days from the hardening to today. */
export const hardenedDaysAgo = 160;

export const shopProperties: PlantedProject['properties'] = [
	{name: '$email', resourceType: 'User', is: 'sensitive'},
	{name: '$name', resourceType: 'User', is: 'sensitive'},
	{name: 'order_total', resourceType: 'Event'},
];

export const stagingProject: PlantedProject = {
	key: 'staging',
	name: 'Staging',
	views: soundViews('testers', 'Testers'),
	properties: [{name: 'order_total', resourceType: 'Event'}],
};

const found = {status: 'pass', resources: []} as const;

/** The organization of relapse on the day it was hardened: all that can be read was in order. */
export const spring: Scenario = {
	name: 'relapse',
	summary: 'As it was hardened',
	description: 'The organization of relapse on the day it was hardened.',
	plan: 'growth',
	organizationNames: ['Fennel Example', 'Marble Example', 'Nimbus Example', 'Tundra Example'],
	ids: 'ordinary',
	dialects: {},
	own: 'spring-key',
	people: [
		...people('owner', ['founder', 'platform-lead']),
		...people('admin', ['analytics-lead', 'security-lead']),
		...people('billing admin', ['accountant']),
		...people('no role', ['new-lead', 'contractor']),
		...members(9),
	],
	teams: [
		{key: 'product', name: 'Product', members: 7},
		{key: 'support', name: 'Support', members: 3},
	],
	projects: [
		{key: 'shop', name: 'Shop', views: soundViews('europe', 'Europe only'), properties: shopProperties},
		{
			key: 'app',
			name: 'App',
			views: soundViews('no-minors', 'Without minors'),
			properties: [
				{name: '$email', resourceType: 'User', is: 'sensitive'},
				{name: 'app_version', resourceType: 'Event'},
			],
		},
		stagingProject,
	],
	serviceAccounts: [
		{...adminKey(['shop', 'app', 'staging']), key: 'spring-key', name: 'practice-spring'},
		job('warehouse-export', {shop: 'analyst'}, {createdDaysAgo: 60, expiresInDays: 100}),
		job('crash-sync', {app: 'consumer'}, {createdDaysAgo: 10, expiresInDays: 170}),
		job('marketing-feed', {shop: 'consumer'}, {createdDaysAgo: 15, expiresInDays: 165}),
	],
	customRoles: [],
	twoFactorRequired: true,
	domains: {claimed: [], unclaimed: [''], failing: []},
	colleague: [],
	planted: {
		'organization-two-factor': {status: 'manual', resources: []},
		'least-privilege-roles': found,
		'teams-in-use': found,
		'owner-count': found,
		'privileged-service-accounts': found,
		'service-account-expiry': found,
		'service-account-unused': found,
		'service-account-rotation': found,
		'service-account-role': found,
		'service-account-project-scope': found,
		'service-account-classified-access': found,
		'wizard-key': found,
		'pii-classified': found,
		'data-views-restrict': found,
		'default-view-restricted': found,
	},
};
