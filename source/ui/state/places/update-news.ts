import type {Command} from '../../keys/bindings.ts';
import type {AppState, Screen} from '../app-state.ts';
import {about} from '../forms/begin-about.ts';
import {leaveOrganization, mend, openNext, readAgain} from '../list/update-controls.ts';
import {startScreen} from '../start-screen.ts';
import {type Step, stay} from '../step.ts';
import {beginReport} from './update-report.ts';

type NewsScreen = Extract<Screen, {kind: 'news'}>;

/** The page of what is new: go on to where the person left, to the list, to Next, or answer what is asked. */
export function updateNews(state: AppState, screen: NewsScreen, command: Command): Step {
	const {open} = state;
	if (open === null) {
		return stay({...state, screen: startScreen, behind: []});
	}

	switch (command) {
		case 'choose': {
			return stay(back(state));
		}

		case 'list': {
			return stay(toList(state));
		}

		case 'next': {
			return openNext(toList(state), open);
		}

		case 'about': {
			return stay(about(state, open));
		}

		case 'report': {
			return beginReport(state);
		}

		case 'history': {
			return stay({
				...state,
				screen: {kind: 'history', row: 0, past: 0, marked: null},
				behind: [...state.behind, screen],
			});
		}

		case 'read_again': {
			return readAgain(state, open);
		}

		case 'mend': {
			return mend(state, open);
		}

		case 'back': {
			return screen.welcome ? leaveOrganization(state, open) : stay(back(state));
		}

		default: {
			return stay(state);
		}
	}
}

function back(state: AppState): AppState {
	return {
		...state,
		screen: state.behind.at(-1) ?? {kind: 'controls', row: null},
		behind: state.behind.slice(0, -1),
	};
}

/** The list of controls, on the row it was left on. */
function toList(state: AppState): AppState {
	const list = state.behind.find(({kind}) => kind === 'controls');
	return {...state, screen: list ?? {kind: 'controls', row: null}, behind: []};
}
