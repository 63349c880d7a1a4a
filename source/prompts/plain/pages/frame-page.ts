import {lastRow} from '../../../ui/screens/last-row.ts';
import {present} from '../../../ui/screens/present.ts';
import type {AppState} from '../../../ui/state/app-state.ts';
import {chooseRow} from '../../../ui/state/choose-row.ts';
import {contextOf} from '../../../ui/state/context-of.ts';
import {opensRows} from '../actions.ts';
import {frameText, frameWords} from '../frame-text.ts';
import {noRows, numbered, type Page} from '../page.ts';

/** Most rows of a list that are told apart by drawing each of them selected. */
const mostRows = 200;

/**
Any screen in the words it draws. Of a list the lines of each row are found by selecting it: so a screen needs nothing
of its own to be told here.
*/
export function framePage(state: AppState): Page {
	const frame = present(state);
	const isList = frame.view.kind === 'focus' && opensRows(contextOf(state));
	const body = frame.body.slice(0, frame.body.length);
	const parts = isList ? rowsOf(state) : [];
	const taken = new Set(parts.flatMap(({lines}) => lines));
	const [title = ''] = frameText(frame.heading);
	return {
		place: title.trim().split(/ {2}/)[0] ?? '',
		text: [
			...frameText(frame.heading).map(line => line.trim()),
			...frameText(body.filter((_, index) => !taken.has(index))),
		],
		rows: isList ? numbered(parts, ({words}) => ({text: words})) : noRows,
		isListed: true,
		selected: state.screen.kind === 'control' ? 0 : (state.screen.row ?? 0),
		detail: frameText(frame.detail),
		enter: isList ? `opens ${(state.screen.row ?? 0) + 1}` : 'goes back',
	};
}

function rowsOf(state: AppState): readonly {readonly words: string; readonly lines: readonly number[]}[] {
	return Array.from({length: Math.min(lastRow(state) + 1, mostRows)}, (_, row) => {
		const {body, view} = present(chooseRow(state, row));
		return view.kind === 'focus'
			? {
					words: frameWords(body.slice(view.from, view.to)),
					lines: Array.from({length: view.to - view.from}, (_line, index) => view.from + index),
				}
			: {words: '', lines: []};
	});
}
