import {quickWins} from '../../../assessment/quick-wins.ts';
import type {AppState, Open} from '../app-state.ts';
import {controlOnRow, controlsInOrder, selectedControlRow} from './control-rows.ts';

/** Quick wins first, or the guide's order again; what is selected stays selected. */
export function sortControls(state: AppState, open: Open): AppState {
	if (state.sorted === null && open.reading.kind === 'under_way') {
		return {...state, message: 'What is quick is known once everything is read; try again then.'};
	}

	const row = selectedControlRow(state);
	const selected = controlOnRow(state, row);
	const quick = quickWins(open.assessment, state.controls);
	const rest = state.controls.map(({id}) => id).filter(id => !quick.includes(id));
	const sorted = state.sorted === null ? [...quick, ...rest] : null;
	const moved = controlsInOrder({...state, sorted}).findIndex(({id}) => id === selected);
	return {...state, sorted, screen: {kind: 'controls', row: moved === -1 ? row : moved}};
}
