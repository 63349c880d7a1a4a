import type {Context} from '../keys/bindings.ts';
import type {AppState} from './app-state.ts';

/** Where a key pressed now is meant. */
export function contextOf(state: AppState): Context {
	if (state.help !== null) {
		return 'help';
	}

	if (state.form !== null) {
		return 'form';
	}

	const {screen} = state;
	if (screen.kind !== 'control') {
		return screen.kind;
	}

	return screen.filtering ? 'filter' : screen.stage;
}
