import type {Command} from '../keys/bindings.ts';
import {bodyHeight} from '../screens/lay-out.ts';
import {present} from '../screens/present.ts';
import type {AppState} from './app-state.ts';
import {canUndo, confirmDelay, type Fix} from './fix.ts';
import {type Step, stay} from './step.ts';

/** A fix under way: choose, confirm, wait, look at the end. The default answer is always No. */
export function updateFix(state: AppState, fix: Fix, command: Command): Step {
	switch (fix.kind) {
		case 'choosing': {
			return updateChoosing(state, fix, command);
		}

		case 'planning': {
			return command === 'back' ? leaveFix(state, 'Nothing was changed.') : stay(state);
		}

		case 'confirming': {
			return updateConfirming(state, fix, command);
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

function updateChoosing(state: AppState, fix: Extract<Fix, {kind: 'choosing'}>, command: Command): Step {
	switch (command) {
		case 'back': {
			return leaveFix(state, 'Nothing was changed.');
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
				state: {...state, fix: {kind: 'planning', what: 'Reading how it stands now'}},
				effects: [{type: 'plan_fix', resources: fix.resources.filter(({id}) => wanted.includes(id))}],
			};
		}

		default: {
			return stay(state);
		}
	}
}

function toggle(fix: Extract<Fix, {kind: 'choosing'}>): Fix {
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

function updateConfirming(state: AppState, fix: Extract<Fix, {kind: 'confirming'}>, command: Command): Step {
	if (state.now.getTime() - fix.since.getTime() < confirmDelay) {
		return stay(state);
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
			return stay({...state, fix: {...fix, isWhole: !fix.isWhole, answer: 'no', scroll: 0}});
		}

		case 'back': {
			return leaveFix(state, 'Nothing was changed.');
		}

		case 'choose': {
			const {plans} = fix;
			return fix.answer === 'no'
				? leaveFix(state, 'Nothing was changed.')
				: {
						state: {
							...state,
							fix: {
								kind: 'running',
								of: plans.length,
								index: 0,
								step: 'reading',
								subject: plans[0].preview.subject,
								isStopping: false,
							},
						},
						effects: [{type: 'apply_fix', plans}],
					};
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
	if (command === 'undo' && fix.result.kind === 'ran' && canUndo(fix.result)) {
		const last = fix.result.done.at(-1);
		if (last !== undefined) {
			return planUndo(state, last.plan.intent.operation);
		}
	}

	// Whatever was changed or not, the screen below should show how it stands: read again.
	return command === 'back' || command === 'choose'
		? {state: {...state, fix: null}, effects: fix.result.kind === 'ran' ? [{type: 'read'}] : []}
		: stay(state);
}

/** Plan to take back the change of an operation. */
export function planUndo(state: AppState, operation: string): Step {
	return {
		state: {...state, fix: {kind: 'planning', what: 'Reading how it stands now'}},
		effects: [{type: 'plan_undo', operation}],
	};
}

function leaveFix(state: AppState, message: string): Step {
	return {state: {...state, fix: null, message}, effects: [{type: 'stop_fix'}]};
}
