import type {AppState} from './app-state.ts';
import {handOverForm} from './forms/hand-over.ts';
import {recordOrSay} from './record-or-say.ts';
import {clicksOf, shownControl} from './selection.ts';
import {type Step, stay} from './step.ts';

/** Ask to whom a part of this control goes. */
export function beginHandOver(state: AppState): Step {
	const shown = shownControl(state);
	if (shown === null || state.open === null) {
		return stay(state);
	}

	const click = shown.screen.stage === 'act' ? (clicksOf(shown.control)[shown.screen.row] ?? null) : null;
	return state.open.readOnly === null
		? stay({
				...state,
				form: handOverForm(shown.control, click, {
					open: state.open,
					knownPerson: state.knownPerson,
					now: state.now,
				}),
			})
		: stay({...state, message: state.open.readOnly});
}

/** The control waits no longer. */
export function endWaiting(state: AppState): Step {
	const {screen, open} = state;
	return screen.kind === 'control' &&
		open?.session.parked.some(({control}) => control === screen.control) === true
		? recordOrSay(state, [{type: 'unparked', control: screen.control}], 'It waits no longer.')
		: stay({...state, message: 'This control waits for nobody.'});
}
