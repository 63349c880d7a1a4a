import type {Command} from '../../keys/bindings.ts';
import type {AppState, Road, Screen, StartRow} from '../app-state.ts';
import {type Step, stay} from '../step.ts';

/** The start screen: choose a road, or cancel the one being opened. */
export function updateStart(
	state: AppState,
	screen: Extract<Screen, {kind: 'start'}>,
	command: Command,
): Step {
	if (command === 'back' && screen.opening !== null) {
		return {
			state: {
				...state,
				message: 'Cancelled. Nothing was read or changed.',
				screen: {...screen, opening: null},
			},
			effects: [{type: 'close'}],
		};
	}

	if (command === 'back') {
		return stay({...state, message: 'This is the first screen; q leaves.'});
	}

	if (screen.opening !== null) {
		return stay({...state, message: 'It is being opened; Esc cancels that.'});
	}

	if (command !== 'choose') {
		return stay(state);
	}

	const row = state.startRows[screen.row];
	switch (row?.kind) {
		case 'resume': {
			return openRoad(state, row.session.road, row.session.label);
		}

		case 'road': {
			return openRoad(state, row.road, row.title);
		}

		case 'read': {
			return stay({...state, screen: {kind: 'contents', row: 0}, behind: [...state.behind, screen]});
		}

		case undefined: {
			return stay(state);
		}
	}
}

/** Go down a road: the start screen waits, showing where it goes. */
export function openRoad(state: AppState, road: Road, label: string): Step {
	return {
		state: {
			...state,
			screen: {kind: 'start', row: state.screen.kind === 'start' ? state.screen.row : 0, opening: label},
		},
		effects: [{type: 'open', road}],
	};
}

/** What a road given from outside is called while it is being opened. */
export function roadTitle(road: Road): string {
	switch (road.kind) {
		case 'practise': {
			return 'the training organization';
		}

		case 'connect':
		case 'resume': {
			return 'your organization';
		}

		case 'by_hand': {
			return 'the session by hand';
		}
	}
}

/** The rows as they are known by now: the cursor stays on what it was moved to, the first row stays the first. */
export function withStartRows(state: AppState, rows: readonly StartRow[]): AppState {
	const {screen} = state;
	if (screen.kind !== 'start' || screen.row === 0) {
		return {...state, startRows: rows};
	}

	const chosen = identityOf(state.startRows[screen.row]);
	const row = rows.findIndex(candidate => identityOf(candidate) === chosen);
	return {...state, startRows: rows, screen: {...screen, row: row === -1 ? 0 : row}};
}

/** What a row leads to, whatever it is called by now. */
function identityOf(row: StartRow | undefined): string {
	switch (row?.kind) {
		case 'resume': {
			return `session ${row.session.id}`;
		}

		case 'road': {
			return `road ${row.road.kind}`;
		}

		case 'read':
		case undefined: {
			return row?.kind ?? 'none';
		}
	}
}
