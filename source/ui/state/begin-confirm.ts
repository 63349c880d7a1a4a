import {pendingConfirmations} from '../../assessment/pending-confirmations.ts';
import type {ConfirmableReading} from '../../types/decision.ts';
import type {AppState} from './app-state.ts';
import {confirmForm} from './forms/confirm.ts';
import {type Step, stay} from './step.ts';

/** Ask for the next reading that a person has not compared yet; of `only` these, where a control asks for its own. */
export function beginConfirm(state: AppState, only: readonly ConfirmableReading[] | null): Step {
	const {open} = state;
	if (open === null) {
		return stay(state);
	}

	if (open.readOnly !== null) {
		return stay({...state, message: open.readOnly});
	}

	const pending = pendingConfirmations(open.facts, open.session).find(
		({reading}) => only === null || only.includes(reading),
	);
	return pending === undefined
		? stay({...state, message: 'Nothing that was read waits to be compared with your screen.'})
		: stay({...state, form: confirmForm(pending, {session: open.session, knownPerson: state.knownPerson})});
}
