import type {ComplianceView, LiveSection} from '../../../report/compliance-rows.ts';
import {column, fitLine, lineWidth, sentenceColumn} from '../../lines/fit.ts';
import {blank, dim, type Line, type Span} from '../../lines/line.ts';
import {basisMark, statusMark, statusSymbol, waivedMark} from '../../lines/marks.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {isBeingRead} from '../../state/is-being-read.ts';
import {lastRead} from '../../state/opening/last-read.ts';
import {complianceRowsOf} from '../../state/places/compliance-rows-of.ts';
import type {ComplianceScreen} from '../../state/places.ts';
import type {Frame} from '../frame.ts';
import {lastPart, paneWidths} from '../lay-out.ts';
import {spinner} from '../spinner.ts';
import {waiverOver} from '../waiver-over.ts';
import {placeHeading} from './place-heading.ts';

export const frameworks: {readonly [Name in ComplianceView['framework']]: string} = {
	soc2: 'SOC 2 trust services criteria',
	nist80053: 'NIST 800-53, revision 5',
	cis: 'CIS Controls, version 8',
};

const pointerWidth = 3;
const idWidth = 9;

/** Section 5: each reference with the controls behind it, as the guide prints them and as we suggest them, and their verdicts. */
export function complianceFrame(state: AppState, open: Open, screen: ComplianceScreen): Frame {
	const widths = paneWidths(state.columns);
	const isClose = widths.list < 78;
	const rows = complianceRowsOf(state);
	const shown = rows.map(row => ({
		row,
		printed: sections(row.printed, state, open, isClose),
		suggested: sections(row.suggested, state, open, isClose),
	}));
	const printedWidth = Math.max(10, ...shown.map(({printed}) => lineWidth(printed))) + 2;
	const suggestedWidth = Math.max(9, ...shown.map(({suggested}) => lineWidth(suggested)));
	const titleWidth = Math.max(widths.list - pointerWidth - idWidth - printedWidth - suggestedWidth - 1, 8);
	const body: Line[] = [];
	let focus = 0;
	for (const [index, {row, printed, suggested}] of shown.entries()) {
		if (row.framework !== rows[index - 1]?.framework) {
			body.push(...(index === 0 ? [] : [blank]), [{text: ` ${frameworks[row.framework]}`, bold: true}]);
		}

		const isSelected = index === screen.row;
		focus = isSelected ? body.length : focus;
		const accent: Omit<Span, 'text'> = isSelected ? {tone: 'accent', bold: true} : {};
		body.push([
			{text: isSelected ? ' ❯ ' : '   ', tone: 'accent'},
			{text: column(row.id, idWidth), ...accent},
			{text: `${sentenceColumn(row.title, titleWidth)} `, ...accent},
			...filled(printed, printedWidth),
			...suggested,
		]);
	}

	const selected = rows[screen.row];
	return {
		heading: [
			...placeHeading(state, open, '5 Compliance quick reference'),
			...(state.rows < 30 ? [] : [blank]),
			[
				dim(
					`${' '.repeat(pointerWidth + idWidth + titleWidth + 1)}${column('as printed', printedWidth)}suggested`,
				),
			],
		],
		body: [
			...body,
			blank,
			...paragraph(state.reference.compliance.leftOut, widths.list - 1, {indent: 1, style: {tone: 'dim'}}),
		],
		view: {kind: 'focus', from: focus, to: focus + 1},
		detail:
			selected === undefined
				? [blank]
				: lastPart(complianceDetail(selected, state, open, widths.detail), screen.past),
		cursor: null,
	};
}

/** `1.1 ✖  1.2 ○`; closer where there is little room. */
function sections(views: readonly LiveSection[], state: AppState, open: Open, isClose: boolean): Line {
	return views.flatMap(
		(view, index): Line => [
			dim(`${index === 0 ? '' : ' '}${view.section}${isClose ? '' : ' '}`),
			markOf(view, state, open),
		],
	);
}

function markOf({section, status, inProfile}: LiveSection, state: AppState, open: Open): Span {
	const rules = state.controls.find(({id}) => id === section)?.rules ?? [];
	if (isBeingRead(rules, open)) {
		return spinner(state.turn);
	}

	return status === null || !inProfile ? dim('·') : statusSymbol(status);
}

function filled(line: Line, width: number): Line {
	const fitted = fitLine(line, width);
	return [...fitted, {text: ' '.repeat(Math.max(width - lineWidth(fitted), 0))}];
}

function complianceDetail(row: ComplianceView, state: AppState, open: Open, width: number): readonly Line[] {
	return [
		...paragraph(`${row.id}  ${row.title}`, width, {indent: 1, style: {bold: true}}),
		...labelled('As printed', row.printed, state, open, width),
		...labelled('Suggested', row.suggested, state, open, width),
		...paragraph(row.judgement, width, {indent: 1}),
		...(row.printedControl === null
			? []
			: paragraph(`The guide calls it “${row.printedControl}”.`, width, {indent: 1, style: {tone: 'dim'}})),
	];
}

const labelWidth = 13;
const titleWidth = 24;

function labelled(
	label: string,
	views: readonly LiveSection[],
	state: AppState,
	open: Open,
	width: number,
): readonly Line[] {
	return views.length === 0
		? [[dim(` ${label.padEnd(labelWidth - 1)}`), dim('no control')]]
		: views.flatMap((view, index): readonly Line[] => [
				[
					dim(` ${(index === 0 ? label : '').padEnd(labelWidth - 1)}`),
					{text: column(`${view.section} ${view.title ?? ''}`, titleWidth)},
					...standing(view, state, open, width - labelWidth - titleWidth),
				],
				...waiverLines(view, open),
			]);
}

/** That what a control lacks is accepted for a time, in a line of its own: cut short it would lose its day. */
function waiverLines({section}: LiveSection, {assessment}: Open): readonly Line[] {
	const result = assessment.controls.find(({id, inProfile}) => id === section && inProfile);
	const waiver = result === undefined ? null : waiverOver(result);
	return waiver === null ? [] : [[{text: ' '.repeat(labelWidth)}, waivedMark(waiver)]];
}

function standing(view: LiveSection, state: AppState, open: Open, room: number): Line {
	const rules = state.controls.find(({id}) => id === view.section)?.rules ?? [];
	if (isBeingRead(rules, open)) {
		return [spinner(state.turn), dim(' reading')];
	}

	if (view.status === null || !view.inProfile) {
		return [dim('not in your level')];
	}

	const basis = basisMark(view.basis, null, lastRead(open, state));
	const mark = statusMark(view.status);
	const known: Line = [mark, {...basis, text: `  ${basis.text}`}];
	return basis.text === '' || lineWidth(known) > room ? [mark] : known;
}
