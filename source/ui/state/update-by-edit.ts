import type {AppState} from './app-state.ts';
import {editForm} from './form.ts';
import {editText, type TextEdit} from './text-field.ts';

/** The state after something was typed into the form or the filter that has the keys. */
export function updateByEdit(state: AppState, edit: TextEdit): AppState {
	if (state.form !== null) {
		return state.form.saving ? state : {...state, form: editForm(state.form, edit)};
	}

	const {screen} = state;
	return screen.kind !== 'control' || screen.filter === null || !screen.filtering
		? state
		: {...state, screen: {...screen, row: 0, filter: editText(screen.filter, edit)}};
}
