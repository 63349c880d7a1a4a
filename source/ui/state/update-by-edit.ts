import type {AppState, AttestForm, ControlScreen, Form} from './app-state.ts';
import {editText, type TextEdit} from './text-field.ts';

const answers: readonly AttestForm['answer'][] = ['pass', 'fail', 'not_applicable'];

/** The state after something was typed into the form or the filter that has the keys. */
export function updateByEdit(state: AppState, edit: TextEdit): AppState {
	const {screen} = state;
	if (screen.kind !== 'control') {
		return state;
	}

	if (screen.form !== null) {
		return screen.form.saving ? state : withScreen(state, {...screen, form: editForm(screen.form, edit)});
	}

	return screen.filter === null || !screen.filtering
		? state
		: withScreen(state, {...screen, row: 0, filter: editText(screen.filter, edit)});
}

function withScreen(state: AppState, screen: ControlScreen): AppState {
	return {...state, screen};
}

function editForm(form: Form, edit: TextEdit): Form {
	if (form.kind === 'note') {
		return {...form, problem: null, text: editText(form.text, edit)};
	}

	switch (form.field) {
		case 'answer': {
			return {...form, problem: null, answer: chooseAnswer(form.answer, edit)};
		}

		case 'seen': {
			return {...form, problem: null, seen: editText(form.seen, edit)};
		}

		case 'observed': {
			return {...form, problem: null, observed: editText(form.observed, edit)};
		}

		case 'name': {
			return {...form, problem: null, name: editText(form.name, edit)};
		}
	}
}

function chooseAnswer(answer: AttestForm['answer'], edit: TextEdit): AttestForm['answer'] {
	if (edit.kind === 'insert') {
		const typed = {y: 'pass', n: 'fail', x: 'not_applicable'} as const;
		return edit.text === 'y' || edit.text === 'n' || edit.text === 'x' ? typed[edit.text] : answer;
	}

	const step = edit.kind === 'right' ? 1 : edit.kind === 'left' ? -1 : 0;
	const index = answers.indexOf(answer) + step;
	return answers[Math.min(Math.max(index, 0), answers.length - 1)] ?? answer;
}
