import type {AppState} from './app-state.ts';
import type {Form} from './form.ts';
import {type Step, stay} from './step.ts';

/** One level back from a form, recording nothing. */
export function leaveForm(state: AppState, _form: Form): Step {
	return stay({...state, message: 'Nothing was recorded.', form: null});
}
