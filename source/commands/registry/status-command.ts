import type {Command} from '../command.ts';
import {organization, policy} from './shared-flags.ts';

/** `status`, as a person calls it and as the help tells of it (contract §1). */
export const statusCommand: Command = {
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
		policy,
	],
	examples: [
		{line: 'mixpanel-harden status', does: 'See what is done and what is left'},
		{line: 'mixpanel-harden status --format ics', does: 'Print what becomes due, for a calendar'},
	],
	load: () => import('../status.ts'),
};
