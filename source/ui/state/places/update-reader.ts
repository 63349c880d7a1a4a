import type {Command} from '../../keys/bindings.ts';
import type {AppState, Screen} from '../app-state.ts';
import {goBack} from '../go-back.ts';
import {type Step, stay} from '../step.ts';

/** Texts to read: from the contents of the guide into a chapter, and back from each. */
export function updateReader(
	state: AppState,
	screen: Extract<Screen, {kind: 'contents' | 'chapter'}>,
	command: Command,
): Step {
	if (command === 'choose' && screen.kind === 'contents') {
		return stay({
			...state,
			screen: {kind: 'chapter', chapter: screen.row, row: 0},
			behind: [...state.behind, screen],
		});
	}

	return stay(command === 'back' ? goBack(state) : state);
}
