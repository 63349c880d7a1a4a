import type {howToRead} from '../../report/check/how-to-read.ts';
import type {Binding} from '../keys/binding.ts';
import {bindingsIn} from '../keys/command-for.ts';
import {column} from '../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState} from '../state/app-state.ts';
import {contextOf} from '../state/context-of.ts';
import {whyNotNow} from '../state/not-now.ts';
import type {Frame} from './frame.ts';
import {wordsIn} from './words-in.ts';

const keysWidth = 18;

/** Every key that works on the screen below, from the table of bindings; those that do nothing now stand last, with the reason. */
export function helpFrame(state: AppState, row: number): Frame {
	const below: AppState = {...state, help: null};
	const context = contextOf(below);
	const all = bindingsIn(context).map(binding => ({binding, why: whyNotNow(below, binding.command)}));
	const idle = all.filter(({why}) => why !== null);
	const body = [
		...all.flatMap(({binding, why}) => (why === null ? entry(binding, binding.help, state.columns) : [])),
		...(idle.length === 0 ? [] : [blank, [{text: ' Not now', bold: true}]]),
		...idle.flatMap(({binding, why}) => entry(binding, why ?? '', state.columns, {tone: 'dim'})),
		...(wordsIn(context).length === 0
			? []
			: [blank, [{text: ' Words', bold: true}], ...terms(wordsIn(context), state.columns)]),
	];
	return {
		heading: [[{text: ' Keys', bold: true}, dim(`   ${contextTitle[context]}`)]],
		body,
		view: {kind: 'scroll', from: row},
		detail: [],
		cursor: null,
	};
}

function terms(words: typeof howToRead, columns: number): readonly Line[] {
	return words.flatMap(([term, words]) =>
		paragraph(words, columns - 3, {indent: keysWidth + 3, lead: {text: `   ${column(term, keysWidth)}`}}),
	);
}

function entry(
	{keys}: Binding,
	words: string,
	columns: number,
	style: Omit<Span, 'text'> = {},
): readonly Line[] {
	return paragraph(words, columns - 3, {
		indent: keysWidth + 3,
		lead: {text: `   ${column(keys.join('  '), keysWidth)}`, ...style},
		style,
	});
}

const contextTitle = {
	start: 'on the start screen',
	controls: 'in the list of controls',
	learn: 'in a control, stage Learn',
	check: 'in a control, stage Check',
	gap: 'in a control, stage Gap',
	act: 'in a control, stage Act, at a click',
	question: 'in a control, stage Act, at a question',
	verify: 'in a control, stage Verify',
	contents: 'in the contents of the guide',
	chapter: 'in a chapter of the guide',
	news: 'on what has changed',
	compliance: 'in section 5',
	extras: 'in the advice beyond the guide',
	history: 'in the history',
	comparison: 'on two assessments compared',
	report: 'on the report',
	rescue: 'on the rescue sheet',
	values: 'in the choice of a value',
	imported: 'on what was found in a file',
	importing: 'while a file is read',
	help: 'on this screen',
	findings: 'where findings are exempted',
	rows: 'in a register',
	readings: 'where readings are compared',
	waivers: 'among waivers and exemptions',
	form: 'in a form',
	form_choice: 'in a form',
	filter: 'while filtering',
	fix_choosing: 'while choosing what to change',
	fix_waiting: 'while a change is under way',
	fix_naming: 'where the name of the organization is asked for',
	fix_confirming: 'before anything is sent',
	fix_whole: 'before anything is sent, with every request shown',
	fix_ended: 'after a change',
};
