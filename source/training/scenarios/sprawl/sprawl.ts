import {adminKey, job, members, people} from '../builders.ts';
import {account, person, project, properties, type Scenario, view} from '../scenario.ts';
import {inAcquired, inMobile, inPayments, inSandbox, inWeb, projects} from './projects.ts';

const owners = ['founder', 'co-founder', 'finance-chief', 'acquired-founder', 'former-agency'];
const admins = [
	'data-lead',
	'growth-lead',
	'mobile-lead',
	'web-lead',
	'support-lead',
	'partner-manager',
	'office-it',
	'acquired-lead',
	'intern-of-2024',
];

const endless = {expiresInDays: null};

/** A company that grew and bought another one: everything is there twice, and nobody knows all of it. */
export const sprawl: Scenario = {
	name: 'sprawl',
	summary: 'Sixty people, twelve projects, twenty-five service accounts, and no order',
	description:
		'A company on Enterprise that grew fast and bought another one. Fourteen Owners and Admins, three empty teams, a sandbox with production data, and service accounts that outlived the people who made them. Too much for one evening: learn to filter, to work in batches, to keep registers, and to begin with what counts most.',
	plan: 'enterprise',
	organizationNames: ['Conifer Example', 'Estuary Example', 'Granite Example', 'Harvest Example'],
	ids: 'ordinary',
	dialects: {twoFactor: 'several'},
	people: [
		...people('owner', owners),
		...people('admin', admins),
		...people('billing admin', ['accountant']),
		...members(41),
		...['agency-1', 'agency-2', 'new-hire', 'auditor'].map(
			key => ({key, role: 'no role', invited: true}) as const,
		),
	],
	teams: [
		{key: 'growth', name: 'Growth', members: 0},
		{key: 'data', name: 'Data', members: 0},
		{key: 'kundenportal', name: 'Kundenportal', members: 0},
	],
	projects,
	serviceAccounts: [
		adminKey(projects.map(({key}) => key)),
		// In order.
		job('ios-crash-sync', {ios: 'consumer'}),
		job('android-crash-sync', {android: 'consumer'}),
		job('partner-report', {partners: 'consumer'}, {createdDaysAgo: 120, expiresInDays: 50}),
		job('support-widget', {support: 'consumer'}, {usedDaysAgo: 60}),
		job('campaign-feed', {marketing: 'Data Steward'}, {createdDaysAgo: 170, expiresInDays: 179}),
		job('payment-alerts', {payments: 'analyst'}, {usedDaysAgo: null, createdDaysAgo: 10, expiresInDays: 100}),
		// Never expire.
		job('etl', {web: 'analyst'}, {...endless, createdDaysAgo: 900}),
		job('etl-2', {web: 'analyst'}, {...endless, createdDaysAgo: 700}),
		job('warehouse', {payments: 'analyst'}, endless),
		job('reverse-etl', {web: 'consumer', ios: 'consumer', android: 'consumer'}, endless),
		job('lexicon-bot', {web: 'admin'}, endless),
		job('kunden-import', {acquired: 'owner'}, {...endless, createdDaysAgo: 1100}),
		// Expired, or much too late.
		job('intern-notebook', {sandbox: 'analyst'}, {usedDaysAgo: 110, createdDaysAgo: 200, expiresInDays: -20}),
		job('agency-export', {marketing: 'analyst'}, {expiresInDays: 700}),
		// Unused.
		job('summer-landing', {summer: 'consumer'}, {usedDaysAgo: 480, createdDaysAgo: 520, expiresInDays: 30}),
		job('old-web-export', {archive: 'consumer'}, {usedDaysAgo: 91, createdDaysAgo: 150}),
		job('never-finished', {staging: 'consumer'}, {usedDaysAgo: null, createdDaysAgo: 31}),
		// Old secrets.
		job('status-page', {web: 'consumer'}, {createdDaysAgo: 181, expiresInDays: 15}),
		job('kunden-report', {acquired: 'consumer'}, {createdDaysAgo: 800, expiresInDays: 160}),
		// Too mighty, or in too many projects.
		job(
			'terraform',
			{},
			{
				organizationRole: 'owner',
				grants: projects.map(({key}) => ({project: key, role: 'owner', through: 'organization'})),
			},
		),
		job(
			'office-it',
			{},
			{
				organizationRole: 'admin',
				grants: projects.map(({key}) => ({project: key, role: 'admin', through: 'organization'})),
			},
		),
		job('ci', {staging: 'admin', sandbox: 'admin'}),
		job(
			'dashboards',
			{},
			{
				grants: [
					{project: 'web', role: 'consumer', through: 'individual'},
					{project: 'marketing', role: 'analyst', through: 'team'},
				],
			},
		),
		job(
			'gdpr-export',
			{},
			{
				grants: [{project: 'web', role: 'Privacy Desk', through: 'individual', seesClassified: true}],
			},
		),
	],
	customRoles: ['Data Steward', 'Privacy Desk'],
	twoFactorRequired: false,
	domains: {claimed: [''], unclaimed: ['kundenportal'], failing: []},
	colleague: [
		{afterDays: 2, deed: {type: 'give_role', person: 'member-7', role: 'admin'}},
		{afterDays: 3, deed: {type: 'delete_service_account', account: 'summer-landing'}},
		{
			afterDays: 5,
			deed: {
				type: 'send_property',
				project: 'payments',
				property: {name: 'customer_phone', resourceType: 'Event'},
			},
		},
	],
	planted: {
		// Two fields could mean it.
		'organization-two-factor': {status: 'manual', resources: []},
		// Four open invitations, their age not readable.
		'stale-invitations': {status: 'manual', resources: []},
		// 14 of the 56 who have joined; a tenth of them is 5.
		'least-privilege-roles': {status: 'fail', resources: [...owners, ...admins].map(person)},
		'teams-in-use': {
			status: 'fail',
			resources: ['growth', 'data', 'kundenportal'].map(key => ({type: 'team', key})),
		},
		// 5 Owners, 3 at most.
		'owner-count': {status: 'fail', resources: owners.map(person)},
		'privileged-service-accounts': {status: 'fail', resources: ['terraform', 'office-it'].map(account)},
		'service-account-expiry': {
			status: 'fail',
			resources: [
				'etl',
				'etl-2',
				'warehouse',
				'reverse-etl',
				'lexicon-bot',
				'kunden-import',
				'intern-notebook',
				'agency-export',
			].map(account),
		},
		'service-account-unused': {
			status: 'fail',
			resources: ['intern-notebook', 'summer-landing', 'old-web-export', 'never-finished'].map(account),
		},
		'service-account-rotation': {
			status: 'fail',
			resources: [
				'etl',
				'etl-2',
				'kunden-import',
				'intern-notebook',
				'summer-landing',
				'status-page',
				'kunden-report',
			].map(account),
		},
		// A custom role is no finding.
		'service-account-role': {
			status: 'fail',
			resources: ['lexicon-bot', 'kunden-import', 'terraform', 'office-it', 'ci'].map(account),
		},
		'service-account-project-scope': {
			status: 'fail',
			resources: ['reverse-etl', 'terraform', 'office-it', 'ci', 'dashboards'].map(account),
		},
		'service-account-classified-access': {status: 'fail', resources: [account('gdpr-export')]},
		'wizard-key': {status: 'pass', resources: []},
		'pii-classified': {
			status: 'fail',
			resources: [
				...properties('web', inWeb),
				...properties('ios', inMobile),
				...properties('android', inMobile),
				...properties('sandbox', inSandbox),
				...properties('payments', inPayments),
				...properties('acquired', inAcquired),
			],
		},
		// Without a view of their own: five projects. One view anyone may join, one with all members.
		'data-views-restrict': {
			status: 'fail',
			resources: [
				...['staging', 'sandbox', 'acquired', 'summer', 'archive'].map(project),
				view('marketing', 'agency'),
				view('support', 'agents'),
			],
		},
		// The global view as the default in six projects, and a default without filters.
		'default-view-restricted': {
			status: 'fail',
			resources: [
				...['web', 'staging', 'sandbox', 'acquired', 'summer', 'archive'].map(key => view(key, 'all')),
				view('marketing', 'campaigns'),
			],
		},
	},
};
