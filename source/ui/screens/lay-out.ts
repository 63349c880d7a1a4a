import {fitLine, lineWidth} from '../lines/fit.ts';
import {blank, type Line} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import type {Frame} from './frame.ts';

/** From this width on, list and detail stand side by side (product §2). */
export const wideColumns = 110;

/** A foot stands at least so many rows below the heading, so that a few lines that arrive do not move it. */
const calmRoom = 8;

/** Rows of the body of a frame in a terminal of that size. One row stays free: a frame as tall as the screen scrolls it. */
export function bodyHeight(frame: Frame, columns: number, rows: number): number {
	const room = middleRoom(frame, rows);
	if (columns >= wideColumns || frame.detail.length === 0) {
		return Math.max(room, 1);
	}

	// What a short list leaves free goes to what is said of its selected row, but for a line between the two.
	return Math.max(Math.min(room - lowDetail(rows), frame.body.length + 1), 1);
}

/** Rows between the heading and the message. */
function middleRoom(frame: Frame, rows: number): number {
	return rows - 1 - frame.heading.length - 1 - (frame.foot ?? []).length - 2;
}

/** The screen's lines, always `rows - 1` of them: heading, body, detail, message, footer. */
export function layOut(
	frame: Frame,
	size: {readonly columns: number; readonly rows: number},
	bottom: {readonly message: string | null; readonly footer: Line},
): {readonly lines: readonly Line[]; readonly cursor: {readonly x: number; readonly y: number} | null} {
	const {columns, rows} = size;
	const height = bodyHeight(frame, columns, rows);
	const first = firstLine(frame, height);
	const room = frame.foot === undefined ? height : Math.min(height, Math.max(frame.body.length, calmRoom));
	const body = filled(frame.body.slice(first, first + room), room);
	const side = columns >= wideColumns && frame.detail.length > 0;
	const detail = withinRoom(frame.detail, detailRoom(frame, columns, rows));
	const middle = side ? beside(body, detail, columns) : body;
	const below =
		side || columns >= wideColumns
			? []
			: filled(
					frame.detail.length === 0
						? []
						: [
								rule(columns, linesBelow(frame, height) === 0 ? '' : ` ${belowWords(frame, height)} `),
								...detail,
							],
					detailHeight(frame, columns, rows),
				);
	const above: Line =
		first === 0
			? (frame.lead ?? blank)
			: [{text: ` ↑ ${moreWords(frame.names?.slice(0, first), first)} above`, tone: 'dim'}];
	const foot = footOf(frame, height);
	const content = filled([...frame.heading, above, ...middle, ...below, ...foot], rows - 3);
	const message = messageLines(frame, bottom.message, {columns, height});
	// A message that takes more than its row lies over what is above it, until the next key.
	const seen = content.slice(0, content.length - message.length + 1);
	const lines = [...seen, ...message, [{text: ' '}, ...bottom.footer]];
	return {
		lines: lines.map(line => fitLine(line, columns)),
		cursor:
			frame.cursor === null
				? null
				: {x: frame.cursor.column, y: frame.heading.length + 1 + frame.cursor.line - first},
	};
}

function messageLines(
	frame: Frame,
	message: string | null,
	{columns, height}: {readonly columns: number; readonly height: number},
): readonly Line[] {
	if (message !== null) {
		return paragraph(message, columns - 2, {indent: 1, style: {tone: 'accent'}});
	}

	const below =
		frame.view.kind === 'focus' && frame.detail.length > 0 && columns < wideColumns
			? 0
			: linesBelow(frame, height);
	return below === 0 || frame.foot !== undefined
		? [frame.hint === undefined ? blank : [frame.hint]]
		: [[{text: ` ${belowWords(frame, height)}`, tone: 'dim'}]];
}

