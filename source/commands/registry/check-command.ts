import type {Command} from '../command.ts';
import {baseUrl, dnsServer, organization, policy} from './shared-flags.ts';

/** `check`, as a person calls it and as the help tells of it (contract §1). */
export const checkCommand: Command = {
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
		policy,
		{
			kind: 'switch',
			name: 'print-policy',
			summary: 'Print the policy that would be judged by, as --policy takes it, and stop',
		},
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
			line: 'mixpanel-harden check --print-policy --output policy.yaml',
			does: 'Begin a policy of your own; judge by it with --policy policy.yaml',
		},
		{
			line: 'mixpanel-harden check --profile L2 --fail-on unknown',
			does: 'Fail a pipeline also when something could not be read',
		},
	],
	load: () => import('../check.ts'),
};
