import type {Binding} from './binding.ts';
import {stages} from './context-groups.ts';

/** Files taken in as evidence: asked for, while they are read, and what was found in them. */
export const importBindings: readonly Binding[] = [
	{
		command: 'import',
		keys: ['i'],
		label: 'import',
		help: 'Take a file in as evidence: an exported audit log, or the SAML certificate; at the rule on SCIM, give its token. Only numbers and hashes are kept.',
		contexts: stages,
		footer: stages,
	},
	{
		command: 'back',
		keys: ['esc'],
		label: 'stop',
		help: 'Stop reading the file; nothing of it is kept.',
		contexts: ['importing'],
		footer: ['importing'],
	},
	{
		command: 'go_on',
		keys: ['enter'],
		label: 'go on',
		help: 'Go on; what was found stays at the rules it belongs to.',
		contexts: ['imported'],
		footer: ['imported'],
	},
];
