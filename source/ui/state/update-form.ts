import type {Command} from '../keys/bindings.ts';
import type {AppState, AttestForm, ControlScreen, Form} from './app-state.ts';
import {attestFields, type Finished, finishAttest, finishNote} from './forms.ts';
import {type Step, stay} from './step.ts';

/** A form: from field to field, record after the last, or leave without recording. */
export function updateForm(state: AppState, screen: ControlScreen, form: Form, command: Command): Step {
	if (form.saving || state.open === null) {
		return stay(state);
	}

	if (command === 'cancel') {
		return stay({...state, message: 'Nothing was recorded.', screen: {...screen, form: null}});
	}

	if (form.kind === 'note') {
		return command === 'accept'
			? save(state, screen, form, finishNote(form), problem => ({...form, problem}), 'Note saved.')
			: stay(state);
	}

	const {session} = state.open;
	const fields = attestFields(form.asksName);
	const at = fields.indexOf(form.field);
	switch (command) {
		case 'accept': {
			const following = fields[at + 1];
			return following === undefined
				? save(
						state,
						screen,
						form,
						finishAttest(form, versionOf(form.rule, state), session, state.now),
						(problem, field) => ({...form, problem, field}),
						'Recorded as your word.',
					)
				: toField(state, screen, form, following);
		}

		case 'next_field': {
			return toField(state, screen, form, fields[Math.min(at + 1, fields.length - 1)] ?? form.field);
		}

		case 'previous_field': {
			return toField(state, screen, form, fields[Math.max(at - 1, 0)] ?? form.field);
		}

		default: {
			return stay(state);
		}
	}
}

/** Of the rule the form was opened for: the selected one may be another by now, as facts arrive. */
function versionOf(id: string, state: AppState): number {
	const rules = state.controls.flatMap(control => control.rules);
	return rules.find(rule => rule.id === id)?.version ?? 1;
}

function toField(state: AppState, screen: ControlScreen, form: AttestForm, field: AttestForm['field']): Step {
	return stay({...state, screen: {...screen, form: {...form, field}}});
}

function save<Field>(
	state: AppState,
	screen: ControlScreen,
	form: Form,
	finished: Finished<Field>,
	withProblem: (problem: string, field: Field) => Form,
	message: string,
): Step {
	return finished.kind === 'problem'
		? stay({...state, screen: {...screen, form: withProblem(finished.problem, finished.field)}})
		: {
				state: {...state, screen: {...screen, form: {...form, saving: true}}},
				effects: [{type: 'record', events: finished.events, message, ofForm: true}],
			};
}
