import type {Context} from '../keys/bindings.ts';
import type {AppState} from './app-state.ts';
import {isOnQuestion} from './control/is-on-question.ts';
import type {Fix} from './fixes/fix.ts';
import {isImporting} from './forms/import-evidence.ts';

/** Where a key pressed now is meant. */
export function contextOf(state: AppState): Context {
	if (state.help !== null) {
		return 'help';
	}

	if (state.fix !== null) {
		return state.fix.kind === 'confirming' && state.fix.isWhole ? 'fix_whole' : fixContexts[state.fix.kind];
	}

	if (state.form !== null) {
		if (isImporting(state.form)) {
			return 'importing';
		}

		return state.form.fields[state.form.active]?.kind === 'choice' ? 'form_choice' : 'form';
	}

	if (state.picking !== null && state.open !== null) {
		return state.picking.of.kind;
	}

	if (state.sheet !== null) {
		return state.sheet.kind;
	}

	const {screen} = state;
	if (screen.kind === 'reconnect') {
		return 'start';
	}

	if (screen.kind !== 'control') {
		return screen.kind;
	}

	return screen.filtering ? 'filter' : isOnQuestion(state) ? 'question' : screen.stage;
}

const fixContexts: {readonly [Kind in Fix['kind']]: Context} = {
	choosing: 'fix_choosing',
	planning: 'fix_waiting',
	confirming: 'fix_confirming',
	naming: 'fix_naming',
	running: 'fix_waiting',
	ended: 'fix_ended',
};
