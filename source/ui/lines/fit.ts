import stringWidth from 'string-width';
import {graphemesOf} from '../../terminal/graphemes.ts';
import type {Line, Span} from './line.ts';

/** Columns a text takes in a terminal. Pure ASCII, nearly all we show, is counted without the tables. */
export function widthOf(content: string): number {
	return /^[\x20-\x7E]*$/.test(content) ? content.length : stringWidth(content);
}

/** `content` cut in the middle to `width` columns, so that names that differ at either end stay apart. */
export function fitMiddle(content: string, width: number): string {
	if (widthOf(content) <= width) {
		return content;
	}

	if (width <= 1) {
		return '…'.slice(0, Math.max(width, 0));
	}

	const graphemes = [...graphemesOf(content)].map(part => part.segment);
	const forHead = Math.ceil((width - 1) / 2);
	const head = takeWhileFits(graphemes, forHead);
	const tail = takeWhileFits(graphemes.toReversed(), width - 1 - widthOf(head.join('')));
	return `${head.join('')}…${tail.toReversed().join('')}`;
}

/** `content` cut at the end to `width` columns. */
export function fitEnd(content: string, width: number): string {
	if (widthOf(content) <= width) {
		return content;
	}

	return width < 1 ? '' : `${startOf(content, width - 1)}…`;
}

/** As many whole graphemes from the start of `content` as `width` columns hold. */
export function startOf(content: string, width: number): string {
	return takeWhileFits(
		[...graphemesOf(content)].map(part => part.segment),
		width,
	).join('');
}

/** `content` filled with spaces on the right, or cut in the middle, to exactly `width` columns. */
export function column(content: string, width: number): string {
	const fitted = fitMiddle(content, width);
	return fitted + ' '.repeat(Math.max(width - widthOf(fitted), 0));
}

/** A sentence filled or cut at its end to exactly `width` columns; names are cut in the middle by `column`. */
export function sentenceColumn(content: string, width: number): string {
	const fitted = fitEnd(content, width);
	return fitted + ' '.repeat(Math.max(width - widthOf(fitted), 0));
}

/** `content` set flush right in `width` columns. */
export function columnRight(content: string, width: number): string {
	const fitted = fitEnd(content, width);
	return ' '.repeat(Math.max(width - widthOf(fitted), 0)) + fitted;
}

export function lineWidth(line: Line): number {
	return line.reduce((sum, span) => sum + widthOf(span.text), 0);
}

/** The line cut to `width` columns at its end, `…` in place of what is lost. */
export function fitLine(line: Line, width: number): Line {
	if (lineWidth(line) <= width) {
		return line;
	}

	const kept: Span[] = [];
	let left = width;
	for (const [index, span] of line.entries()) {
		if (left <= 0) {
			break;
		}

		const losesRest =
			widthOf(span.text) === left && line.slice(index + 1).some(lost => lost.text.trim() !== '');
		const content = fitEnd(losesRest ? `${span.text}…` : span.text, left);
		kept.push({...span, text: content});
		left -= widthOf(content);
	}

	return kept;
}

/** `left` and `right` on one line, `right` flush with the edge; `left` gives way. */
export function justify(left: Line, right: Line, width: number): Line {
	const room = width - lineWidth(right);
	const fitted = fitLine(left, Math.max(room - 1, 0));
	return [...fitted, {text: ' '.repeat(Math.max(room - lineWidth(fitted), 0))}, ...right];
}

function takeWhileFits(graphemes: readonly string[], width: number): string[] {
	const taken: string[] = [];
	let used = 0;
	for (const grapheme of graphemes) {
		used += widthOf(grapheme);
		if (used > width) {
			break;
		}

		taken.push(grapheme);
	}

	return taken;
}
