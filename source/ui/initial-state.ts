import type {Control} from '../types/control.ts';
import {defaultPolicy} from '../types/policy.ts';
import type {AppState, Chapter, StartRow} from './state/app-state.ts';
import {startScreen} from './state/start-screen.ts';

/** The wizard before anything has happened. */
export function initialState(given: {
	/** Both may come later, as `guide_known`. */
	readonly controls?: readonly Control[];
	readonly chapters?: readonly Chapter[];
	readonly startRows: readonly StartRow[];
	readonly now: Date;
	readonly columns: number;
	readonly rows: number;
}): AppState {
	return {
		controls: [],
		chapters: [],
		...given,
		policy: defaultPolicy,
		knownPerson: null,
		fix: null,
		form: null,
		screen: startScreen,
		behind: [],
		open: null,
		help: null,
		message: null,
		turn: 0,
		outcome: null,
	};
}
