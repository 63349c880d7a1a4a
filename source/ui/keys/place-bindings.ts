import type {Binding} from './binding.ts';

/** The keys of the places beside the controls: section 5, beyond the guide, history, report. */
export const placeBindings: readonly Binding[] = [
	{
		command: 'choose',
		keys: ['enter'],
		label: 'open',
		help: 'Open the control that the guide maps to it, else the one suggested.',
		contexts: ['compliance'],
		footer: ['compliance'],
	},
	{
		command: 'compare',
		keys: ['enter'],
		label: 'compare',
		help: 'Compare this assessment with the marked one, else with the one before it.',
		contexts: ['history'],
		footer: ['history'],
	},
	{
		command: 'mark',
		keys: ['m'],
		label: 'mark',
		help: 'Mark this assessment to compare another one with it, or take the mark away.',
		contexts: ['history'],
		footer: ['history'],
	},
	{
		command: 'save',
		keys: ['enter', 's'],
		label: 'save',
		help: 'Choose where the report goes. A file that is there already is never replaced.',
		contexts: ['report'],
		footer: ['report'],
	},
	{
		command: 'format',
		keys: ['tab', 'f'],
		label: 'format',
		help: 'Show the report in the other format: Markdown, JSON.',
		contexts: ['report'],
		footer: ['report'],
	},
];
