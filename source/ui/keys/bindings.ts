/** Where keys are pressed; the control screen is one context a stage. */
export const contexts = [
	'start',
	'controls',
	'learn',
	'check',
	'gap',
	'act',
	'contents',
	'chapter',
	'news',
	'help',
	'form',
	'filter',
	'fix_choosing',
	'fix_waiting',
	'fix_confirming',
	'fix_ended',
] as const;
export type Context = (typeof contexts)[number];

/** What a key asks for. Handlers test commands, never characters. */
export type Command =
	| 'choose'
	| 'up'
	| 'down'
	| 'page_up'
	| 'page_down'
	| 'top'
	| 'bottom'
	| 'back'
	| 'next_stage'
	| 'previous_stage'
	| 'clicks'
	| 'more'
	| 'tick'
	| 'fix'
	| 'undo'
	| 'whole'
	| 'open_page'
	| 'copy_value'
	| 'attest'
	| 'withdraw'
	| 'waive'
	| 'about'
	| 'confirm'
	| 'news'
	| 'note'
	| 'read_again'
	| 'next'
	| 'level'
	| 'mend'
	| 'filter'
	| 'help'
	| 'quit'
	| 'interrupt'
	| 'accept'
	| 'next_field'
	| 'previous_field'
	| 'cancel';

export type Binding = {
	readonly command: Command;
	/** Names of `keyName()`. The first is the one shown in the footer. */
	readonly keys: readonly string[];
	/** One or two words for the footer. */
	readonly label: string;
	/** A sentence for the help screen and the key reference. */
	readonly help: string;
	readonly contexts: readonly Context[];
	/** Contexts whose footer shows it, in the order of this table. */
	readonly footer: readonly Context[];
};

const lists: readonly Context[] = ['start', 'controls', 'check', 'gap', 'act', 'contents'];
const texts: readonly Context[] = ['learn', 'chapter', 'news', 'help'];
const stages: readonly Context[] = ['learn', 'check', 'gap', 'act'];
const rules: readonly Context[] = ['check', 'gap'];
const everywhere: readonly Context[] = [...lists, ...texts];
const fixLists: readonly Context[] = ['fix_choosing', 'fix_confirming'];
const fixes: readonly Context[] = [...fixLists, 'fix_waiting', 'fix_ended'];

