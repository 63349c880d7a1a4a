import type {AppState} from './app-state.ts';
import type {Effect} from './effect.ts';

/** The next state, and what the edges are asked to do for it. */
export type Step = {readonly state: AppState; readonly effects: readonly Effect[]};

/** A step without effects. */
export function stay(state: AppState): Step {
	return {state, effects: []};
}
