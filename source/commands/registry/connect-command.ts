import type {Command} from '../command.ts';
import {baseUrl, policy, wizardInstead} from './shared-flags.ts';

/** `connect`, as a person calls it and as the help tells of it (contract §1). */
export const connectCommand: Command = {
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
		policy,
	],
	instead: wizardInstead,
	examples: [{line: 'mixpanel-harden connect --region eu', does: 'Connect to an organization in the EU'}],
	load: () => import('../connect.ts'),
};
