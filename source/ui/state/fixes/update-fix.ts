import type {Command} from '../../keys/bindings.ts';
import {bodyHeight} from '../../screens/lay-out.ts';
import {present} from '../../screens/present.ts';
import type {AppState} from '../app-state.ts';
import {type Step, stay} from '../step.ts';
import {type Choosing, canUndo, confirmDelay, type Fix} from './fix.ts';
import {runFix} from './run-fix.ts';
import {asksForName, beginNaming, updateNaming} from './update-naming.ts';

/** A fix under way: choose, confirm, wait, look at the end. The default answer is always No. */
export function updateFix(state: AppState, fix: Fix, command: Command): Step {
	switch (fix.kind) {
		case 'choosing': {
			return updateChoosing(state, fix, command);
		}

		case 'planning': {
			return command === 'back' ? leaveFix(state, fix.behind) : stay(state);
		}

		case 'confirming': {
			return updateConfirming(state, fix, command);
		}

		case 'naming': {
			return updateNaming(state, fix, command);
		}

		case 'running': {
			return command === 'back' && !fix.isStopping
				? {state: {...state, fix: {...fix, isStopping: true}}, effects: [{type: 'stop_fix'}]}
				: stay(state);
		}

		case 'ended': {
			return updateEnded(state, fix, command);
		}
	}
}

/** Rows a movement goes; far more than there are for the ends. */
const steps = {
	up: -1,
	down: 1,
	page_up: -10,
	page_down: 10,
	top: Number.NEGATIVE_INFINITY,
	bottom: Number.POSITIVE_INFINITY,
} as const;

function updateChoosing(state: AppState, fix: Choosing, command: Command): Step {
	// A key that is held down would otherwise go from here to the confirmation and back without end.
	if (command === 'choose' && fix.since !== null && isTooEarly(state, fix.since)) {
		return stay({...state, fix: {...fix, since: state.now}});
	}

	switch (command) {
		case 'back': {
			return leaveFix(state, null);
		}

		case 'up':
		case 'down':
		case 'page_up':
		case 'page_down':
		case 'top':
		case 'bottom': {
			const row = fix.row + steps[command];
			return stay({...state, fix: {...fix, row: Math.min(Math.max(row, 0), fix.resources.length - 1)}});
		}

		case 'tick': {
			return stay({...state, fix: toggle(fix)});
		}

		case 'choose': {
			const wanted = fix.chosen.size > 0 ? [...fix.chosen] : [fix.resources[fix.row]?.id ?? ''];
			return {
				state: {...state, fix: {kind: 'planning', what: 'Reading how it stands now', behind: fix}},
				effects: [{type: 'plan_fix', resources: fix.resources.filter(({id}) => wanted.includes(id))}],
			};
		}

		default: {
			return stay(state);
		}
	}
}

function toggle(fix: Choosing): Fix {
	const id = fix.resources[fix.row]?.id;
	if (id === undefined) {
		return fix;
	}

	const chosen = new Set(fix.chosen);
	if (chosen.delete(id)) {
		return {...fix, chosen};
	}

	// With a limit of one the choice moves; a larger one would silently drop what was chosen first.
	return {...fix, chosen: new Set(fix.limit === 1 ? [id] : [...chosen, id])};
}

/** Whether a key comes too early after something was drawn to be meant for it. */
function isTooEarly({now}: AppState, since: Date): boolean {
	return now.getTime() - since.getTime() < confirmDelay;
}

function updateConfirming(state: AppState, fix: Confirming, command: Command): Step {
	if (command === 'whole' && fix.plans.length === 1) {
		return stay({...state, message: 'There is one request, and it stands here whole.'});
	}

	if (isTooEarly(state, fix.since)) {
		// An Enter held down comes again and again: only after a pause is one meant for what is asked here.
		return stay(command === 'choose' ? {...state, fix: {...fix, since: state.now}} : state);
	}

	switch (command) {
		case 'up':
		case 'page_up':
		case 'top': {
			return stay({...state, fix: upwards(state, fix)});
		}

		case 'down':
		case 'page_down':
		case 'bottom': {
			return stay({...state, fix: downwards(state, fix)});
		}

		case 'whole': {
			return stay(
				fix.plans.length === 1
					? {...state, message: 'The one request of it stands here whole.'}
					: {...state, fix: {...fix, isWhole: !fix.isWhole, answer: 'no', scroll: 0}},
			);
		}

		case 'back': {
			return leaveFix(state, fix.behind);
		}

		case 'choose': {
			if (fix.answer === 'no') {
				return leaveFix(state, fix.behind);
			}

			return asksForName(state) ? beginNaming(state, fix) : runFix(state, fix.plans);
		}

		default: {
			return stay(state);
		}
	}
}

type Confirming = Extract<Fix, {kind: 'confirming'}>;

/** Lines of the confirmation that fit, and the last first line that can be in sight. */
function roomOf(state: AppState): {readonly page: number; readonly last: number} {
	const frame = present(state);
	const height = bodyHeight(frame, state.columns, state.rows);
	return {page: Math.max(height - 2, 1), last: Math.max(frame.body.length - height, 0)};
}

/** Down to the end of what is asked, and only from there to Yes. */
function downwards(state: AppState, fix: Confirming): Fix {
	const {page, last} = roomOf(state);
	return fix.scroll < last ? {...fix, scroll: Math.min(fix.scroll + page, last)} : {...fix, answer: 'yes'};
}

function upwards(state: AppState, fix: Confirming): Fix {
	return fix.answer === 'yes'
		? {...fix, answer: 'no'}
		: {...fix, scroll: Math.max(fix.scroll - roomOf(state).page, 0)};
}

function updateEnded(state: AppState, fix: Extract<Fix, {kind: 'ended'}>, command: Command): Step {
	if (command === 'undo') {
		const last = fix.result.kind === 'ran' && canUndo(fix.result) ? fix.result.done.at(-1) : undefined;
		if (last === undefined) {
			return stay({...state, message: 'Nothing was changed here that could be taken back.'});
		}

		// Whoever thinks better of it is back on the screen below, which does not know of the change yet.
		const planned = planUndo(state, last.plan.intent.operation);
		return {...planned, effects: [{type: 'read'}, ...planned.effects]};
	}

	// Whatever was changed or not, the screen below should show how it stands: read again.
	return command === 'back' || command === 'choose'
		? {state: {...state, fix: null}, effects: fix.result.kind === 'ran' ? [{type: 'read'}] : []}
		: stay(state);
}

/** Plan to take back the change of an operation. */
export function planUndo(state: AppState, operation: string): Step {
	return {
		state: {...state, fix: {kind: 'planning', what: 'Reading how it stands now', behind: null}},
		effects: [{type: 'plan_undo', operation}],
	};
}

/** One level back: to the choice where there was one, else to the screen below. */
function leaveFix(state: AppState, behind: Choosing | null): Step {
	return {
		state: {...state, fix: backTo(behind, state.now), message: 'Nothing was changed.'},
		effects: [{type: 'stop_fix'}],
	};
}

/** The choice to come back to, as of now. */
export function backTo(behind: Choosing | null, now: Date): Choosing | null {
	return behind === null ? null : {...behind, since: now};
}
