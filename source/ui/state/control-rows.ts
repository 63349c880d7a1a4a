import type {ControlId} from '../../types/control.ts';
import type {AppState} from './app-state.ts';

/** The row of section 5, which follows the controls. */
export function complianceRow(state: Pick<AppState, 'controls'>): number {
	return state.controls.length;
}

/** The selected row of the controls: where the person moved it, else Next, else the first. */
export function selectedControlRow(state: AppState): number {
	if (state.screen.kind === 'controls' && state.screen.row !== null) {
		return state.screen.row;
	}

	const next = state.controls.findIndex(control => control.id === state.open?.next);
	return Math.max(next, 0);
}

/** The control or the compliance reference on a row. */
export function controlOnRow(state: AppState, row: number): ControlId | 'compliance' {
	return state.controls[row]?.id ?? 'compliance';
}
