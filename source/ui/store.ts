import type {AppEvent} from './state/app-event.ts';
import type {AppState} from './state/app-state.ts';
import type {Effect} from './state/effect.ts';
import {update} from './state/update.ts';

/** Holds the wizard's one state. Events go in, effects go out in the order they were asked for. */
export type Store = {
	readonly get: () => AppState;
	readonly dispatch: (event: AppEvent) => void;
	readonly subscribe: (listener: () => void) => () => void;
};

/** A store that asks `runEffect` for every effect; `now` gives events their time. */
export function createStore(initial: AppState, now: () => Date, runEffect: (effect: Effect) => void): Store {
	let state = initial;
	const listeners = new Set<() => void>();
	return {
		get: () => state,
		dispatch(event) {
			const step = update(state, {...event, at: now()});
			state = step.state;
			for (const listener of listeners) {
				listener();
			}

			for (const effect of step.effects) {
				runEffect(effect);
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
