import {actPlaces} from '../../screens/control/act.ts';
import type {Shown} from '../../screens/control/control-frame.ts';
import {gapPlace} from '../../screens/control/gap.ts';
import {gapStarts} from '../../screens/control/gap-list.ts';
import {bodyHeight, firstLine} from '../../screens/lay-out.ts';
import {present} from '../../screens/present.ts';
import {bodyRows} from '../../screens/screen-size.ts';
import type {AppState} from '../app-state.ts';
import {shownControl} from './selection.ts';
import {scrollWithin} from './show-more.ts';

type Page = 'page_up' | 'page_down';

/** One page on in the stages whose rows are of different heights, Gap and Act; null elsewhere. */
export function pageByLines(state: AppState, command: Page): AppState | null {
	const shown = shownControl(state);
	if (shown === null || state.help !== null || state.form !== null) {
		return null;
	}

	switch (shown.screen.stage) {
		case 'act': {
			return pageInAct(state, shown, command);
		}

		case 'gap': {
			return pageInGap(state, shown, command);
		}

		default: {
			return null;
		}
	}
}

/**
Through the selected row where more of it is out of sight, else to the last row in sight, and up to the first: the row
the cursor comes to grows by all that is said of it.
*/
function pageInAct(state: AppState, shown: Shown, command: Page): AppState {
	const within = scrollWithin(state, command === 'page_down' ? 1 : -1);
	if (within !== null) {
		return within;
	}

	const {screen} = shown;
	const places = actPlaces(state, shown);
	const frame = present(state);
	const room = bodyHeight(frame, state.columns, state.rows);
	const first = firstLine(frame, room);
	const row =
		command === 'page_down'
			? Math.max(
					places.findLastIndex(({from}) => from < first + room),
					screen.row + 1,
				)
			: Math.min(
					places.findIndex(({from}) => from >= first),
					screen.row - 1,
				);
	return atRow(state, shown, row, places.length);
}

/** To the row that lies a screen of lines on. */
function pageInGap(state: AppState, shown: Shown, command: Page): AppState {
	const {row} = shown.screen;
	const starts = gapStarts(gapPlace(state, shown)).slice(0, -1);
	const page = Math.max(bodyRows(state) - 1, 1);
	const line = starts[row] ?? 0;
	const target =
		command === 'page_down'
			? Math.max(
					starts.findLastIndex(start => start <= line + page),
					row + 1,
				)
			: Math.min(
					starts.findIndex(start => start >= line - page),
					row - 1,
				);
	return atRow(state, shown, target, starts.length);
}

function atRow(state: AppState, {screen}: Shown, row: number, rows: number): AppState {
	return {...state, screen: {...screen, row: Math.min(Math.max(row, 0), Math.max(rows - 1, 0)), past: 0}};
}
