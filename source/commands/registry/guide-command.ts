import type {Command} from '../command.ts';

/** `guide`, as a person calls it and as the help tells of it (contract §1). */
export const guideCommand: Command = {
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
	load: () => import('../guide.ts'),
};
