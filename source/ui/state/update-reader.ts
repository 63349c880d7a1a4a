import type {Command} from '../keys/bindings.ts';
import type {AppState, Screen} from './app-state.ts';
import {startScreen} from './start-screen.ts';
import {type Step, stay} from './step.ts';

/** Texts to read: from the contents of the guide into a chapter, and back from each. */
export function updateReader(
	state: AppState,
	screen: Extract<Screen, {kind: 'contents' | 'chapter' | 'news'}>,
	command: Command,
): Step {
	if (command === 'choose' && screen.kind === 'contents') {
		return stay({
			...state,
			screen: {kind: 'chapter', chapter: screen.row, row: 0},
			behind: [...state.behind, screen],
		});
	}

	return command === 'back'
		? stay({...state, screen: state.behind.at(-1) ?? startScreen, behind: state.behind.slice(0, -1)})
		: stay(state);
}
