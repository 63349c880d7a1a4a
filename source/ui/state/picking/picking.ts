import type {ControlId} from '../../../types/control.ts';
import type {ConfirmableReading} from '../../../types/decision.ts';

/** What the rows are that a person chooses among. */
export type PickingOf =
	/** The findings of a rule, to exempt some of them. */
	| {readonly kind: 'findings'; readonly rule: string}
	/** What a rule has a register of: service accounts, admins, projects. */
	| {readonly kind: 'rows'; readonly control: ControlId; readonly rule: string}
	/** Readings that wait to be compared; of `only` these where a control asks for its own. */
	| {readonly kind: 'readings'; readonly only: readonly ConfirmableReading[] | null}
	/** Every waiver and exemption there is. */
	| {readonly kind: 'waivers'};

/** A list of rows over a screen, from which a form is opened for one row or for all that are marked. */
export type Picking = {
	readonly of: PickingOf;
	/** Row under the cursor, counted from 0. */
	readonly row: number;
	/** Keys of the marked rows. */
	readonly marked: ReadonlySet<string>;
};

/** One row to choose, as it is shown. */
export type PickRow = {
	/** Tells it from the others. */
	readonly key: string;
	readonly name: string;
	/** How it stands. */
	readonly words: string;
	/** `done`: nothing is to do; `soon`: no longer for long; `bad`: something is wrong with it. */
	readonly state: 'open' | 'done' | 'soon' | 'bad';
	/** More about it, each a sentence or a few words. */
	readonly detail: readonly string[];
};

/** The rows with what stands above them. */
export type PickingView = {
	readonly title: string;
	/** How far it is: `3 of 7 recorded, 1 new since 2026-11-20`. */
	readonly progress: string;
	readonly rows: readonly PickRow[];
	/** Said in place of rows where there are none. */
	readonly none: string;
	/** Rows can be marked to be taken together. */
	readonly canMark: boolean;
};

/** A list with nothing marked yet. */
export function newPicking(of: PickingOf, row = 0): Picking {
	return {of, row: Math.max(row, 0), marked: new Set()};
}

/** The keys a form is opened for: the marked rows that are still there, else the row under the cursor. */
export function pickedKeys({marked, row}: Picking, rows: readonly PickRow[]): readonly string[] {
	const chosen = rows.filter(({key}) => marked.has(key)).map(({key}) => key);
	const pointed = rows[Math.min(row, rows.length - 1)]?.key;
	return chosen.length > 0 || pointed === undefined ? chosen : [pointed];
}
