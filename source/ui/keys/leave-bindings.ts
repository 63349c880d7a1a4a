import {type Binding, contexts} from './binding.ts';
import {everywhere, fixes, pickings, places} from './context-groups.ts';

const outside = [...everywhere, ...pickings, ...fixes, 'importing'] as const;

/** Help and the ways out, which close every footer. */
export const leaveBindings: readonly Binding[] = [
	{
		command: 'help',
		keys: ['?'],
		label: 'keys',
		help: 'Show every key that works here.',
		contexts: outside,
		footer: outside.filter(context => context !== 'help'),
	},
	{
		command: 'quit',
		keys: ['q'],
		label: 'quit',
		help: 'Leave. Everything is saved, and the next start comes back to here.',
		contexts: outside,
		footer: ['start', 'controls', 'contents', 'chapter', 'news', ...places],
	},
	{
		command: 'interrupt',
		keys: ['ctrl+c'],
		label: 'break off',
		help: 'Break off, from anywhere. What was recorded is saved.',
		contexts,
		footer: [],
	},
	{
		command: 'set_aside',
		keys: ['ctrl+z'],
		label: 'put aside',
		help: 'Back to the shell for a while, from anywhere; fg there comes back to here.',
		contexts,
		footer: [],
	},
];