/** The foot, its empty first line telling how much of the body lies below. */
function footOf(frame: Frame, height: number): readonly Line[] {
	const [first = blank, ...rest] = frame.foot ?? [];
	return frame.foot === undefined || first.length > 0 || linesBelow(frame, height) === 0
		? (frame.foot ?? [])
		: [[{text: ` ${belowWords(frame, height)}`, tone: 'dim'}], ...rest];
}

/** Lines of the body below the last one in sight. */
function linesBelow(frame: Frame, height: number): number {
	return Math.max(frame.body.length - firstLine(frame, height) - height, 0);
}

function belowWords(frame: Frame, height: number): string {
	const from = firstLine(frame, height) + height;
	return `↓ ${moreWords(frame.names?.slice(from), linesBelow(frame, height))} below`;
}

/** What is out of sight: by name where it has names, else by number. */
function moreWords(names: readonly string[] | undefined, count: number): string {
	const named = (names ?? []).filter(name => name !== '');
	return named.length === 0 ? `${count} more` : named.join(', ');
}

/** First line of the body that is in sight. */
export function firstLine(frame: Frame, height: number): number {
	const most = Math.max(frame.body.length - height, 0);
	if (frame.view.kind === 'scroll') {
		return Math.min(frame.view.from, most);
	}

	// The selected row sits in the middle where it can, and a tall one shows its beginning.
	const {to} = frame.view;
	const from = frame.view.from + Math.min(frame.view.past ?? 0, Math.max(to - frame.view.from - height, 0));
	const middle = Math.floor((from + Math.min(to, from + height)) / 2 - height / 2);
	return Math.min(Math.max(Math.min(middle, from), 0), most);
}

/** The lines of a detail that do not lie behind; all of them when there are fewer by now. */
export function lastPart(detail: readonly Line[], past: number): readonly Line[] {
	return past < detail.length ? detail.slice(past) : detail;
}

/** Lines of the detail that can be in sight. */
export function detailRoom(frame: Frame, columns: number, rows: number): number {
	return columns >= wideColumns
		? bodyHeight(frame, columns, rows)
		: Math.max(detailHeight(frame, columns, rows) - 1, 0);
}

/** The least below a list; with the rule above it. */
function lowDetail(rows: number): number {
	return rows < 24 ? 5 : Math.min(Math.floor(rows / 3), 12);
}

/** As much as there is room for, the last line telling how to see the rest. */
function withinRoom(detail: readonly Line[], room: number): readonly Line[] {
	return detail.length > room
		? [...detail.slice(0, room - 1), [{text: ' … space shows more', tone: 'dim'}]]
		: detail;
}

/** Rows below the body; with the rule above them. */
function detailHeight(frame: Frame, columns: number, rows: number): number {
	return frame.detail.length === 0
		? 0
		: Math.max(middleRoom(frame, rows) - bodyHeight(frame, columns, rows), lowDetail(rows));
}

/** A thin rule between the list and what is said of its selected row; it says how much of the list lies below. */
function rule(columns: number, words: string): Line {
	return [{text: ` ──${words}${'─'.repeat(Math.max(columns - 4 - words.length, 0))}`, tone: 'dim'}];
}

function filled(lines: readonly Line[], height: number): readonly Line[] {
	const shown = lines.slice(0, height);
	return [...shown, ...Array.from({length: height - shown.length}, () => blank)];
}

function beside(body: readonly Line[], detail: readonly Line[], columns: number): readonly Line[] {
	const left = detailLeft(columns) - 2;
	return body.map((line, index) => {
		const fitted = fitLine(line, left);
		return [...fitted, {text: ' '.repeat(left - lineWidth(fitted) + 2)}, ...(detail[index] ?? blank)];
	});
}

function detailLeft(columns: number): number {
	return Math.floor(columns * 0.58);
}

/** Columns the list and the detail have in a terminal of that width. */
export function paneWidths(columns: number): {readonly list: number; readonly detail: number} {
	return columns >= wideColumns
		? {list: detailLeft(columns) - 2, detail: columns - detailLeft(columns) - 1}
		: {list: columns - 1, detail: columns - 2};
}
