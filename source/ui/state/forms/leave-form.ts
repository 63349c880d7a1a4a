import type {AppState} from '../app-state.ts';
import {type Step, stay} from '../step.ts';
import type {Form} from './form.ts';

/** One level back from a form, recording nothing. */
export function leaveForm(state: AppState, {purpose}: Form): Step {
	const message = purpose.kind === 'report' ? 'Nothing was saved.' : 'Nothing was recorded.';
	return stay({...state, message, form: null});
}
