import {needsRescueSheet} from '../../../report/rescue-sheet.ts';
import type {ControlId} from '../../../types/control.ts';
import type {AppState} from '../app-state.ts';
import type {Step} from '../step.ts';

/**
Lays the rescue sheet over clicks that can lock people out, when they are entered for the first time (product §2.8).
It hides nothing: one key goes on.
*/
export function rescueFirst(before: AppState, step: Step): Step {
	const {state} = step;
	const entered = clicksShown(state);
	const control = state.controls.find(({id}) => id === entered);
	return entered === null ||
		entered === clicksShown(before) ||
		control === undefined ||
		!needsRescueSheet(control) ||
		state.open?.session.rescueSheets.has(entered) !== false
		? step
		: {...step, state: {...state, sheet: {kind: 'rescue', control: entered, row: 0}}};
}

function clicksShown({screen, open}: AppState): ControlId | null {
	return open !== null && screen.kind === 'control' && screen.stage === 'act' ? screen.control : null;
}
