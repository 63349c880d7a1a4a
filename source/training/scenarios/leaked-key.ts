import {adminKey, job, members, people, soundViews} from './builders.ts';
import {account, type Scenario} from './scenario.ts';

const projects = ['shop', 'shop-staging', 'loyalty'];

/** A secret was published; somebody uses it, and has made a second way in. */
export const leakedKey: Scenario = {
	name: 'leaked-key',
	summary: 'A service account’s secret was published, and somebody is using it now',
	description:
		'An hour ago a code search found the secret of the service account ci-deploy in a public repository. Its pipeline was shut down three weeks ago, yet Last Used moves every few minutes, and it is Owner of the organization and of every project. Find what the stranger can reach, what was left behind as a second way in, and close both without stopping the jobs that do honest work. Aim for thirty minutes; for now you keep the time yourself, and there is no audit log to export here.',
	plan: 'growth',
	organizationNames: ['Anchor Example', 'Copper Example', 'Pepper Example', 'Willow Example'],
	ids: 'ordinary',
	dialects: {},
	people: [
		...people('owner', ['founder', 'engineering-lead']),
		...people('admin', ['analytics-lead']),
		...people('billing admin', ['accountant']),
		...members(14),
		// Nobody here knows the address.
		{key: 'stranger', role: 'admin', invited: true, name: '', email: 'it-support@mailbox-relay.example'},
	],
	teams: [{key: 'shop', name: 'Shop', members: 11}],
	projects: [
		{
			key: 'shop',
			name: 'Shop',
			views: soundViews('europe', 'Europe only'),
			properties: [
				{name: '$email', resourceType: 'User', is: 'sensitive'},
				{name: 'delivery_address', resourceType: 'Event', is: 'sensitive'},
				{name: 'order_total', resourceType: 'Event'},
			],
		},
		{
			key: 'shop-staging',
			name: 'Shop Staging',
			views: soundViews('testers', 'Testers'),
			properties: [{name: 'order_total', resourceType: 'Event'}],
		},
		{
			key: 'loyalty',
			name: 'Loyalty Cards',
			views: soundViews('no-names', 'Without names'),
			properties: [
				{name: '$name', resourceType: 'User', is: 'sensitive'},
				{name: 'birthday', resourceType: 'User', is: 'sensitive'},
				{name: 'points', resourceType: 'Event'},
			],
		},
	],
	serviceAccounts: [
		adminKey(projects),
		job(
			'ci-deploy',
			{},
			{
				organizationRole: 'owner',
				// Three minutes ago, and again and again.
				usedDaysAgo: 3 / 1440,
				usedEveryMinutes: 7,
				createdDaysAgo: 460,
				expiresInDays: null,
				grants: projects.map(project => ({
					project,
					role: 'owner',
					through: 'organization',
					seesClassified: true,
				})),
			},
		),
		job('warehouse-export', {shop: 'analyst'}, {usedEveryMinutes: 60, usedDaysAgo: 20 / 1440}),
		job('loyalty-sync', {loyalty: 'consumer'}, {createdDaysAgo: 75, expiresInDays: 100}),
		job('load-test', {'shop-staging': 'analyst'}, {usedDaysAgo: 12, createdDaysAgo: 140, expiresInDays: 40}),
		// Made yesterday with the leaked secret, named like the honest one.
		job(
			'warehouse-exports',
			{shop: 'admin', loyalty: 'admin'},
			{
				organizationRole: 'admin',
				usedDaysAgo: null,
				createdDaysAgo: 1,
				expiresInDays: null,
			},
		),
	],
	customRoles: [],
	twoFactorRequired: true,
	domains: {claimed: [], unclaimed: [''], failing: []},
	colleague: [],
	planted: {
		'organization-two-factor': {status: 'manual', resources: []},
		// The invitation nobody sent.
		'stale-invitations': {status: 'manual', resources: []},
		'least-privilege-roles': {status: 'pass', resources: []},
		'teams-in-use': {status: 'pass', resources: []},
		'owner-count': {status: 'pass', resources: []},
		'privileged-service-accounts': {
			status: 'fail',
			resources: ['ci-deploy', 'warehouse-exports'].map(account),
		},
		'service-account-expiry': {status: 'fail', resources: ['ci-deploy', 'warehouse-exports'].map(account)},
		// The leaked one is in use, which is the trouble; the second way in is too young to be unused.
		'service-account-unused': {status: 'pass', resources: []},
		'service-account-rotation': {status: 'fail', resources: [account('ci-deploy')]},
		'service-account-role': {status: 'fail', resources: ['ci-deploy', 'warehouse-exports'].map(account)},
		'service-account-project-scope': {
			status: 'fail',
			resources: ['ci-deploy', 'warehouse-exports'].map(account),
		},
		'service-account-classified-access': {status: 'fail', resources: [account('ci-deploy')]},
		'wizard-key': {status: 'pass', resources: []},
		'pii-classified': {status: 'pass', resources: []},
		'data-views-restrict': {status: 'pass', resources: []},
		'default-view-restricted': {status: 'pass', resources: []},
	},
};
