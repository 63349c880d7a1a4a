import type {Binding} from './binding.ts';
import {fixLists} from './context-groups.ts';

/** The keys of a change through the API, from where it is asked for to its end. */
export const fixBindings: readonly Binding[] = [
	{
		command: 'fix',
		keys: ['f'],
		label: 'fix',
		help: 'Mend it through the API, with a preview first: classify properties that hold personal data.',
		contexts: ['check', 'gap', 'act', 'question'],
		footer: ['check', 'gap', 'question'],
	},
	{
		command: 'tick',
		keys: ['space'],
		label: 'choose',
		help: 'Choose this one, or leave it out again.',
		contexts: ['fix_choosing'],
		footer: ['fix_choosing'],
	},
	{
		command: 'choose',
		keys: ['enter'],
		label: 'go on',
		help: 'Go on with what is chosen. Before anything is sent you are asked once more.',
		contexts: fixLists,
		footer: fixLists,
	},
	{
		command: 'choose',
		keys: ['enter'],
		label: 'go back',
		help: 'Go back to the control and read again.',
		contexts: ['fix_ended'],
		footer: ['fix_ended'],
	},
	{
		command: 'undo',
		keys: ['u'],
		label: 'undo',
		help: 'Take back a change: the selected one, else the latest. With the same preview and confirmation.',
		contexts: ['fix_ended', 'controls', 'gap', 'act', 'question', 'verify', 'history'],
		footer: ['fix_ended'],
	},
	{
		command: 'whole',
		keys: ['d'],
		label: 'whole request',
		help: 'Show every request as it will be sent.',
		contexts: ['fix_confirming'],
		footer: ['fix_confirming'],
	},
	{
		command: 'whole',
		keys: ['d'],
		label: 'first request only',
		help: 'Show the first request alone again.',
		contexts: ['fix_whole'],
		footer: ['fix_whole'],
	},
];
