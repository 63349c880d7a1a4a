import type {Command} from '../command.ts';
import {baseUrl, organization} from './shared-flags.ts';

/** `doctor`, as a person calls it and as the help tells of it (contract §1). */
export const doctorCommand: Command = {
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
	load: () => import('../doctor.ts'),
};
