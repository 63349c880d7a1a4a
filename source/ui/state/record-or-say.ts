import type {SessionEvent} from '../../types/session.ts';
import type {AppState} from './app-state.ts';
import type {Step} from './step.ts';

/**
Record events, or say why nothing can be recorded. Moving about (`message` null) stays possible in a session
that can't be written, and says nothing.
*/
export function recordOrSay(state: AppState, events: readonly SessionEvent[], message: string | null): Step {
	const readOnly = state.open === null ? 'No organization is open.' : state.open.readOnly;
	if (readOnly === null) {
		return {state, effects: [{type: 'record', events, message, ofForm: false}]};
	}

	return {state: message === null ? state : {...state, message: readOnly}, effects: []};
}