/**
The one table of keys. The handlers, the footer, the help screen and the key reference of the README all read
it, so that they cannot differ. Main acts first, then movement, then help and quit: the order of the footer.
*/
export const bindings: readonly Binding[] = [
	{
		command: 'fix',
		keys: ['f'],
		label: 'fix',
		help: 'Mend it through the API, with a preview first: classify properties that hold personal data.',
		contexts: ['check', 'gap', 'act'],
		footer: ['gap'],
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
		help: 'Take back the last change, with the same preview and confirmation.',
		contexts: ['fix_ended', 'controls'],
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
		command: 'tick',
		keys: ['space', 'enter'],
		label: 'done',
		help: 'Tick a click as done, or take the tick back. Ticks alone never change a verdict.',
		contexts: ['act'],
		footer: ['act'],
	},
	{
		command: 'open_page',
		keys: ['o'],
		label: 'open page',
		help: 'Open the nearest page of Mixpanel in the browser. Its address stands on the screen as well.',
		contexts: ['act'],
		footer: ['act'],
	},
	{
		command: 'copy_value',
		keys: ['y'],
		label: 'copy',
		help: 'Put the values of the selected click on the clipboard, if the terminal allows it.',
		contexts: ['act'],
		footer: ['act'],
	},
	{
		command: 'choose',
		keys: ['enter'],
		label: 'open',
		help: 'Open what is selected.',
		contexts: ['start', 'controls', 'contents'],
		footer: ['start', 'controls', 'contents'],
	},
	{
		command: 'next',
		keys: ['n'],
		label: 'next',
		help: 'Go to the control that is best done next.',
		contexts: ['controls'],
		footer: ['controls'],
	},
	{
		command: 'clicks',
		keys: ['s'],
		label: 'clicks',
		help: 'Show the exact clicks of this control.',
		contexts: ['learn', 'check', 'gap'],
		footer: ['learn', 'check', 'gap'],
	},
	{
		command: 'attest',
		keys: ['a'],
		label: 'attest',
		help: 'Say what you saw, for the selected rule or the next one that needs a person.',
		contexts: stages,
		footer: ['check', 'gap', 'act'],
	},
	{
		command: 'waive',
		keys: ['w'],
		label: 'waive',
		help: 'Accept a gap for a time: who, why and until when. The measured verdict stays beside it.',
		contexts: ['controls', 'check', 'gap'],
		footer: ['gap'],
	},
	{
		command: 'news',
		keys: ['c'],
		label: 'changes',
		help: 'What changed at Mixpanel since the last time, what became due, what is in doubt, what waits.',
		contexts: ['controls'],
		footer: ['controls'],
	},
	{
		command: 'confirm',
		keys: ['v'],
		label: 'compare',
		help: 'Compare once what was read with your own screen, so that its verdicts count as confirmed.',
		contexts: ['controls', 'check', 'gap'],
		footer: ['check'],
	},
	{
		command: 'about',
		keys: ['a'],
		label: 'about you',
		help: 'Answer what the API cannot tell: plan, single sign-on, identity provider, domains, your role.',
		contexts: ['controls'],
		footer: ['controls'],
	},
	{
		command: 'withdraw',
		keys: ['d'],
		label: 'take back',
		help: 'Take back what was said of the selected rule, or its waiver.',
		contexts: rules,
		footer: [],
	},
	{
		command: 'note',
		keys: ['n'],
		label: 'note',
		help: 'Write a note on this control.',
		contexts: stages,
		footer: ['learn', 'check'],
	},
	{
		command: 'read_again',
		keys: ['r'],
		label: 'read again',
		help: 'Read the organization again and judge anew.',
		contexts: ['controls', ...stages],
		footer: ['controls', 'check'],
	},
	{
		command: 'level',
		keys: ['l'],
		label: 'level',
		help: 'Change the level you work at: L1, L2, L3.',
		contexts: ['controls'],
		footer: ['controls'],
	},
	{
		command: 'mend',
		keys: ['M'],
		label: 'mend',
		help: 'Go on with the good entries of a damaged journal. The damaged one is kept beside it.',
		contexts: ['controls'],
		footer: [],
	},
	{
		command: 'more',
		keys: ['space'],
		label: 'more',
		help: 'Show the next part of what is said of the selected row.',
		contexts: rules,
		footer: [],
	},
	{
		command: 'filter',
		keys: ['/'],
		label: 'filter',
		help: 'Show only the rows that hold what you type.',
		contexts: ['gap'],
		footer: ['gap'],
	},
	{
		command: 'up',
		keys: ['up', 'k'],
		label: 'move',
		help: 'One row up.',
		contexts: [...everywhere, ...fixLists],
		footer: [],
	},
	{
		command: 'down',
		keys: ['down', 'j'],
		label: 'move',
		help: 'One row down.',
		contexts: [...everywhere, ...fixLists],
		footer: [],
	},
	{
		command: 'page_up',
		keys: ['pgup'],
		label: 'page up',
		help: 'One page up.',
		contexts: [...everywhere, ...fixLists],
		footer: [],
	},
	{
		command: 'page_down',
		keys: ['pgdn'],
		label: 'page down',
		help: 'One page down.',
		contexts: [...everywhere, ...fixLists],
		footer: [],
	},
	{
		command: 'top',
		keys: ['g', 'home'],
		label: 'top',
		help: 'To the first row.',
		contexts: [...everywhere, ...fixLists],
		footer: [],
	},
	{
		command: 'bottom',
		keys: ['G', 'end'],
		label: 'end',
		help: 'To the last row.',
		contexts: [...everywhere, ...fixLists],
		footer: [],
	},
	{
		command: 'next_stage',
		keys: ['tab', 'right'],
		label: 'stage',
		help: 'To the next stage: Learn, Check, Gap, Act.',
		contexts: stages,
		footer: stages,
	},
	{
		command: 'previous_stage',
		keys: ['shift+tab', 'left'],
		label: 'stage back',
		help: 'To the stage before.',
		contexts: stages,
		footer: [],
	},
	{
		command: 'back',
		keys: ['esc'],
		label: 'back',
		help: 'One level back. It never quits.',
		contexts: [...everywhere, ...fixes],
		footer: [...stages, 'contents', 'chapter', 'news', 'help', ...fixes],
	},
	{
		command: 'accept',
		keys: ['enter'],
		label: 'accept',
		help: 'Accept the field and go to the next; after the last one, record.',
		contexts: ['form', 'filter'],
		footer: ['form', 'filter'],
	},
	{
		command: 'next_field',
		keys: ['tab', 'down'],
		label: 'next field',
		help: 'To the next field.',
		contexts: ['form'],
		footer: ['form'],
	},
	{
		command: 'previous_field',
		keys: ['shift+tab', 'up'],
		label: 'field back',
		help: 'To the field before.',
		contexts: ['form'],
		footer: [],
	},
	{
		command: 'cancel',
		keys: ['esc'],
		label: 'cancel',
		help: 'Leave without recording anything.',
		contexts: ['form', 'filter'],
		footer: ['form', 'filter'],
	},
	{
		command: 'help',
		keys: ['?'],
		label: 'keys',
		help: 'Show every key that works here.',
		contexts: [...everywhere, ...fixes],
		footer: [...everywhere, ...fixes].filter(context => context !== 'help'),
	},
	{
		command: 'quit',
		keys: ['q'],
		label: 'quit',
		help: 'Leave. Everything is saved, and the next start comes back to here.',
		contexts: [...everywhere, ...fixes],
		footer: ['start', 'controls', 'contents', 'chapter', 'news'],
	},
	{
		command: 'interrupt',
		keys: ['ctrl+c'],
		label: 'break off',
		help: 'Break off, from anywhere. What was recorded is saved.',
		contexts,
		footer: [],
	},
];
