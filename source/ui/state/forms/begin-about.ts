import type {AppState, Open} from '../app-state.ts';
import {profileForm} from './profile.ts';

/** The form over what the API cannot tell, or why it can't be filled in. */
export function about(state: AppState, open: Open): AppState {
	return open.readOnly === null
		? {...state, form: profileForm(open.session)}
		: {...state, message: open.readOnly};
}
