import {rescueSheet} from '../../report/rescue-sheet.ts';
import {justify} from '../lines/fit.ts';
import {blank, dim, type Line} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState} from '../state/app-state.ts';
import {clickName} from '../state/control/click-words.ts';
import {selectedValues} from '../state/control/selected-values.ts';
import type {Sheet} from '../state/control/sheet.ts';
import {selectedClick} from '../state/forms/begin-click-form.ts';
import {badge} from './badge.ts';
import type {Frame} from './frame.ts';
import {importedFrame} from './imported.ts';

/** A sheet over a control. */
export function sheetFrame(state: AppState, sheet: Sheet): Frame {
	switch (sheet.kind) {
		case 'rescue': {
			return rescueFrame(state, sheet);
		}

		case 'values': {
			return valuesFrame(state, sheet.row);
		}

		case 'imported': {
			return importedFrame(state, sheet);
		}
	}
}

/** What to have at hand before anything that can lock people out; a text, scrolled by line. */
function rescueFrame(state: AppState, sheet: Extract<Sheet, {kind: 'rescue'}>): Frame {
	const control = state.controls.find(({id}) => id === sheet.control);
	const width = Math.min(state.columns - 2, 92);
	const text =
		control === undefined || state.open === null
			? ''
			: rescueSheet({facts: state.open.facts, target: state.open.target, control});
	const [, ...lines] = text.trimEnd().split('\n');
	return {
		heading: [
			heading(state, ` Rescue sheet · ${sheet.control} ${control?.shortTitle ?? ''}`),
			[dim(' Clicks here can lock people out. Enter goes on to them.')],
		],
		body: lines.flatMap(line => textLines(line, width)),
		view: {kind: 'scroll', from: sheet.row},
		detail: [],
		cursor: null,
	};
}

function textLines(line: string, width: number): readonly Line[] {
	if (line === '') {
		return [blank];
	}

	return line.startsWith('  - ')
		? paragraph(line.slice(4), width, {indent: 5, lead: dim('   ·')})
		: paragraph(line, width, {indent: 1, style: {bold: true}});
}

/** The values of the selected click, one to be copied. */
function valuesFrame(state: AppState, row: number): Frame {
	const width = Math.min(state.columns - 2, 92);
	const click = selectedClick(state);
	const body: Line[] = [];
	let focus = {from: 0, to: 1};
	for (const [index, {label, value, note}] of selectedValues(state).entries()) {
		const from = body.length;
		const isChosen = index === row;
		body.push(
			...paragraph(label, width, {
				indent: 3,
				lead: {text: isChosen ? ' ❯' : '', tone: 'accent'},
				style: isChosen ? {bold: true, tone: 'accent'} : {},
			}),
			...paragraph(value, width, {indent: 5, style: {tone: 'info'}}),
			...(note === null ? [] : paragraph(note, width, {indent: 5, style: {tone: 'dim'}})),
		);
		focus = isChosen ? {from, to: body.length} : focus;
	}

	return {
		heading: [heading(state, ` Which to copy? · ${click === null ? '' : clickName(click)}`)],
		body,
		view: {kind: 'focus', ...focus},
		detail: [],
		cursor: null,
	};
}

function heading({open, columns}: AppState, words: string): Line {
	return justify([{text: words, bold: true}], open === null ? [] : [badge(open.target)], columns - 1);
}
