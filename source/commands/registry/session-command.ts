import type {Command} from '../command.ts';

/** `session`, as a person calls it and as the help tells of it (contract §1). */
export const sessionCommand: Command = {
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
	load: () => import('../session.ts'),
};
