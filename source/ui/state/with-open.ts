import type {AppState, Open} from './app-state.ts';

/** The state with its organization changed; as it is outside of one. */
export function withOpen(state: AppState, change: (open: Open) => Open): AppState {
	return state.open === null ? state : {...state, open: change(state.open)};
}
