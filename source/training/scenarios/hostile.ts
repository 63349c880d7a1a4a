import {
	account,
	everything,
	type PlantedProject,
	type PlantedProperty,
	type PlantedServiceAccount,
	properties,
	type Scenario,
	view,
} from './scenario.ts';

const link = '\u001B]8;;https://evil.example/\u001B\\click\u001B]8;;\u0007';

const exposed: readonly PlantedProperty[] = [{name: '$email', resourceType: 'User'}];

const sound = {organizationRole: 'member', usedDaysAgo: 1, createdDaysAgo: 10, expiresInDays: 90} as const;

const accounts: readonly PlantedServiceAccount[] = [
	{
		...sound,
		key: 'wizard',
		name: 'practice-wizard',
		organizationRole: 'admin',
		grants: [
			{project: 'first', role: 'admin', through: 'organization'},
			{project: 'second', role: 'admin', through: 'organization'},
		],
	},
	// Two that differ in one letter of another alphabet, their ids one apart beyond 2^53.
	{
		...sound,
		key: 'latin',
		name: 'export',
		grants: [{project: 'first', role: 'analyst', through: 'individual'}],
	},
	{
		...sound,
		key: 'cyrillic',
		name: 'ex\u0440ort',
		expiresInDays: null,
		grants: [{project: 'first', role: 'owner', through: 'individual'}],
	},
	{
		...sound,
		key: 'link',
		name: link,
		usedDaysAgo: 120,
		grants: [{project: 'second', role: 'Auditor \u001B[8mhidden\u001B[0m', through: 'individual'}],
	},
	{...sound, key: 'long', name: 'long'.repeat(1000), createdDaysAgo: 300, grants: []},
	{...sound, key: 'formula', name: '=cmd("/c calc")', grants: []},
	{...sound, key: 'prototype', name: '__proto__', grants: []},
];

const projects: readonly PlantedProject[] = [
	{
		key: 'first',
		name: 'First\u001B[2J\u001B[H\r\nLIVE',
		views: [
			{...everything, isDefault: false, isPublic: false, hasAllMembers: false},
			{
				key: 'narrow',
				name: '\u202Eweiv\u202C<b>narrow</b>',
				isGlobal: false,
				isDefault: true,
				isPublic: false,
				hasAllMembers: false,
				isFiltered: true,
			},
		],
		properties: [
			{name: '__proto__', resourceType: 'User'},
			{name: 'constructor', resourceType: 'Event'},
			{name: '=1+1', resourceType: 'Event'},
			{name: '../../etc/x?y#z%2e', resourceType: 'Event'},
			{name: 'lone\uD800half', resourceType: 'Event'},
			{name: 'w'.repeat(4000), resourceType: 'Event'},
			{name: 'email\u001B[8m', resourceType: 'User', is: 'sensitive'},
			{name: '$\u0435mail', resourceType: 'User', is: 'sensitive'},
		],
	},
	{
		key: 'second',
		name: '__proto__',
		views: [
			{...everything, isDefault: false, isPublic: false, hasAllMembers: false},
			{
				key: 'open',
				name: `${link}\u2028| \`x\` |`,
				isGlobal: false,
				isDefault: true,
				isPublic: false,
				hasAllMembers: true,
				isFiltered: false,
			},
		],
		properties: exposed,
	},
];

