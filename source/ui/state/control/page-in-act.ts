import {actPlaces} from '../../screens/control/act.ts';
import {bodyHeight, firstLine} from '../../screens/lay-out.ts';
import {present} from '../../screens/present.ts';
import type {AppState} from '../app-state.ts';
import {shownControl} from './selection.ts';
import {scrollWithin} from './show-more.ts';

/**
One page on in stage Act, whose rows are of different heights: through the selected row where more of it is out of
sight, else to the last row in sight, and up to the first. Null outside Act.
*/
export function pageInAct(state: AppState, command: 'page_up' | 'page_down'): AppState | null {
	const shown = shownControl(state);
	if (shown?.screen.stage !== 'act' || state.help !== null || state.form !== null) {
		return null;
	}

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
	return {...state, screen: {...screen, row: Math.min(Math.max(row, 0), places.length - 1), past: 0}};
}
