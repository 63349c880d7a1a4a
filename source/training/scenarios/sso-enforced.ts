import {adminKey, job, members, people, soundViews} from './builders.ts';
import type {Scenario} from './scenario.ts';

/** An organization in order: whatever can be read of it passes. */
export const ssoEnforced: Scenario = {
	name: 'sso-enforced',
	summary: 'A company behind Single Sign-On with nearly everything in order',
	description:
		'Enterprise, Okta, Single Sign-On required, two claimed domains with their records, SCIM switched on. Whoever hardened it has left no notes: what the API shows is in order, and you learn what a good organization looks like, which controls no API can prove, and how to attest them. With SSO on, the second factor is the identity provider’s business.',
	plan: 'enterprise',
	organizationNames: ['Beacon Example', 'Cobalt Example', 'Juniper Example', 'Mosaic Example'],
	ids: 'ordinary',
	dialects: {users: 'map', twoFactor: 'required', serviceAccountRole: 'role'},
	people: [
		...people('owner', ['platform-lead', 'security-lead']),
		...people('admin', ['analytics-lead', 'it-lead']),
		...people('billing admin', ['controller']),
		...members(21),
	],
	teams: [
		{key: 'analysts', name: 'Analysts', members: 9},
		{key: 'product', name: 'Product', members: 8},
		{key: 'support', name: 'Support', members: 4},
	],
	projects: [
		{
			key: 'app',
			name: 'App Production',
			views: soundViews('europe', 'Europe only'),
			properties: [
				{name: '$email', resourceType: 'User', is: 'sensitive'},
				{name: '$name', resourceType: 'User', is: 'sensitive'},
				{name: '$phone', resourceType: 'User', is: 'dropped'},
				{name: 'plan', resourceType: 'User'},
				{name: 'billing_address', resourceType: 'Event', is: 'dropped'},
				{name: 'email_verified', resourceType: 'Event'},
				{name: 'order_total', resourceType: 'Event'},
			],
		},
		{
			key: 'app-staging',
			name: 'App Staging',
			views: soundViews('testers', 'Testers'),
			properties: [
				{name: 'plan', resourceType: 'User'},
				{name: 'email_hash', resourceType: 'User'},
				{name: 'order_total', resourceType: 'Event'},
			],
		},
		{
			key: 'help',
			name: 'Help Centre',
			views: soundViews('support', 'Support only'),
			properties: [
				{name: 'ticket_topic', resourceType: 'Event'},
				{name: 'requester_email', resourceType: 'Event', is: 'sensitive'},
			],
		},
	],
	serviceAccounts: [
		adminKey(['app', 'app-staging', 'help']),
		job('warehouse-export', {app: 'analyst'}),
		job('alerting', {app: 'consumer'}, {usedDaysAgo: 3, createdDaysAgo: 100, expiresInDays: 60}),
		job('load-test', {'app-staging': 'analyst'}, {usedDaysAgo: 20, createdDaysAgo: 60, expiresInDays: 120}),
		// Made last week and not yet in use: young enough.
		job('help-sync', {help: 'consumer'}, {usedDaysAgo: null, createdDaysAgo: 7, expiresInDays: 170}),
	],
	customRoles: [],
	twoFactorRequired: true,
	domains: {claimed: ['', 'eu'], unclaimed: [], failing: []},
	colleague: [],
	planted: {
		// One field, true, its meaning not yet confirmed by anyone; with SSO answered it does not apply.
		'organization-two-factor': {status: 'manual', resources: []},
		// Nobody is invited.
		'stale-invitations': {status: 'pass', resources: []},
		// 4 of 26, 5 at most.
		'least-privilege-roles': {status: 'pass', resources: []},
		'teams-in-use': {status: 'pass', resources: []},
		'owner-count': {status: 'pass', resources: []},
		'privileged-service-accounts': {status: 'pass', resources: []},
		'service-account-expiry': {status: 'pass', resources: []},
		'service-account-unused': {status: 'pass', resources: []},
		'service-account-rotation': {status: 'pass', resources: []},
		'service-account-role': {status: 'pass', resources: []},
		'service-account-project-scope': {status: 'pass', resources: []},
		'service-account-classified-access': {status: 'pass', resources: []},
		'wizard-key': {status: 'pass', resources: []},
		'pii-classified': {status: 'pass', resources: []},
		'data-views-restrict': {status: 'pass', resources: []},
		'default-view-restricted': {status: 'pass', resources: []},
	},
};
