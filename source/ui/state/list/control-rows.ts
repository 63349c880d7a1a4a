import type {Control, ControlId} from '../../../types/control.ts';
import type {AppState} from '../app-state.ts';

/** The controls as the list shows them: by the guide's numbers, or quick wins first. */
export function controlsInOrder({
	controls,
	sorted,
}: Pick<AppState, 'controls' | 'sorted'>): readonly Control[] {
	return sorted === null ? controls : sorted.flatMap(id => controls.find(control => control.id === id) ?? []);
}

/** The row of section 5, which follows the controls. */
export function complianceRow(state: Pick<AppState, 'controls'>): number {
	return state.controls.length;
}

/** The row of what lies beyond the guide, the last one. */
export function extrasRow(state: Pick<AppState, 'controls'>): number {
	return complianceRow(state) + 1;
}

/** The selected row of the controls: where the person moved it, else Next, else the first. */
export function selectedControlRow(state: AppState): number {
	if (state.screen.kind === 'controls' && state.screen.row !== null) {
		return state.screen.row;
	}

	const next = controlsInOrder(state).findIndex(control => control.id === state.open?.next);
	return Math.max(next, 0);
}

/** What is on a row: a control, section 5, or what lies beyond the guide. */
export function controlOnRow(state: AppState, row: number): ControlId | 'compliance' | 'extras' {
	return controlsInOrder(state)[row]?.id ?? (row === extrasRow(state) ? 'extras' : 'compliance');
}
