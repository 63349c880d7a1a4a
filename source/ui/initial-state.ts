import type {Control} from '../types/control.ts';
import {defaultPolicy, type Policy, type PolicyRecord} from '../types/policy.ts';
import type {AppState, Chapter, Reference, StartRow} from './state/app-state.ts';
import {startScreen} from './state/start-screen.ts';

/** The wizard before anything has happened. */
export function initialState(given: {
	/** All three may come later, as `guide_known`. */
	readonly controls?: readonly Control[];
	readonly chapters?: readonly Chapter[];
	readonly reference?: Reference;
	/** The defaults unless told. */
	readonly policy?: Policy;
	readonly policyRecord?: PolicyRecord | null;
	readonly startRows: readonly StartRow[];
	readonly now: Date;
	readonly columns: number;
	readonly rows: number;
}): AppState {
	return {
		controls: [],
		sorted: null,
		chapters: [],
		reference: {compliance: {soc2: [], nist80053: [], leftOut: ''}, extras: []},
		policy: defaultPolicy,
		policyRecord: null,
		...given,
		knownPerson: null,
		fix: null,
		form: null,
		picking: null,
		sheet: null,
		screen: startScreen,
		behind: [],
		open: null,
		left: null,
		saved: [],
		help: null,
		message: null,
		turn: 0,
		outcome: null,
	};
}
