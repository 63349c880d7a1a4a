import type {Command} from '../../keys/bindings.ts';
import type {AppState} from '../app-state.ts';
import type {Effect} from '../effect.ts';
import {type Step, stay} from '../step.ts';
import {finishForm} from './finish-form.ts';
import type {Finished} from './finished.ts';
import {
	editForm,
	type Form,
	hasChosen,
	hasTyped,
	moveField,
	openChoice,
	toggleChoice,
	withProblem,
} from './form.ts';
import {isImporting, stopImport} from './import-evidence.ts';
import {leaveForm} from './leave-form.ts';
import {signAnew} from './person-field.ts';
import {isDeclined} from './take-back.ts';

/** A form: from field to field, record after the last, or leave without recording. */
export function updateForm(state: AppState, form: Form, command: Command): Step {
	if (isImporting(form) && command === 'back') {
		return stopImport(state, form);
	}

	if (form.saving || state.open === null) {
		return stay(state);
	}

	switch (command) {
		case 'cancel': {
			const lost = hasTyped(form) ? 'what you typed' : hasChosen(form) ? 'what you chose' : null;
			return lost !== null && !form.isLeaving
				? stay({...state, message: `Esc again drops ${lost}.`, form: {...form, isLeaving: true}})
				: leaveForm(state, form);
		}

		case 'accept': {
			const open = openChoice(form);
			if (open !== null) {
				const keys = open.choices.map(({key, words}) => `${key} ${words}`).join(', ');
				return stay({...state, form: withProblem(form, `Choose one first: ${keys}.`)});
			}

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

		case 'next_choice': {
			return stay({...state, form: editForm(form, {kind: 'right'})});
		}

		case 'previous_choice': {
			return stay({...state, form: editForm(form, {kind: 'left'})});
		}

		case 'toggle_choice': {
			return stay({...state, form: toggleChoice(form)});
		}

		case 'sign_anew': {
			const signed = signAnew(form, state.open.session);
			return stay(
				signed === null ? {...state, message: 'This is not recorded with a name.'} : {...state, form: signed},
			);
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

	if (isDeclined(form)) {
		return leaveForm(state, form);
	}

	const finished = finishForm(form, state.open, state);
	if (finished.kind === 'problem') {
		return stay({...state, form: withProblem(form, finished.problem, finished.field)});
	}

	return {state: {...state, form: {...form, saving: true}}, effects: [effectOf(finished)]};
}

function effectOf(finished: Exclude<Finished, {kind: 'problem'}>): Effect {
	if (finished.kind === 'save') {
		const {place, format, content} = finished;
		return {type: 'save_report', place, format, content};
	}

	if (finished.kind === 'import') {
		return {type: 'import_evidence', kind: finished.evidence, place: finished.place};
	}

	return {
		type: 'record',
		events: finished.events,
		message: finished.message,
		ofForm: true,
		...(finished.text === undefined ? {} : {text: finished.text}),
		...(finished.evidence === undefined ? {} : {evidence: finished.evidence}),
	};
}
