import {count} from '../../../controls/rule-kinds/count.ts';
import {blank, dim, type Line} from '../../lines/line.ts';
import {wrapText} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import type {ReportScreen} from '../../state/places.ts';
import type {Frame} from '../frame.ts';
import {spinner} from '../spinner.ts';
import {placeHeading} from './place-heading.ts';

/** Lines shown of a report; the file has them all. Twenty thousand findings would take seconds to wrap. */
const mostLines = 2000;
const widest = 100;

/** The report as it will be saved, in the chosen format. A text, scrolled by line. */
export function reportFrame(state: AppState, open: Open, screen: ReportScreen): Frame {
	const {format, texts, row} = screen;
	return {
		heading: [
			...placeHeading(state, open, 'Report', [
				{text: '   '},
				...choice('Markdown', format === 'markdown'),
				{text: '  '},
				...choice('JSON', format === 'json'),
			]),
		],
		body:
			texts === null
				? [[{text: ' '}, spinner(state.turn), dim(' The report is being written …')]]
				: linesOf(texts[format], Math.min(state.columns - 2, widest)),
		view: {kind: 'scroll', from: row},
		detail: [],
		cursor: null,
	};
}

function choice(name: string, isChosen: boolean): Line {
	return isChosen ? [{text: `(•) ${name}`, tone: 'accent'}] : [dim(`( ) ${name}`)];
}

let remembered: {readonly text: string; readonly width: number; readonly lines: readonly Line[]} | null =
	null;

/** Wrapped once for a text and a width: every key that scrolls draws anew. */
function linesOf(text: string, width: number): readonly Line[] {
	if (remembered?.text !== text || remembered.width !== width) {
		remembered = {text, width, lines: wrapReport(text, width)};
	}

	return remembered.lines;
}

function wrapReport(text: string, width: number): readonly Line[] {
	const all = text.trimEnd().split('\n');
	const shown = all.slice(0, mostLines).flatMap(line => wrapReportLine(line, width));
	const left = all.length - mostLines;
	return left > 0 ? [...shown, blank, [dim(` … and ${count(left, 'more line')} in the file`)]] : shown;
}

/** Wrapped behind the indent of its first row, which tells in JSON where a line belongs, and behind the dash of a list. */
function wrapReportLine(line: string, width: number): readonly Line[] {
	const lead = /^ *(?:- )?/.exec(line)?.[0] ?? '';
	const depth = Math.min(lead.length, 24);
	const isHeading = /^#{1,4} /.test(line);
	return wrapText(line.slice(lead.length), Math.max(width - depth, 20)).map(
		(row, index): Line => [
			{text: ` ${index === 0 ? lead : ' '.repeat(depth)}${row}`, ...(isHeading ? {bold: true} : {})},
		],
	);
}
