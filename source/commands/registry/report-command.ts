import type {Command} from '../command.ts';
import {policy} from './shared-flags.ts';

/** `report`, as a person calls it and as the help tells of it (contract §1). */
export const reportCommand: Command = {
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
		policy,
	],
	examples: [
		{
			line: 'mixpanel-harden report --output report.md',
			does: 'Hand a reviewer what was read, said and decided',
		},
	],
	load: () => import('../report.ts'),
};
