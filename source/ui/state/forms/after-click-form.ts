import type {AppState} from '../app-state.ts';
import {actRows, isOpen} from '../control/act-rows.ts';
import {shownControl} from '../control/selection.ts';
import {type Step, stay} from '../step.ts';
import {park, selectedClick} from './begin-click-form.ts';
import {type Form, fieldChoice, fieldText} from './form.ts';

/** Where things go on at the clicks once what a form held has been recorded; null for a form of another place. */
export function afterClickForm(state: AppState, form: Form): Step | null {
	const {purpose} = form;
	switch (purpose.kind) {
		case 'not_on_screen': {
			const click = selectedClick(state);
			return fieldChoice(form, 'then') === 'park' && click !== null
				? stay({
						...state,
						message: null,
						form: park(state, click, `find ${click.label ?? 'it'}: ${fieldText(form, 'seen')}`),
					})
				: stay(state);
		}

		case 'attest': {
			return stay(toNextQuestion(state, purpose.rule));
		}

		default: {
			return null;
		}
	}
}

/** From a question that has its answer to the next that has none. */
function toNextQuestion(state: AppState, rule: string): AppState {
	const shown = shownControl(state);
	if (shown?.screen.stage !== 'act') {
		return state;
	}

	const rows = actRows(shown.control);
	const current = rows[shown.screen.row];
	if (current?.kind !== 'question' || current.rule.id !== rule) {
		return state;
	}

	const next = rows.findIndex(
		(row, index) =>
			index > shown.screen.row &&
			row.kind === 'question' &&
			shown.result.rules.some(result => result.id === row.rule.id && isOpen(result)),
	);
	return next === -1 ? state : {...state, screen: {...shown.screen, row: next, past: 0}};
}
