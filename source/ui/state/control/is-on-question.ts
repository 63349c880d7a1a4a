import type {AppState} from '../app-state.ts';
import {actRows} from './act-rows.ts';
import {shownControl} from './selection.ts';

/** Whether the cursor is on a question of stage Act, whose main act is the answer. */
export function isOnQuestion(state: AppState): boolean {
	const {screen} = state;
	if (screen.kind !== 'control' || screen.stage !== 'act') {
		return false;
	}

	const shown = shownControl(state);
	return shown !== null && actRows(shown.control)[shown.screen.row]?.kind === 'question';
}
