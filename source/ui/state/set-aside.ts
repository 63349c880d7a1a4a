import type {AppState} from './app-state.ts';
import {type Step, stay} from './step.ts';

/** Put the wizard aside for the shell; not in the middle of a change, whose end it would then miss. */
export function setAside(state: AppState): Step {
	return state.fix?.kind === 'running'
		? stay({...state, message: 'A change is being made: its end is waited for first.'})
		: {state, effects: [{type: 'set_aside'}]};
}