/** Names that attack the terminal, files and spreadsheets; ids that a JavaScript number cannot hold. */
export const hostile: Scenario = {
	name: 'hostile',
	summary: 'Names that attack the terminal and whatever a report is opened with; for tests',
	description:
		'Every name in it attacks something: the terminal, a spreadsheet, a report in Markdown or HTML. It is there to test with, and to see that none of it comes through.',
	plan: 'enterprise',
	organizationNames: [
		'Hostile \u001B]0;owned\u0007\u001B[31mExample',
		'Hostile \u009B2J\u202EelpmaxE',
		'Hostile <script>Example</script>',
	],
	ids: 'huge',
	dialects: {users: 'map', twoFactor: 'nested', serviceAccountRole: 'role'},
	people: [
		{key: 'red', role: 'owner', name: 'Ana \u001B[31mred\u001B[0m'},
		{key: 'title', role: 'owner', name: '\u001B]0;owned\u0007Bilal', email: 'title\u001B[A@hostile.example'},
		{key: 'c1', role: 'admin', name: 'Chiara \u009B2J \u0085 \u007F'},
		{key: 'lines', role: 'no role', name: 'Daniel\r\n\u2714 pass\u2028\u2029\u0000'},
		{key: 'bidi', role: 'no role', name: 'Emeka \u202E\u2066moc.elpmaxe\u2069\u202C \u200F'},
		{key: 'plain', role: 'no role', name: 'Farah', email: 'twin@hostile.example'},
		{
			key: 'zero-width',
			role: 'no role',
			name: 'Fa\u200Brah\u2060\uFEFF',
			email: 'tw\u200Bin@hostile.example',
		},
		{key: 'tags', role: 'no role', name: 'Greta\u{E0067}\u{E0062}\u{E007F}'},
		{key: 'link', role: 'no role', name: `Hiro ${link}`},
		{key: 'long', role: 'no role', name: `Ines ${'long '.repeat(2000)}`},
		{key: 'marks', role: 'no role', name: `J${'\u0301'.repeat(500)}onas`},
		{key: 'lone', role: 'no role', name: 'Kim \uD800 \uDC00'},
		{key: 'formula', role: 'no role', name: '=cmd("/c calc")', email: '+sum@hostile.example'},
		{key: 'html', role: 'no role', name: '<img src=x onerror=alert(1)>"\'&amp;'},
		{key: 'markdown', role: 'no role', name: '[x](javascript:alert(1)) | `y` | **z**'},
		{
			key: 'prototype',
			role: 'no role',
			name: '__proto__',
			extra: '{"__proto__":{"org_role":"owner"},"constructor":{"prototype":{"role":"owner"}}}',
		},
		{key: 'invited', role: 'no role', name: '', email: 'invited\u202E@hostile.example', invited: true},
	],
	teams: [
		{key: 'bell', name: '\u0007\u001B[5mTeam', members: 2},
		{key: 'prototype', name: '__proto__', members: 0},
	],
	projects,
	serviceAccounts: accounts,
	customRoles: ['Auditor \u001B[8mhidden\u001B[0m'],
	twoFactorRequired: false,
	domains: {claimed: [''], unclaimed: ['labs'], failing: ['broken']},
	colleague: [],
	planted: {
		// The one flag there is lies under a key that speaks of two-factor, or it is no candidate: a person looks.
		'organization-two-factor': {status: 'manual', resources: []},
		// One open invitation, its age not readable.
		'stale-invitations': {status: 'manual', resources: []},
		'least-privilege-roles': {status: 'pass', resources: []},
		'teams-in-use': {status: 'pass', resources: []},
		'owner-count': {status: 'pass', resources: []},
		'privileged-service-accounts': {status: 'pass', resources: []},
		'service-account-expiry': {status: 'fail', resources: [account('cyrillic')]},
		'service-account-unused': {status: 'fail', resources: [account('link')]},
		'service-account-rotation': {status: 'fail', resources: [account('long')]},
		'service-account-role': {status: 'fail', resources: [account('cyrillic')]},
		'service-account-project-scope': {status: 'pass', resources: []},
		'service-account-classified-access': {status: 'pass', resources: []},
		'wizard-key': {status: 'pass', resources: []},
		'pii-classified': {status: 'fail', resources: properties('second', exposed)},
		'data-views-restrict': {status: 'fail', resources: [view('second', 'open')]},
		'default-view-restricted': {status: 'fail', resources: [view('second', 'open')]},
	},
};
