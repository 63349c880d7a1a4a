import {column, justify, sentenceColumn, widthOf} from '../lines/fit.ts';
import {fitLabel} from '../lines/fit-label.ts';
import {blank, dim, type Line, type Span} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open} from '../state/app-state.ts';
import type {Picking, PickingView, PickRow} from '../state/picking/picking.ts';
import {pickingView} from '../state/picking/picking-view.ts';
import {badge} from './badge.ts';
import type {Body, Frame} from './frame.ts';
import {paneWidths} from './lay-out.ts';

/** The rows a person chooses among, each with how it stands; more about the selected one below or beside. */
export function pickingFrame(state: AppState, open: Open, picking: Picking): Frame {
	const view = pickingView(state, open, picking);
	const widths = paneWidths(state.columns);
	const row = Math.min(picking.row, Math.max(view.rows.length - 1, 0));
	const selected = view.rows[row];
	return {
		heading: headingOf(state, open, picking, view),
		body:
			view.rows.length === 0
				? paragraph(view.none, widths.list, {indent: 3})
				: bodyOf(view, picking, row, widths.list),
		view: {kind: 'focus', from: row, to: row + 1},
		detail: selected === undefined ? [blank] : detailOf(selected, widths.detail),
		cursor: null,
	};
}

function headingOf(
	{columns}: AppState,
	{label, target}: Open,
	{marked}: Picking,
	{title, progress, rows}: PickingView,
): readonly Line[] {
	const count = rows.filter(({key}) => marked.has(key)).length;
	const counted: Line = count === 0 ? [] : [{text: `${count} marked`, tone: 'accent'}];
	return [
		justify([{text: ` ${title}`, bold: true}], [{text: '  '}, badge(target)], columns - 1),
		justify([{text: ` ${progress}`}], counted, columns - 1),
		[dim(` ${fitLabel(label, columns - 2)}`)],
	];
}

const symbols: {readonly [State in PickRow['state']]: Span} = {
	open: {text: '○', tone: 'info'},
	done: {text: '✔', tone: 'good'},
	soon: {text: '✔', tone: 'warn'},
	bad: {text: '✖', tone: 'bad'},
};

/** Drawn only as far as it is in sight: there may be thousands of rows. */
function bodyOf({rows, canMark}: PickingView, {marked}: Picking, at: number, width: number): Body {
	const longest = rows.reduce((most, {name}) => Math.max(most, widthOf(name)), 0);
	const most = rows.reduce((wide, {words}) => Math.max(wide, widthOf(words)), 0);
	// What the words leave free goes to the names; where both are long they share.
	const room = Math.max(Math.floor(width / 2), width - (canMark ? 11 : 7) - most);
	const nameWidth = Math.min(Math.max(longest, 12), room);
	return {
		length: rows.length,
		slice: (from, to) =>
			rows.slice(from, to).map((row, index): Line => {
				const isSelected = from + index === at;
				const isMarked = marked.has(row.key);
				const box: readonly Span[] = canMark
					? [{text: isMarked ? '[x] ' : '[ ] ', ...(isMarked ? {tone: 'accent'} : {tone: 'dim'})}]
					: [];
				return [
					{text: isSelected ? ' ❯ ' : '   ', tone: 'accent'},
					...box,
					symbols[row.state],
					{
						text: ` ${column(row.name, nameWidth)}`,
						...(isSelected ? {tone: 'accent', bold: true} : {}),
					},
					{
						text: `  ${sentenceColumn(row.words, Math.max(width - nameWidth - (canMark ? 11 : 7), 8))}`,
						tone: row.state === 'bad' ? 'bad' : row.state === 'soon' ? 'warn' : 'dim',
					},
				];
			}),
	};
}

function detailOf({name, detail}: PickRow, width: number): readonly Line[] {
	return [
		...paragraph(name, width, {indent: 1, style: {bold: true}}),
		...detail.flatMap(words => paragraph(words, width, {indent: 1})),
	];
}
