import {widthOf} from '../../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, AttestForm, Form, NoteForm} from '../../state/app-state.ts';
import {attestFields} from '../../state/forms.ts';
import type {TextField} from '../../state/text-field.ts';
import type {Frame, FrameCursor} from '../frame.ts';
import {controlHeading, type Shown} from './control-frame.ts';

const labelWidth = 20;

/** A form in place of the stage it was opened from: one field a row, the active one with the cursor. */
export function formFrame(state: AppState, shown: Shown, form: Form): Frame {
	const width = Math.min(state.columns - 2, 92);
	const {lines, cursor} = form.kind === 'attest' ? attestLines(form, width) : noteLines(form, width);
	const problem =
		form.problem === null
			? []
			: [blank, ...paragraph(form.problem, width, {indent: 3, style: {tone: 'bad'}})];
	const saving: readonly Line[] = form.saving ? [blank, [dim('   Saving …')]] : [];
	return {
		heading: controlHeading(state, shown),
		body: [...lines, ...problem, ...saving],
		view: {kind: 'focus', from: cursor?.line ?? 0, to: (cursor?.line ?? 0) + 1},
		detail: [],
		cursor: form.saving ? null : cursor,
	};
}

type Drawn = {readonly lines: readonly Line[]; readonly cursor: FrameCursor | null};

function attestLines(form: AttestForm, width: number): Drawn {
	const question = [
		...paragraph(form.question, width, {indent: 3, style: {bold: true}}),
		...paragraph('Your word is kept with your name and the day, apart from what was read.', width, {
			indent: 3,
			style: {tone: 'dim'},
		}),
		blank,
	];
	const rows = attestFields(form.asksName).map(field => ({field, row: fieldRow(form, field, width)}));
	const active = rows.find(row => row.field === form.field);
	const line = question.length + rows.findIndex(row => row.field === form.field);
	return {
		lines: [...question, ...rows.map(row => row.row.line)],
		cursor: active === undefined || active.row.column === null ? null : {line, column: active.row.column},
	};
}

type Row = {readonly line: Line; readonly column: number | null};

function fieldRow(form: AttestForm, field: AttestForm['field'], width: number): Row {
	const active = form.field === field;
	switch (field) {
		case 'answer': {
			return {line: [...label('Your answer', active), ...choices(form.answer, active)], column: null};
		}

		case 'seen': {
			return typed('What you saw', form.seen, active, width);
		}

		case 'observed': {
			return typed('Seen on', form.observed, active, width);
		}

		case 'name': {
			return typed('Your name', form.name, active, width);
		}
	}
}

const answerWords: readonly (readonly [AttestForm['answer'], string])[] = [
	['pass', 'Yes'],
	['fail', 'No'],
	['not_applicable', 'Does not apply'],
];

function choices(answer: AttestForm['answer'], active: boolean): readonly Span[] {
	return answerWords.flatMap(([value, words]): Span[] => [
		value === answer
			? {text: `(•) ${words}`, bold: true, ...(active ? {tone: 'accent'} : {})}
			: dim(`( ) ${words}`),
		{text: '   '},
	]);
}

function noteLines(form: NoteForm, width: number): Drawn {
	const row = typed('Note', form.text, true, width);
	return {
		lines: [
			...paragraph('A note stays on this machine and in your reports.', width, {
				indent: 3,
				style: {tone: 'dim'},
			}),
			blank,
			row.line,
		],
		cursor: row.column === null ? null : {line: 2, column: row.column},
	};
}

function label(words: string, active: boolean): readonly Span[] {
	return [
		{text: active ? ' ❯ ' : '   ', tone: 'accent'},
		{text: words.padEnd(labelWidth - 3), ...(active ? {tone: 'accent'} : {})},
	];
}

/** A text field whose cursor is kept in sight: long text slides to the left. */
function typed(words: string, field: TextField, active: boolean, width: number): Row {
	const room = Math.max(width - labelWidth - 1, 8);
	let start = 0;
	while (widthOf(field.graphemes.slice(start, field.cursor).join('')) > room) {
		start += 1;
	}

	let end = field.graphemes.length;
	while (end > field.cursor && widthOf(field.graphemes.slice(start, end).join('')) > room) {
		end -= 1;
	}

	const before = field.graphemes.slice(start, field.cursor).join('');
	return {
		line: [...label(words, active), {text: field.graphemes.slice(start, end).join('')}],
		column: active ? labelWidth + widthOf(before) : null,
	};
}
