import {type Stage, stages} from '../../types/session.ts';
import type {Command, Context} from '../../ui/keys/bindings.ts';
import {stages as inStages} from '../../ui/keys/context-groups.ts';
import {actionsIn, marksRows} from './actions.ts';
import type {PageRows} from './page.ts';
import {rowsNamed} from './rows-named.ts';

/** What a typed line asks for. */
export type Answer =
	| {readonly kind: 'enter'}
	| {readonly kind: 'help'}
	/** Say the page again, with all its rows. */
	| {readonly kind: 'again'}
	| {readonly kind: 'row'; readonly row: number}
	/** Several rows of a list whose rows can be marked. */
	| {readonly kind: 'rows'; readonly rows: readonly number[]}
	/** One row on or back. */
	| {readonly kind: 'step'; readonly by: 1 | -1}
	| {readonly kind: 'stage'; readonly stage: Stage}
	| {readonly kind: 'command'; readonly command: Command}
	| {readonly kind: 'unknown'};

/** Understand a line: a row by its key, an act by its letter or its words, a stage by its name. Pure and total. */
export function answerOf(line: string, context: Context, rows: PageRows): Answer {
	const words = line.trim();
	const small = words.toLowerCase();
	if (words === '') {
		return {kind: 'enter'};
	}

	if (words === '?' || small === 'help') {
		return {kind: 'help'};
	}

	const actions = actionsIn(context);
	const action =
		actions.find(({typed}) => typed === words) ??
		actions.find(
			({label, command}) => label === small || command === small || command.replaceAll('_', ' ') === small,
		);
	if (action !== undefined) {
		return {kind: 'command', command: action.command};
	}

	const several = marksRows(context) ? rowsNamed(small, rows.length) : null;
	if (several !== null) {
		return {kind: 'rows', rows: several};
	}

	const row = rowNamed(small, rows);
	if (row !== -1) {
		return {kind: 'row', row};
	}

	const stage = inStages.includes(context) ? stages.find(name => name === small) : undefined;
	if (stage !== undefined) {
		return {kind: 'stage', stage};
	}

	switch (small) {
		case 'again':
		case 'list': {
			return {kind: 'again'};
		}

		case '+':
		case 'next': {
			return rows.length === 0 ? {kind: 'unknown'} : {kind: 'step', by: 1};
		}

		case '-':
		case 'previous': {
			return rows.length === 0 ? {kind: 'unknown'} : {kind: 'step', by: -1};
		}

		default: {
			return {kind: 'unknown'};
		}
	}
}

/** Index of the row of that key; -1 for none. Numbers are found at once: there may be thousands of rows. */
function rowNamed(words: string, rows: PageRows): number {
	const index = Number(words) - 1;
	if (Number.isInteger(index) && index >= 0 && index < rows.length && rows.at(index).key === words) {
		return index;
	}

	return rows.length > 100
		? -1
		: Array.from({length: rows.length}, (_, row) => rows.at(row).key).indexOf(words);
}
