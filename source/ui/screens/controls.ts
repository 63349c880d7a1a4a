import {waitsOf} from '../../assessment/waits.ts';
import type {ControlResult} from '../../types/assessment.ts';
import type {Control} from '../../types/control.ts';
import {column, columnRight, justify, sentenceColumn} from '../lines/fit.ts';
import {fitLabel} from '../lines/fit-label.ts';
import {blank, dim, type Line, type Span} from '../lines/line.ts';
import {basisMark, statusMark, waivedMark} from '../lines/marks.ts';
import {sparkline} from '../lines/sparkline.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open} from '../state/app-state.ts';
import {complianceRow, extrasRow, selectedControlRow} from '../state/control-rows.ts';
import {isBeingRead} from '../state/is-being-read.ts';
import {badge} from './badge.ts';
import type {Frame} from './frame.ts';
import {readingLine} from './reading-line.ts';
import {saidBy} from './said-by.ts';
import {spinner} from './spinner.ts';
import {waitsSpan} from './wait-words.ts';

/** The list of controls under the guide's sections, with their verdicts as they arrive. */
export function controlsFrame(state: AppState): Frame {
	const {open} = state;
	if (open === null) {
		return {heading: [], body: [], view: {kind: 'scroll', from: 0}, detail: [], cursor: null};
	}

	const selected = selectedControlRow(state);
	const body: Line[] = [];
	let focus = 0;
	let section = '';
	for (const [index, control] of state.controls.entries()) {
		if (control.section !== section) {
			section = control.section;
			body.push([{text: ` ${control.id.split('.')[0] ?? ''} ${section}`, bold: true}]);
		}

		if (index === selected) {
			focus = body.length;
		}

		body.push(controlLine(state, open, control, index === selected));
	}

	focus = selected < complianceRow(state) ? focus : body.length + selected - complianceRow(state);
	body.push(complianceLine(selected === complianceRow(state)), extrasLine(selected === extrasRow(state)));
	return {
		heading: [
			justify(
				[{text: ` ${fitLabel(open.label, state.columns - 14)}`, bold: true}],
				[badge(open.target)],
				state.columns - 1,
			),
			justify(standing(open, state.columns), [readingLine(open, state)], state.columns - 1),
			...(open.readOnly === null
				? []
				: paragraph(open.readOnly, state.columns - 2, {indent: 1, style: {tone: 'warn'}}).slice(0, 2)),
		],
		body: [...body, blank, ...nextLines(state, open)],
		view: {kind: 'focus', from: focus, to: focus + 1},
		detail: [],
		cursor: null,
	};
}

function standing(open: Open, columns: number): Line {
	const {summary, progress, profile} = open.assessment;
	const scores = open.session.assessments.map(({score}) => score);
	return [
		{text: ` Level ${profile}   decided ${progress.decided} of ${progress.of}   score `},
		{text: summary.score === null ? '–' : summary.score.toFixed(2)},
		...(scores.length < 2 || columns < 76
			? []
			: [{text: `  ${sparkline(scores, Math.min(columns - 68, 24))}`}]),
	];
}

function controlLine(state: AppState, open: Open, control: Control, selected: boolean): Line {
	const result = open.assessment.controls.find(candidate => candidate.id === control.id);
	const wide = state.columns >= 76;
	const titleWidth = 20;
	const statusWidth = 11;
	const timeWidth = wide ? 9 : 0;
	const reasonWidth = Math.max(state.columns - 1 - 3 - 4 - titleWidth - 4 - statusWidth - timeWidth - 1, 8);
	return [
		{text: selected ? ' ❯ ' : '   ', tone: 'accent'},
		{text: column(control.id, 4)},
		{text: column(control.shortTitle, titleWidth), ...(selected ? {tone: 'accent', bold: true} : {})},
		dim(column(control.level === 'L1' ? '' : control.level, 4)),
		...verdict(state, open, control, result, statusWidth, reasonWidth),
		dim(wide ? ` ${columnRight(control.time.text, timeWidth)}` : ''),
	];
}

function verdict(
	state: AppState,
	open: Open,
	control: Control,
	result: ControlResult | undefined,
	statusWidth: number,
	reasonWidth: number,
): Line {
	if (result === undefined) {
		return [];
	}

	if (!result.inProfile) {
		return [dim(column('not in your level', statusWidth + reasonWidth))];
	}

	if (isBeingRead(control.rules, open)) {
		return [spinner(state.turn), dim(column(' reading', statusWidth - 1 + reasonWidth))];
	}

	const waits = waitsSpan(waitsOf(result.id, open.session.parked), state.now);
	const mark = statusMark(result.status);
	const status = {...mark, text: column(mark.text, statusWidth)};
	if (waits === null || result.status === 'pass' || result.status === 'not_applicable') {
		return [status, reasonSpan(result, open, reasonWidth)];
	}

	// What fails says so, whatever waits beside it.
	return result.status === 'fail'
		? [status, {...waits, text: sentenceColumn(waits.text, reasonWidth)}]
		: [{...waits, text: sentenceColumn(waits.text, statusWidth + reasonWidth)}];
}

function reasonSpan(result: ControlResult, open: Open, width: number): Span {
	if (result.waiver !== null) {
		return {
			...waivedMark(result.waiver),
			text: sentenceColumn(`${waivedMark(result.waiver).text} · ${result.reason}`, width),
		};
	}

	if (result.basis === 'attested' && result.status === 'pass') {
		const basis = basisMark('attested', saidBy(result, open.session.attestations));
		return {...basis, text: sentenceColumn(basis.text, width)};
	}

	return {text: sentenceColumn(result.reason, width)};
}

function complianceLine(selected: boolean): Line {
	return [
		{text: selected ? ' ❯ ' : ' ', tone: 'accent'},
		{text: '5 Compliance quick reference', bold: true, ...(selected ? {tone: 'accent'} : {})},
		dim('   SOC 2 · NIST 800-53 · CIS'),
	];
}

function extrasLine(selected: boolean): Line {
	return [
		{text: selected ? ' ❯ ' : ' ', tone: 'accent'},
		{text: '+ Beyond the guide', bold: true, ...(selected ? {tone: 'accent'} : {})},
		dim('   advice, never scored'),
	];
}

function nextLines(state: AppState, open: Open): readonly Line[] {
	if (open.reading.kind === 'under_way') {
		return [];
	}

	const next = state.controls.find(control => control.id === open.next);
	const reason = open.assessment.controls.find(control => control.id === open.next)?.reason ?? '';
	const words =
		next === undefined
			? 'Every control at this level is decided.'
			: `Next: ${next.id} ${next.shortTitle} — ${reason}`;
	return paragraph(words, state.columns - 2, {indent: 1});
}
