import type {Context} from '../keys/bindings.ts';
import type {AppState} from './app-state.ts';

/** Where a key pressed now is meant. */
export function contextOf(state: AppState): Context {
	if (state.help !== null) {
		return 'help';
	}

	const {screen} = state;
	if (screen.kind !== 'control') {
		return screen.kind;
	}

	if (screen.form !== null) {
		return 'form';
	}

	return screen.filtering ? 'filter' : screen.stage;
}
