import type {Command, Flag} from './command.ts';

const organization = {
	kind: 'text',
	name: 'organization',
	value: 'ID',
	summary: 'Organization to work on, by its number',
} as const satisfies Flag;

const baseUrl = {
	kind: 'text',
	name: 'base-url',
	value: 'URL',
	summary: 'A Mixpanel region, or a simulated one on this machine',
} as const satisfies Flag;

const dnsServer = {
	kind: 'text',
	name: 'dns-server',
	value: 'IP[:PORT]',
	summary: 'Name server to look up claimed domains with; the system’s when left out',
} as const satisfies Flag;

const seed = {
	kind: 'text',
	name: 'seed',
	value: 'N',
	summary: 'Number the organization is generated from; equal seeds, equal organization',
	range: [0, 4_294_967_295],
} as const satisfies Flag;

/** The commands, in the order the help lists them. The first runs when no command is named. */
export const commands: readonly Command[] = [
	{
		name: '',
		summary: 'Walk through the guide with your organization, one control at a time',
		positionals: [],
		flags: [organization, baseUrl, dnsServer],
		examples: [{line: 'mixpanel-harden', does: 'Start, or go on where you left off'}],
		load: () => import('./wizard.ts'),
	},
	{
		name: 'check',
		summary: 'Assess the organization once, reading only; for scripts and schedules',
		positionals: [],
		flags: [
			{
				kind: 'text',
				name: 'format',
				value: 'FORMAT',
				summary: 'Form of the result',
				choices: ['text', 'json', 'csv', 'markdown', 'html', 'junit'],
			},
			{kind: 'text', name: 'output', value: 'FILE', summary: 'Write the result to a file'},
			{kind: 'switch', name: 'overwrite', summary: 'Replace that file when it exists'},
			{
				kind: 'text',
				name: 'profile',
				value: 'LEVEL',
				summary: 'Level of the guide to judge by',
				choices: ['L1', 'L2', 'L3'],
			},
			{
				kind: 'list',
				name: 'control',
				value: 'ID',
				summary: 'Only this control; give it again for more',
				choices: ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '3.2', '4.1'],
			},
			{
				kind: 'text',
				name: 'fail-on',
				value: 'WHEN',
				summary: 'From which verdict on the exit code is 1',
				choices: ['fail', 'unknown', 'manual', 'none'],
			},
			organization,
			baseUrl,
			{
				kind: 'text',
				name: 'answers',
				value: 'FILE',
				summary: 'Answers from a YAML or JSON file, laid over those of the session',
			},
			dnsServer,
			{
				kind: 'text',
				name: 'import-audit-log',
				value: 'FILE',
				summary: 'Audit log exported as CSV or NDJSON; only numbers are taken from it',
			},
			{
				kind: 'text',
				name: 'saml-certificate',
				value: 'FILE',
				summary: 'Certificate of the identity provider: PEM, DER, or its metadata XML',
			},
			{kind: 'switch', name: 'no-session', summary: 'Leave aside what the session knows'},
			{
				kind: 'text',
				name: 'save-facts',
				value: 'FILE',
				summary: 'Keep what was read in a new file, to judge it again',
			},
			{
				kind: 'text',
				name: 'from-facts',
				value: 'FILE',
				summary: 'Judge what --save-facts kept; Mixpanel is not asked',
			},
			{
				kind: 'switch',
				name: 'secret-stdin',
				summary: "Read the service account's secret from standard input",
			},
			{kind: 'switch', name: 'quiet', summary: 'Only the result, no progress'},
		],
		examples: [
			{line: 'mixpanel-harden check', does: 'Show the verdict on each control'},
			{
				line: 'mixpanel-harden check --format json --output check.json',
				does: 'Keep the whole result for a script',
			},
			{
				line: 'mixpanel-harden check --format html --output check.html',
				does: 'Hand a reviewer one page to read or print; also csv, markdown',
			},
			{
				line: 'mixpanel-harden check --format junit --output check.xml',
				does: 'Show each rule in the test report of a pipeline',
			},
			{
				line: 'mixpanel-harden check --save-facts facts.json',
				does: 'Keep what was read; judge it anywhere with --from-facts',
			},
			{
				line: 'mixpanel-harden check --profile L2 --fail-on unknown',
				does: 'Fail a pipeline also when something could not be read',
			},
		],
		load: () => import('./check.ts'),
	},
	{
		name: 'guide',
		summary: 'Read the hardening guide offline, with corrections',
		positionals: [{name: 'control', summary: 'One control, such as 3.1; all when left out'}],
		flags: [
			{
				kind: 'text',
				name: 'format',
				value: 'FORMAT',
				summary: 'Form of the text',
				choices: ['text', 'markdown', 'json'],
			},
			{
				kind: 'switch',
				name: 'corrections',
				summary: 'Only where the guide and Mixpanel differ today',
			},
		],
		examples: [
			{line: 'mixpanel-harden guide 3.1', does: 'Read about service accounts'},
			{line: 'mixpanel-harden guide --corrections', does: 'See what the guide gets wrong today'},
		],
		load: () => import('./guide.ts'),
	},
	{
		name: 'status',
		summary: 'Show where the session stands and what is left',
		positionals: [],
		flags: [
			{
				kind: 'text',
				name: 'format',
				value: 'FORMAT',
				summary: 'Form of the status; ics is a calendar of what becomes due',
				choices: ['text', 'json', 'ics'],
			},
			{
				kind: 'text',
				name: 'fail-on',
				value: 'WHEN',
				summary: 'Exit with 1 when something became due',
				choices: ['due'],
			},
			organization,
		],
		examples: [
			{line: 'mixpanel-harden status', does: 'See what is done and what is left'},
			{line: 'mixpanel-harden status --format ics', does: 'Print what becomes due, for a calendar'},
		],
		load: () => import('./status.ts'),
	},
	{
		name: 'report',
		summary: 'Write up the last assessment and every decision, for a reviewer',
		positionals: [],
		flags: [
			{
				kind: 'text',
				name: 'format',
				value: 'FORMAT',
				summary: 'Form of the report',
				choices: ['markdown', 'json'],
			},
			{kind: 'text', name: 'output', value: 'FILE', summary: 'Write the report to a file'},
			{kind: 'switch', name: 'overwrite', summary: 'Replace that file when it exists'},
			{
				kind: 'text',
				name: 'organization',
				value: 'ID',
				summary: 'Organization to report on, or by-hand; the one worked on last when left out',
			},
		],
		examples: [
			{
				line: 'mixpanel-harden report --output report.md',
				does: 'Hand a reviewer what was read, said and decided',
			},
		],
		load: () => import('./report.ts'),
	},
	{
		name: 'undo',
		summary: 'Take back a change this program made, after a preview',
		positionals: [],
		flags: [organization, baseUrl],
		examples: [{line: 'mixpanel-harden undo', does: 'Choose a change, see what follows, and take it back'}],
		load: () => import('./undo.ts'),
	},
	{
		name: 'session',
		summary: 'Carry a session to another machine, take decisions back, or delete it',
		positionals: [
			{name: 'action', summary: 'export FILE, import FILE, reset WHAT or forget'},
			{
				name: 'what',
				summary: 'The file; a control, a section or all; or the organization to forget',
			},
		],
		flags: [
			{
				kind: 'text',
				name: 'organization',
				value: 'ID',
				summary: 'Session of this organization; the only one when left out',
			},
			{kind: 'switch', name: 'yes', summary: 'Take decisions back without asking'},
		],
		examples: [
			{line: 'mixpanel-harden session export acme.json', does: 'Put the whole session into one file'},
			{line: 'mixpanel-harden session import acme.json', does: 'Go on with it on another machine'},
			{line: 'mixpanel-harden session reset 3.1', does: 'Take back what was decided on control 3.1'},
			{line: 'mixpanel-harden session forget 4410022', does: 'Delete a session, once you have typed its id'},
		],
		load: () => import('./session.ts'),
	},
	{
		name: 'connect',
		summary: 'Set up the credentials, with every request listed beforehand',
		positionals: [],
		flags: [
			{
				kind: 'text',
				name: 'region',
				value: 'REGION',
				summary: 'Where the organization keeps its data',
				choices: ['us', 'eu', 'in'],
			},
			baseUrl,
		],
		examples: [{line: 'mixpanel-harden connect --region eu', does: 'Connect to an organization in the EU'}],
		load: () => import('./connect.ts'),
	},
	{
		name: 'train',
		summary: 'Practise in the wizard on a simulated organization',
		positionals: [{name: 'scenario', summary: 'Which organization to practise on'}],
		flags: [seed],
		lists: async () => [(await import('./call/training-lists.ts')).scenarioList],
		examples: [{line: 'mixpanel-harden train', does: 'Practise without any credentials'}],
		load: () => import('./train.ts'),
	},
	{
		name: 'doctor',
		summary: 'Look for what is wrong here, and at what the key can read',
		positionals: [],
		flags: [
			{
				kind: 'text',
				name: 'format',
				value: 'FORMAT',
				summary: 'Form of the result',
				choices: ['text', 'json'],
			},
			organization,
			baseUrl,
			{
				kind: 'switch',
				name: 'secret-stdin',
				summary: "Read the service account's secret from standard input",
			},
		],
		examples: [
			{line: 'mixpanel-harden doctor', does: 'Look at machine, saved state and connection'},
			{
				line: 'mixpanel-harden doctor --format json',
				does: 'The same for a report of a problem; holds no id, name or address',
			},
		],
		load: () => import('./doctor.ts'),
	},
	{
		name: 'simulate',
		summary: 'Serve a simulated organization on this machine until stopped',
		positionals: [],
		flags: [
			{kind: 'text', name: 'scenario', value: 'NAME', summary: 'Which organization to simulate'},
			{
				kind: 'text',
				name: 'port',
				value: 'N',
				summary: 'Port to listen on; any free one when left out',
				range: [0, 65_535],
			},
			{
				kind: 'list',
				name: 'fault',
				value: 'FAULT',
				summary: 'Misbehave in this way; give it again for more',
			},
			{
				kind: 'text',
				name: 'latency',
				value: 'MS',
				summary: 'Wait this long before each answer, in milliseconds',
				range: [0, 60_000],
			},
			seed,
			{kind: 'text', name: 'log', value: 'FILE', summary: 'Write one line for each request to a file'},
		],
		examples: [
			{
				line: 'mixpanel-harden simulate --port 8080',
				does: 'Print address and credentials as JSON, then serve',
			},
		],
		lists: async () => {
			const {scenarioList, faultList} = await import('./call/training-lists.ts');
			return [scenarioList, faultList];
		},
		load: () => import('./simulate.ts'),
	},
];
