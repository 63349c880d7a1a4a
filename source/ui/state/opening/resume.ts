import type {SessionState} from '../../../types/session.ts';
import type {AppState, Screen} from '../app-state.ts';
import {controlScreen} from '../control/control-screen.ts';
import {complianceRow, extrasRow} from '../list/control-rows.ts';

/** The screen a session was left on, with the controls behind it; the controls when it is new. */
export function resume(session: SessionState, state: AppState): Pick<AppState, 'screen' | 'behind'> {
	const {place} = session;
	if (place === null) {
		return {screen: {kind: 'controls', row: null}, behind: []};
	}

	if (place.screen === 'controls') {
		return {screen: {kind: 'controls', row: rowOf(place.selected, state)}, behind: []};
	}

	if (state.controls.every(control => control.id !== place.control)) {
		return {screen: {kind: 'controls', row: null}, behind: []};
	}

	const list: Screen = {kind: 'controls', row: rowOf(place.control, state)};
	return {screen: {...controlScreen(place.control, place.stage), row: place.row}, behind: [list]};
}

function rowOf(selected: string, state: AppState): number | null {
	if (selected === 'compliance') {
		return complianceRow(state);
	}

	if (selected === 'extras') {
		return extrasRow(state);
	}

	const row = state.controls.findIndex(control => control.id === selected);
	return row === -1 ? null : row;
}
