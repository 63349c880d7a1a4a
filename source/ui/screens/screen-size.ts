import type {AppState} from '../state/app-state.ts';
import {bodyHeight} from './lay-out.ts';
import {present} from './present.ts';

/** Rows of the body of the screen as it stands: one page of movement. */
export function bodyRows(state: AppState): number {
	return bodyHeight(present(state), state.columns, state.rows);
}
