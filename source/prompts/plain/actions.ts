import type {Command, Context} from '../../ui/keys/bindings.ts';
import {bindingsIn} from '../../ui/keys/command-for.ts';

/** Something to answer with: its sign or word, and what it does. */
export type Action = {
	readonly command: Command;
	/** `a`, `M`, `0`; a word where the key is none that is typed into a line. */
	readonly typed: string;
	readonly label: string;
	readonly help: string;
	/** One of the few named with every question. */
	readonly isMain: boolean;
};

/** What only moves a cursor or belongs to a screen; in plain text a row is named, and a question asks for each field. */
const ofScreens: readonly Command[] = [
	'up',
	'down',
	'page_up',
	'page_down',
	'top',
	'bottom',
	'more',
	'whole',
	'next_stage',
	'previous_stage',
	'next_field',
	'previous_field',
	'toggle_choice',
	'sign_anew',
	'accept',
	'cancel',
	'choose',
	'help',
	'interrupt',
	'set_aside',
];

/** All that can be asked for in a context, from the one table of keys: what a key does there, its letter does here. */
export function actionsIn(context: Context): readonly Action[] {
	return bindingsIn(context)
		.filter(({command}) => !ofScreens.includes(command))
		.map(({command, keys, label, help, footer}) => ({
			command,
			typed: command === 'back' ? '0' : (keys.find(key => key.length === 1) ?? label),
			label,
			help,
			isMain: footer.includes(context),
		}));
}

/** Where a row tells more than its line before it is opened. */
const selectFirst: readonly Context[] = ['compliance'];

/** Whether a named row is opened, where elsewhere it is only selected. */
export function opensRows(context: Context): boolean {
	return !selectFirst.includes(context) && bindingsIn(context).some(({command}) => command === 'choose');
}

/** Whether several rows of a list can be taken together. */
export function marksRows(context: Context): boolean {
	return bindingsIn(context).some(({command}) => command === 'mark_all');
}
