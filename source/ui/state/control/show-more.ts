import {actOverflow} from '../../screens/control/act.ts';
import {bodyHeight, detailRoom} from '../../screens/lay-out.ts';
import {present} from '../../screens/present.ts';
import type {AppState, Screen} from '../app-state.ts';
import {shownControl} from './selection.ts';

/** The next part of what is said of the selected row; after the last part, the first again. */
export function showMore(state: AppState, screen: Extract<Screen, {readonly past: number}>): AppState {
	const frame = present(state);
	const room = detailRoom(frame, state.columns, state.rows);
	const hasMore = frame.detail.length > room;
	return !hasMore && screen.past === 0
		? {...state, message: 'All that is said of this row is in sight.'}
		: {...state, screen: {...screen, past: hasMore ? screen.past + room - 1 : 0}};
}

/** The selected row scrolled within itself when it is taller than its room; null when the cursor moves on. */
export function scrollWithin(state: AppState, by: number): AppState | null {
	const {screen} = state;
	if (screen.kind !== 'control' || screen.stage !== 'act' || state.help !== null || state.form !== null) {
		return null;
	}

	const frame = present(state);
	const {view} = frame;
	const room = bodyHeight(frame, state.columns, state.rows);
	const shown = shownControl(state);
	const beside = shown === null ? 0 : actOverflow(state, shown);
	const most = view.kind === 'focus' ? Math.max(view.to - view.from - room, beside, 0) : 0;
	const past = Math.min(screen.past, most);
	const target = past + by * Math.max(room - 3, 1);
	return (by > 0 ? past === most : past === 0)
		? null
		: {...state, screen: {...screen, past: Math.min(Math.max(target, 0), most)}};
}
