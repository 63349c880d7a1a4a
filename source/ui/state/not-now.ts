import type {Command} from '../keys/bindings.ts';
import type {AppState} from './app-state.ts';
import {updateByCommand} from './update-by-command.ts';

/** They always do what they say, and to ask those that move would draw the screen once for each. */
const everReady: readonly Command[] = [
	'up',
	'down',
	'page_up',
	'page_down',
	'top',
	'bottom',
	'back',
	'help',
	'quit',
	'interrupt',
];

/** Why a command does nothing here now, in its own words; null when it does something. Asked of the command itself. */
export function whyNotNow(state: AppState, command: Command): string | null {
	if (everReady.includes(command)) {
		return null;
	}

	const before: AppState = {...state, message: null};
	const {state: after, effects} = updateByCommand(before, command);
	const {message} = after;
	const isSame =
		after.screen === before.screen &&
		after.form === before.form &&
		after.fix === before.fix &&
		after.help === before.help &&
		after.open === before.open;
	return message !== null && isSame && effects.length === 0 ? message : null;
}
