import type {Binding} from './binding.ts';

/** The keys of a list of rows from which a form is opened. */
export const pickingBindings: readonly Binding[] = [
	{
		command: 'choose',
		keys: ['enter'],
		label: 'record',
		help: 'Record this row, or all that are marked in one form; after a single one the next follows.',
		contexts: ['rows'],
		footer: ['rows'],
	},
	{
		command: 'choose',
		keys: ['enter'],
		label: 'exempt',
		help: 'Exempt this finding, or all that are marked in one form.',
		contexts: ['findings'],
		footer: ['findings'],
	},
	{
		command: 'choose',
		keys: ['enter'],
		label: 'compare',
		help: 'Compare this one with your own screen.',
		contexts: ['readings'],
		footer: ['readings'],
	},
	{
		command: 'choose',
		keys: ['enter'],
		label: 'renew',
		help: 'Give it anew, with another end or for the rule as it is now.',
		contexts: ['waivers'],
		footer: ['waivers'],
	},
	{
		command: 'tick',
		keys: ['space'],
		label: 'mark',
		help: 'Mark this row, to be taken together with others, or take the mark off.',
		contexts: ['rows', 'findings'],
		footer: ['rows', 'findings'],
	},
	{
		command: 'mark_all',
		keys: ['m'],
		label: 'mark all',
		help: 'Mark all that is still open; once more marks every row, once more none.',
		contexts: ['rows', 'findings'],
		footer: ['rows', 'findings'],
	},
	{
		command: 'attest',
		keys: ['a'],
		label: 'answer all',
		help: 'Answer for the rule as a whole instead of row by row.',
		contexts: ['rows'],
		footer: ['rows'],
	},
	{
		command: 'withdraw',
		keys: ['d'],
		label: 'take back',
		help: 'Take back what was recorded of this row, or of all that are marked.',
		contexts: ['rows', 'findings', 'waivers'],
		footer: ['findings', 'waivers'],
	},
];
