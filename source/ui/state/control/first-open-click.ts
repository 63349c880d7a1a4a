import type {AppState} from '../app-state.ts';
import {isWaiting} from '../forms/begin-click-form.ts';
import {clicksOf, shownControl} from './selection.ts';

/** The row of the first click that is neither done nor waiting; the first of all where there is none. */
export function firstOpenClick(state: AppState): number {
	const shown = shownControl(state);
	const {open, now} = state;
	if (shown === null || open === null) {
		return 0;
	}

	const row = clicksOf(shown.control).findIndex(
		click => !open.session.ticked.has(click.id) && !isWaiting(click, open, now),
	);
	return Math.max(row, 0);
}
