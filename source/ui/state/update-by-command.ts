import type {Command} from '../keys/bindings.ts';
import {lastRow} from '../screens/last-row.ts';
import {bodyRows} from '../screens/screen-size.ts';
import type {AppState, Screen} from './app-state.ts';
import {pageByLines} from './control/page-by-lines.ts';
import {scrollWithin} from './control/show-more.ts';
import {updateControl} from './control/update-control.ts';
import {updateSheet} from './control/update-sheet.ts';
import {updateFix} from './fixes/update-fix.ts';
import {updateForm} from './forms/update-form.ts';
import {leave} from './leave.ts';
import {selectedControlRow} from './list/control-rows.ts';
import {updateControls} from './list/update-controls.ts';
import {updateReconnect} from './opening/update-reconnect.ts';
import {updateStart} from './opening/update-start.ts';
import {updatePicking} from './picking/update-picking.ts';
import {updateNews} from './places/update-news.ts';
import {updatePlaces} from './places/update-places.ts';
import {updateReader} from './places/update-reader.ts';
import {setAside} from './set-aside.ts';
import {type Step, stay} from './step.ts';

const movements = {
	up: -1,
	down: 1,
	page_up: 'page_up',
	page_down: 'page_down',
	top: 'top',
	bottom: 'bottom',
} as const;

/** What a change under way or a sheet does not take for itself. */
const outsideFix: readonly Command[] = ['interrupt', 'set_aside', 'quit', 'help'];

/** The step a command asks for. Movement, help and leaving are the same everywhere; the rest is each screen's own. */
export function updateByCommand(state: AppState, command: Command): Step {
	if (state.fix !== null && state.help === null && !outsideFix.includes(command)) {
		return updateFix(state, state.fix, command);
	}

	const {open, picking} = state;
	const isPicking = state.form === null && state.help === null && !outsideFix.includes(command);
	if (open !== null && picking !== null && isPicking) {
		return updatePicking(state, open, picking, command);
	}

	if (state.sheet !== null && state.help === null && !outsideFix.includes(command)) {
		return updateSheet(state, state.sheet, command);
	}

	switch (command) {
		case 'up':
		case 'down': {
			const by = movements[command];
			return stay(scrollWithin(state, by) ?? move(state, by));
		}

		case 'page_up':
		case 'page_down': {
			return stay(pageByLines(state, command) ?? move(state, movements[command]));
		}

		case 'top':
		case 'bottom': {
			return stay(move(state, movements[command]));
		}

		case 'help': {
			return stay({...state, help: {row: 0}});
		}

		case 'quit': {
			return leave(state, {kind: 'quit'});
		}

		case 'interrupt': {
			return leave(state, {kind: 'interrupted'});
		}

		case 'set_aside': {
			return setAside(state);
		}

		default: {
			return state.help === null
				? byForm(state, command)
				: stay(command === 'back' ? {...state, help: null} : state);
		}
	}
}

function byForm(state: AppState, command: Command): Step {
	return state.form === null ? byScreen(state, command) : updateForm(state, state.form, command);
}

function byScreen(state: AppState, command: Command): Step {
	const {screen} = state;
	switch (screen.kind) {
		case 'start': {
			return updateStart(state, screen, command);
		}

		case 'controls': {
			return updateControls(state, command);
		}

		case 'control': {
			return updateControl(state, screen, command);
		}

		case 'compliance':
		case 'extras':
		case 'history':
		case 'comparison':
		case 'report': {
			return updatePlaces(state, screen, command);
		}

		case 'news': {
			return updateNews(state, screen, command);
		}

		case 'reconnect': {
			return updateReconnect(state, screen, command);
		}

		case 'contents':
		case 'chapter': {
			return updateReader(state, screen, command);
		}
	}
}

function move(state: AppState, by: number | 'page_up' | 'page_down' | 'top' | 'bottom'): AppState {
	const last = lastRow(state);
	// The row that was chosen may lie beyond what is there now, as after a resize.
	const row = Math.min(currentRow(state), last);
	const page = Math.max(bodyRows(state) - 1, 1);
	const wanted = {page_up: row - page, page_down: row + page, top: 0, bottom: last};
	const target = typeof by === 'number' ? row + by : wanted[by];
	return withRow(state, Math.min(Math.max(target, 0), last));
}

function currentRow(state: AppState): number {
	if (state.help !== null) {
		return state.help.row;
	}

	return state.screen.kind === 'controls' ? selectedControlRow(state) : state.screen.row;
}

/** The state with another row selected, or a text at another line. */
export function withRow(state: AppState, row: number): AppState {
	if (state.help !== null) {
		return {...state, help: {row}};
	}

	const screen: Screen = 'past' in state.screen ? {...state.screen, row, past: 0} : {...state.screen, row};
	return {...state, screen};
}
