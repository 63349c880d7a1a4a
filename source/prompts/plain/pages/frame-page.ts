import {lastRow} from '../../../ui/screens/last-row.ts';
import {present} from '../../../ui/screens/present.ts';
import type {AppState} from '../../../ui/state/app-state.ts';
import {chooseRow} from '../../../ui/state/choose-row.ts';
import {contextOf} from '../../../ui/state/context-of.ts';
import {enterWords} from '../enter.ts';
import {frameText, frameWords} from '../frame-text.ts';
import {noRows, numbered, type Page, type PageRow} from '../page.ts';

/** Most rows of a list that are told apart by drawing each of them selected. */
const mostRows = 200;

/** Columns for the rows of a list, so that little is cut; from 110 on a detail would stand beside them. */
const rowColumns = 109;

/**
Any screen in the words it draws. Of a list the lines of each row are found by selecting it: so a screen needs nothing
of its own to be told here.
*/
export function framePage(state: AppState): Page {
	const frame = present(state);
	const [title = ''] = frameText(frame.heading);
	const about = {
		place: title.trim().split(/ {2}| · /)[0] ?? '',
		detail: frameText(frame.detail),
		isListed: true,
	};
	const heading = frameText(frame.heading).map(line => line.trim());
	if (frame.view.kind === 'scroll') {
		const text = [
			...heading,
			...frameText(frame.body.slice(0, frame.body.length)),
			...frameText(frame.foot ?? []),
		];
		return {...about, text, rows: noRows, selected: 0, enter: enterWords(contextOf(state), null)};
	}

	const {rows, after} = rowsOf({...state, columns: rowColumns});
	const selected = state.screen.row ?? 0;
	return {
		...about,
		text: [...heading, ...after],
		rows: numbered(rows, row => row),
		selected,
		enter: enterWords(contextOf(state), String(selected + 1)),
	};
}

/** The rows of a list with the titles between them, and what stands after the last one. */
function rowsOf(state: AppState): {
	readonly rows: readonly Omit<PageRow, 'key'>[];
	readonly after: readonly string[];
} {
	const rows: Omit<PageRow, 'key'>[] = [];
	let end = 0;
	for (let row = 0; row <= Math.min(lastRow(state), mostRows); row += 1) {
		const {body, view} = present(chooseRow(state, row));
		if (view.kind === 'focus') {
			const titles = frameText(body.slice(end, view.from)).filter(line => line !== '');
			rows.push({text: frameWords(body.slice(view.from, view.to)), titles});
			end = view.to;
		}
	}

	const {body} = present(state);
	return {rows, after: frameText(body.slice(end, body.length)).filter(line => line !== '')};
}
