import {widthOf} from './fit.ts';

/** Text with a cursor in it; `cursor` counts graphemes from the left. */
type Typed = {readonly graphemes: readonly string[]; readonly cursor: number};

/**
The part of a text that `room` columns (8 at least) show, with its cursor in sight: what stands before the cursor and what after
it. `…` stands at an end that hides more.
*/
export function textWindow(
	{graphemes, cursor}: Typed,
	room: number,
): {readonly before: string; readonly after: string} {
	const widths = graphemes.map(widthOf);
	if (sum(widths) <= room) {
		return {before: graphemes.slice(0, cursor).join(''), after: graphemes.slice(cursor).join('')};
	}

	// A column is kept for the mark at each end.
	const most = room - 2;
	let start = 0;
	let used = sum(widths.slice(0, cursor));
	while (used > most) {
		used -= widths[start] ?? 0;
		start += 1;
	}

	const spare = start === 0 ? 1 : 0;
	let end = cursor;
	while (end < graphemes.length && used + (widths[end] ?? 0) <= most + spare) {
		used += widths[end] ?? 0;
		end += 1;
	}

	return {
		before: `${start === 0 ? '' : '…'}${graphemes.slice(start, cursor).join('')}`,
		after: `${graphemes.slice(cursor, end).join('')}${end === graphemes.length ? '' : '…'}`,
	};
}

function sum(widths: readonly number[]): number {
	return widths.reduce((total, width) => total + width, 0);
}
