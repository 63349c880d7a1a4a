import {relativeTime} from '../../../ui/lines/relative-time.ts';
import type {AppState, StartRow} from '../../../ui/state/app-state.ts';
import {numbered, type Page} from '../page.ts';

/** The start: the ways in. */
export function startPage(state: AppState, row: number): Page {
	return {
		place: 'Start',
		text: ['Where to begin:'],
		rows: numbered(state.startRows, start => ({text: words(start, state.now)})),
		isListed: true,
		selected: row,
		detail: [],
		enter: `opens ${row + 1}`,
	};
}

function words(row: StartRow, now: Date): string {
	return row.kind === 'resume'
		? `Resume ${row.session.label}, last used ${relativeTime(row.session.lastAt, now)}`
		: `${row.title}: ${row.text}`;
}
