import type {AppState} from '../app-state.ts';
import {clickName} from '../control/click-words.ts';
import {shownControl} from '../control/selection.ts';
import {recordOrSay} from '../record-or-say.ts';
import {type Step, stay} from '../step.ts';
import {selectedClick, waitOf} from './begin-click-form.ts';
import {handOverForm} from './hand-over.ts';

/** Ask to whom a part of this control goes. */
export function beginHandOver(state: AppState): Step {
	const shown = shownControl(state);
	if (shown === null || state.open === null) {
		return stay(state);
	}

	const click = shown.screen.stage === 'act' ? selectedClick(state) : null;
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

/** The selected click waits no longer; where it does not wait, nothing of the control does. */
export function endWaiting(state: AppState): Step {
	const {screen, open} = state;
	const click = selectedClick(state);
	if (screen.kind === 'control' && open !== null && click !== null && waitOf(click, open) !== null) {
		return recordOrSay(
			state,
			[{type: 'unparked', control: screen.control, click: click.id}],
			`Waits no longer: ${clickName(click)}.`,
		);
	}

	return screen.kind === 'control' &&
		open?.session.parked.some(({control}) => control === screen.control) === true
		? recordOrSay(state, [{type: 'unparked', control: screen.control}], 'It waits no longer.')
		: stay({...state, message: 'This control waits for nobody.'});
}
