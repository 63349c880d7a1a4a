import {adminKey} from './builders.ts';
import {
	account,
	everything,
	type PlantedProperty,
	person,
	project,
	properties,
	type Scenario,
	view,
} from './scenario.ts';

const exposedInShop: readonly PlantedProperty[] = [
	{name: '$email', resourceType: 'User'},
	{name: '$phone', resourceType: 'User'},
	{name: '$first_name', resourceType: 'User'},
	{name: '$last_name', resourceType: 'User', is: 'hidden'},
	{name: 'shipping_address', resourceType: 'Event'},
];
const exposedInStaging: readonly PlantedProperty[] = [{name: '$email', resourceType: 'User'}];
const exposedInMarketing: readonly PlantedProperty[] = [{name: 'email', resourceType: 'Event'}];

/** A small company with the mistakes that are made most often: the default for practice. */
export const startup: Scenario = {
	name: 'startup',
	summary: 'A company of thirteen with the usual mistakes',
	description:
		'A small company on Growth that nobody ever hardened: four Owners, keys that never expire, personal data in the open. Small enough to finish in an evening; the place to begin.',
	plan: 'growth',
	organizationNames: [
		'Corp Example',
		'Harbour Example',
		'Lantern Example',
		'Meadow Example',
		'Orchard Example',
		'Quarry Example',
		'Saffron Example',
		'Timber Example',
	],
	ids: 'ordinary',
	dialects: {},
	people: [
		{key: 'founder', role: 'owner'},
		{key: 'partner', role: 'owner'},
		{key: 'first-engineer', role: 'owner'},
		{key: 'former-lead', role: 'owner'},
		{key: 'analytics-lead', role: 'admin'},
		{key: 'growth-lead', role: 'admin'},
		{key: 'accountant', role: 'billing admin'},
		{key: 'analyst', role: 'no role'},
		{key: 'designer', role: 'no role'},
		{key: 'engineer', role: 'no role'},
		{key: 'support-agent', role: 'no role'},
		{key: 'marketer', role: 'no role'},
		{key: 'product-manager', role: 'no role'},
		{key: 'new-hire', role: 'no role', invited: true},
	],
	teams: [
		{key: 'analysts', name: 'Analysts', members: 6},
		{key: 'contractors', name: 'Contractors', members: 0},
	],
	projects: [
		{
			key: 'shop',
			name: 'Shop Production',
			views: [everything],
			properties: [
				...exposedInShop,
				{name: '$name', resourceType: 'User', is: 'sensitive'},
				{name: 'plan', resourceType: 'User'},
				{name: 'credit_card_number', resourceType: 'Event', is: 'dropped'},
				{name: 'email_opened', resourceType: 'Event'},
				{name: 'email_hash', resourceType: 'Event'},
				{name: 'discard_cart', resourceType: 'Event'},
				{name: 'order_total', resourceType: 'Event'},
			],
		},
		{
			key: 'staging',
			name: 'Shop Staging',
			views: [
				{...everything, isDefault: false, isPublic: false, hasAllMembers: false},
				{
					key: 'europe',
					name: 'Europe only',
					isGlobal: false,
					isDefault: true,
					isPublic: false,
					hasAllMembers: false,
					isFiltered: true,
				},
			],
			properties: [...exposedInStaging, {name: 'order_total', resourceType: 'Event'}],
		},
		{
			key: 'marketing',
			name: 'Marketing Site',
			views: [
				everything,
				{
					key: 'campaigns',
					name: 'Campaigns',
					isGlobal: false,
					isDefault: false,
					isPublic: true,
					hasAllMembers: false,
					isFiltered: true,
				},
			],
			properties: [...exposedInMarketing, {name: 'campaign', resourceType: 'Event'}],
		},
	],
	serviceAccounts: [
		adminKey(['shop', 'staging', 'marketing']),
		{
			key: 'etl',
			name: 'etl',
			organizationRole: 'member',
			usedDaysAgo: 1,
			createdDaysAgo: 400,
			expiresInDays: null,
			grants: [{project: 'shop', role: 'analyst', through: 'individual', seesClassified: true}],
		},
		{
			key: 'support',
			name: 'support',
			organizationRole: 'owner',
			usedDaysAgo: 4,
			createdDaysAgo: 30,
			expiresInDays: -3,
			grants: [
				{project: 'shop', role: 'owner', through: 'organization'},
				{project: 'staging', role: 'owner', through: 'organization'},
				{project: 'marketing', role: 'owner', through: 'organization'},
			],
		},
		{
			key: 'old-export',
			name: 'old-export',
			organizationRole: 'member',
			usedDaysAgo: 200,
			createdDaysAgo: 390,
			expiresInDays: 60,
			grants: [{project: 'shop', role: 'consumer', through: 'individual'}],
		},
		{
			key: 'partner-sync',
			name: 'partner-sync',
			organizationRole: 'member',
			usedDaysAgo: null,
			createdDaysAgo: 45,
			expiresInDays: 100,
			grants: [{project: 'marketing', role: 'consumer', through: 'individual'}],
		},
		{
			key: 'feed',
			name: 'dashboard-feed',
			organizationRole: 'member',
			usedDaysAgo: 2,
			createdDaysAgo: 20,
			expiresInDays: null,
			grants: [{project: 'shop', role: 'admin', through: 'individual'}],
		},
		{
			key: 'reporting',
			name: 'reporting',
			organizationRole: 'member',
			usedDaysAgo: 3,
			createdDaysAgo: 90,
			expiresInDays: 150,
			grants: [
				{project: 'shop', role: 'analyst', through: 'individual'},
				{project: 'marketing', role: 'consumer', through: 'team'},
			],
		},
	],
	customRoles: [],
	twoFactorRequired: false,
	domains: {claimed: [''], unclaimed: ['labs'], failing: ['broken']},
	colleague: [
		{afterDays: 2, deed: {type: 'give_role', person: 'analyst', role: 'admin'}},
		{
			afterDays: 4,
			deed: {
				type: 'send_property',
				project: 'marketing',
				property: {name: 'phone_number', resourceType: 'Event'},
			},
		},
		{afterDays: 5, deed: {type: 'give_role', person: 'former-lead', role: 'no role'}},
		{afterDays: 6, deed: {type: 'delete_service_account', account: 'old-export'}},
	],
	planted: {
		// One candidate, false, its meaning not yet confirmed by anyone.
		'organization-two-factor': {status: 'manual', resources: []},
		// One open invitation, its age not readable.
		'stale-invitations': {status: 'manual', resources: []},
		// 6 of 13 are Owner or Admin, 5 at most; the invited person does not count.
		'least-privilege-roles': {
			status: 'fail',
			resources: ['founder', 'partner', 'first-engineer', 'former-lead', 'analytics-lead', 'growth-lead'].map(
				person,
			),
		},
		'teams-in-use': {status: 'pass', resources: []},
		// 4 Owners, 3 at most.
		'owner-count': {
			status: 'fail',
			resources: ['founder', 'partner', 'first-engineer', 'former-lead'].map(person),
		},
		'privileged-service-accounts': {status: 'fail', resources: [account('support')]},
		'service-account-expiry': {status: 'fail', resources: ['etl', 'feed', 'support'].map(account)},
		'service-account-unused': {status: 'fail', resources: ['old-export', 'partner-sync'].map(account)},
		'service-account-rotation': {status: 'fail', resources: ['etl', 'old-export'].map(account)},
		'service-account-role': {status: 'fail', resources: ['feed', 'support'].map(account)},
		'service-account-project-scope': {status: 'fail', resources: ['reporting', 'support'].map(account)},
		'service-account-classified-access': {status: 'fail', resources: [account('etl')]},
		// It ends in time and is no Owner: shown all the same.
		'wizard-key': {status: 'pass', resources: []},
		'pii-classified': {
			status: 'fail',
			resources: [
				...properties('shop', exposedInShop),
				...properties('staging', exposedInStaging),
				...properties('marketing', exposedInMarketing),
			],
		},
		// The shop has no view but the global one; anyone may join the campaigns' view.
		'data-views-restrict': {status: 'fail', resources: [project('shop'), view('marketing', 'campaigns')]},
		'default-view-restricted': {
			status: 'fail',
			resources: [view('shop', 'all'), view('marketing', 'all')],
		},
	},
};
