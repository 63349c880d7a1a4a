import type {ProofStanding} from '../../../assessment/lock-out-standing.ts';
import {standingOf} from '../../../assessment/lock-out-standing.ts';
import {isOver} from '../../../assessment/waits.ts';
import type {Click} from '../../../types/control.ts';
import type {Parked} from '../../../types/decision.ts';
import type {AppState, Open} from '../app-state.ts';
import {actRows} from '../control/act-rows.ts';
import {clickName} from '../control/click-words.ts';
import {shownControl} from '../control/selection.ts';
import {recordOrSay} from '../record-or-say.ts';
import {type Step, stay} from '../step.ts';
import {assureForm} from './assure.ts';
import type {Form} from './form.ts';
import {notOnScreenForm} from './not-on-screen.ts';
import {parkForm} from './park.ts';

/** The click under the cursor of stage Act; null on a question and elsewhere. */
export function selectedClick(state: AppState): Click | null {
	const shown = shownControl(state);
	const row = shown === null ? undefined : actRows(shown.control)[shown.screen.row];
	return row?.kind === 'click' ? row.click : null;
}

/** The wait of a click; null when it does not wait. */
export function waitOf(click: Pick<Click, 'id'>, {session}: Pick<Open, 'session'>): Parked | null {
	return session.parked.find(wait => wait.click === click.id) ?? null;
}

/** Whether a click waits and its day has not come. */
export function isWaiting(click: Pick<Click, 'id'>, open: Pick<Open, 'session'>, now: Date): boolean {
	const wait = waitOf(click, open);
	return wait !== null && !isOver(wait, now);
}

/** The proofs before a click, as they stand. */
export function proofsOf(click: Click, open: Open, now: Date): readonly ProofStanding[] {
	const {facts, assessment, session} = open;
	const {attestations, assurances} = session;
	return standingOf(click, {facts, assessment, attestations, assurances, now});
}

/** Ask what is on the screen instead. */
export function beginNotOnScreen(state: AppState): Step {
	return begin(state, (click, open) => notOnScreenForm(click, {...state, session: open.session}));
}

/** Have the selected click wait, or take it up again when it waits. */
export function beginPark(state: AppState): Step {
	const {screen, open} = state;
	const click = selectedClick(state);
	if (screen.kind === 'control' && click !== null && open !== null && waitOf(click, open) !== null) {
		return recordOrSay(
			state,
			[{type: 'unparked', control: screen.control, click: click.id}],
			`Taken up again: ${clickName(click)}.`,
		);
	}

	return begin(state, given => park(state, given, null) ?? `${clickName(given)} cannot wait here.`);
}

/** The form to park a click; `what` is filled in where it is known. Null outside a control. */
export function park(state: AppState, click: Click, what: string | null): Form | null {
	return state.screen.kind === 'control' && state.open !== null
		? parkForm(state.screen.control, click, what, {...state, session: state.open.session})
		: null;
}

/** Ask what was made sure of before a click that can lock people out. */
export function beginAssure(state: AppState): Step {
	return begin(state, (click, open) => {
		const proofs = proofsOf(click, open, state.now);
		const missing = proofs.filter(({standing}) => standing.kind === 'open');
		return proofs.length === 0
			? 'This click locks nobody out.'
			: missing.length === 0
				? 'Nothing is open before this click.'
				: assureForm(click.id, missing, {...state, session: open.session, target: open.target});
	});
}

/** A form on the selected click, or a sentence why there is none. */
function begin(state: AppState, form: (click: Click, open: Open) => Form | string): Step {
	const click = selectedClick(state);
	if (click === null || state.open === null) {
		return stay({...state, message: 'Select a click first.'});
	}

	const begun = state.open.readOnly ?? form(click, state.open);
	return stay(typeof begun === 'string' ? {...state, message: begun} : {...state, form: begun});
}
