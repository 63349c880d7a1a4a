import {bindingsIn} from '../keys/command-for.ts';
import {column} from '../lines/fit.ts';
import {dim, type Line} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState} from '../state/app-state.ts';
import {contextOf} from '../state/context-of.ts';
import type {Frame} from './frame.ts';

const keysWidth = 18;

/** Every key that works on the screen below, from the table of bindings. */
export function helpFrame(state: AppState, row: number): Frame {
	const context = contextOf({...state, help: null});
	const body = bindingsIn(context).flatMap((binding): readonly Line[] =>
		paragraph(binding.help, state.columns - 3, {
			indent: keysWidth + 3,
			lead: {text: `   ${column(binding.keys.join('  '), keysWidth)}`},
		}),
	);
	return {
		heading: [[{text: ' Keys', bold: true}, dim(`   ${contextTitle[context]}`)]],
		body,
		view: {kind: 'scroll', from: row},
		detail: [],
		cursor: null,
	};
}

const contextTitle = {
	start: 'on the start screen',
	controls: 'in the list of controls',
	learn: 'in a control, stage Learn',
	check: 'in a control, stage Check',
	gap: 'in a control, stage Gap',
	act: 'in a control, stage Act',
	contents: 'in the contents of the guide',
	chapter: 'in a chapter of the guide',
	news: 'on what has changed',
	help: 'on this screen',
	form: 'in a form',
	form_choice: 'in a form',
	filter: 'while filtering',
	fix_choosing: 'while choosing what to change',
	fix_waiting: 'while a change is under way',
	fix_confirming: 'before anything is sent',
	fix_ended: 'after a change',
};
