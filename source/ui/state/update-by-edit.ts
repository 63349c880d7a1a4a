import type {AppState} from './app-state.ts';
import {editNaming} from './fixes/update-naming.ts';
import {editForm} from './forms/form.ts';
import {editText, type TextEdit} from './text-field.ts';

/** The state after something was typed into the form or the filter that has the keys. */
export function updateByEdit(state: AppState, edit: TextEdit): AppState {
	const {fix} = state;
	if (fix !== null) {
		return fix.kind === 'naming' ? {...state, fix: editNaming(fix, edit)} : state;
	}

	if (state.form !== null) {
		return state.form.saving ? state : {...state, form: editForm(state.form, edit)};
	}

	const {screen} = state;
	return screen.kind !== 'control' || screen.filter === null || !screen.filtering
		? state
		: {...state, screen: {...screen, row: 0, filter: editText(screen.filter, edit)}};
}
