import type {Command} from '../keys/bindings.ts';
import type {AppState} from './app-state.ts';
import {finishForm} from './finish-form.ts';
import {type Form, moveField} from './form.ts';
import {type Step, stay} from './step.ts';

/** A form: from field to field, record after the last, or leave without recording. */
export function updateForm(state: AppState, form: Form, command: Command): Step {
	if (form.saving || state.open === null) {
		return stay(state);
	}

	switch (command) {
		case 'cancel': {
			return stay({...state, message: 'Nothing was recorded.', form: null});
		}

		case 'accept': {
			return form.active < form.fields.length - 1
				? stay({...state, form: moveField(form, 1)})
				: finish(state, form);
		}

		case 'next_field': {
			return stay({...state, form: moveField(form, 1)});
		}

		case 'previous_field': {
			return stay({...state, form: moveField(form, -1)});
		}

		default: {
			return stay(state);
		}
	}
}

function finish(state: AppState, form: Form): Step {
	if (state.open === null) {
		return stay(state);
	}

	const finished = finishForm(form, state.open, state);
	return finished.kind === 'problem'
		? stay({...state, form: {...moveField(form, finished.field), problem: finished.problem}})
		: {
				state: {...state, form: {...form, saving: true}},
				effects: [
					{
						type: 'record',
						events: finished.events,
						message: finished.message,
						ofForm: true,
						...(finished.text === undefined ? {} : {text: finished.text}),
					},
				],
			};
}
