import type {AppState} from './app-state.ts';
import {startScreen} from './start-screen.ts';

/** One level back, to the screen one came from. */
export function goBack(state: AppState): AppState {
	return {...state, screen: state.behind.at(-1) ?? startScreen, behind: state.behind.slice(0, -1)};
}
