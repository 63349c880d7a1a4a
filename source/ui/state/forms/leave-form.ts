import type {AppState} from '../app-state.ts';
import {type Step, stay} from '../step.ts';
import type {Form, FormPurpose} from './form.ts';

const messages: {readonly [Kind in FormPurpose['kind']]?: string} = {
	report: 'Nothing was saved.',
	take_back: 'Nothing was taken back.',
};

/** One level back from a form, recording nothing. */
export function leaveForm(state: AppState, {purpose}: Form): Step {
	const message = messages[purpose.kind] ?? 'Nothing was recorded.';
	return stay({...state, message, form: null});
}
