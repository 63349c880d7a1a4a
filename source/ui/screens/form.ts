import {column, justify, widthOf} from '../lines/fit.ts';
import {fitLabel} from '../lines/fit-label.ts';
import {blank, dim, type Line, type Span, type Tone} from '../lines/line.ts';
import {textWindow} from '../lines/text-window.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState} from '../state/app-state.ts';
import {shownControl} from '../state/control/selection.ts';
import type {Form, FormField} from '../state/forms/form.ts';
import {formHint, formRemark} from '../state/forms/form-hint.ts';
import {isImporting} from '../state/forms/import-evidence.ts';
import {signerOf} from '../state/forms/person-field.ts';
import type {TextField} from '../state/text-field.ts';
import {badge} from './badge.ts';
import {controlHeading} from './control/control-frame.ts';
import type {Frame} from './frame.ts';
import {progressWords} from './progress-words.ts';
import {spinner} from './spinner.ts';

/** Columns of the labels with the pointer before them; more where a register has longer ones. */
const usualLabels = 22;
const mostLabels = 27;

function labelColumns({fields}: Form): number {
	const longest = fields.reduce((most, {label}) => Math.max(most, widthOf(label)), 0);
	return Math.min(Math.max(longest + 4, usualLabels), mostLabels);
}

/** A form in place of the screen it was opened from: one field a row, the active one with the cursor. */
export function formFrame(state: AppState, form: Form): Frame {
	const width = Math.min(state.columns - 2, 92);
	const head = [
		...paragraph(form.title, width, {indent: 3, style: {bold: true}}),
		...paragraph(form.explanation, width, {indent: 3, style: {tone: 'dim'}}),
		blank,
	];
	const labels = labelColumns(form);
	const place = {width, labels};
	const rows = form.fields.map((field, index) => {
		const row = fieldRow(field, {...place, active: index === form.active});
		return {...row, lines: [...row.lines, ...underField(state, form, index, place)]};
	});
	const active = rows[form.active];
	const above = head.length + rows.slice(0, form.active).flatMap(({lines}) => lines).length;
	const saving: readonly Line[] = form.saving ? [blank, savingLine(state, form)] : [];
	return {
		heading: formHeading(state),
		body: [...head, ...rows.flatMap(({lines}) => lines), ...belowFields(state, form, place), ...saving],
		view: {
			kind: 'focus',
			from: form.active === 0 ? 0 : above,
			to: above + (active?.lines.length ?? 1),
		},
		detail: [],
		cursor:
			form.saving || active === undefined || active.column === null
				? null
				: {line: above, column: active.column},
	};
}

/** Why a field is not taken, also when the cursor has gone on; else what it is for. Under an answer, what is open before a Yes. */
function underField(
	state: AppState,
	form: Form,
	index: number,
	{width, labels}: Pick<Place, 'width' | 'labels'>,
): readonly Line[] {
	const field = form.fields[index];
	const said = (words: string, tone: Tone): readonly Line[] =>
		paragraph(words, width, {indent: labels, style: {tone}});
	const remark =
		field?.name !== 'answer' || state.open === null ? null : formRemark(form, state, state.open.session);
	const isWrong = form.problem !== null && index === (form.problemAt ?? form.active);
	const hint = index === form.active && !form.saving && !isWrong ? field?.hint : undefined;
	return [
		...(isWrong ? said(form.problem ?? '', 'bad') : []),
		...(hint === undefined ? [] : said(hint, 'dim')),
		...(remark === null ? [] : said(remark, 'warn')),
	];
}

/** As whom it is recorded, and what follows. */
function belowFields(
	state: AppState,
	form: Form,
	{width, labels}: Pick<Place, 'width' | 'labels'>,
): readonly Line[] {
	const session = state.open?.session;
	const signer = session === undefined ? null : signerOf(form, session);
	const hint = formHint(form, state);
	return [
		...(signer === null
			? []
			: [
					[
						dim(`   ${column('Recorded as', labels - 4)} `),
						{text: fitLabel(signer, 24)},
						dim('  ctrl+n another name'),
					],
				]),
		...(hint === null ? [] : [blank, ...paragraph(hint, width, {indent: 3, style: {tone: 'dim'}})]),
	];
}

function savingLine(state: AppState, form: Form): Line {
	return isImporting(form)
		? [{text: '   '}, spinner(state.turn), {text: ` ${progressWords(form.progress)}`}]
		: [dim('   Saving …')];
}

function formHeading(state: AppState): readonly Line[] {
	const shown = shownControl(state);
	if (shown !== null) {
		return controlHeading(state, shown);
	}

	return state.open === null
		? []
		: [
				justify(
					[{text: ` ${fitLabel(state.open.label, state.columns - 14)}`, bold: true}],
					[badge(state.open.target)],
					state.columns - 1,
				),
			];
}

type Row = {readonly lines: readonly Line[]; readonly column: number | null};

type Place = {readonly active: boolean; readonly width: number; readonly labels: number};

function fieldRow(field: FormField, place: Place): Row {
	const {active, labels} = place;
	const label: readonly Span[] = [
		{text: active ? ' ❯ ' : '   ', tone: 'accent'},
		{text: `${column(field.label, labels - 4)} `, ...(active ? {tone: 'accent'} : {})},
	];
	return field.kind === 'text'
		? textRow(label, field.value, place)
		: {lines: choiceLines(label, field, place), column: null};
}

/** The choices, flowing on under themselves where one row is too short for them. */
function choiceLines(
	label: readonly Span[],
	{choices, chosen}: Extract<FormField, {kind: 'choice'}>,
	{active, width, labels}: Place,
): readonly Line[] {
	const lines: Line[] = [];
	let line: Span[] = [...label];
	let used = labels;
	for (const [index, choice] of choices.entries()) {
		const words = `${index === chosen ? '(•)' : '( )'} ${choice.words}`;
		if (used + widthOf(words) > width && used > labels) {
			lines.push(line);
			line = [{text: ' '.repeat(labels)}];
			used = labels;
		}

		line.push(
			index === chosen ? {text: words, bold: true, ...(active ? {tone: 'accent'} : {})} : dim(words),
			{text: '  '},
		);
		used += widthOf(words) + 2;
	}

	return [...lines, line];
}

/** A text field whose cursor is kept in sight: long text slides, and `…` stands where more of it is. Left alone it shows its start. */
function textRow(label: readonly Span[], field: TextField, {active, width, labels}: Place): Row {
	const shown = active ? field : {...field, cursor: 0};
	const {before, after} = textWindow(shown, Math.max(width - labels - 1, 8));
	return {
		lines: [[...label, {text: before + after}]],
		column: active ? labels + widthOf(before) : null,
	};
}
