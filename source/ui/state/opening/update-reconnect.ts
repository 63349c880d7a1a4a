import type {Command} from '../../keys/bindings.ts';
import type {AppState, Screen} from '../app-state.ts';
import {leave} from '../leave.ts';
import {startScreen} from '../start-screen.ts';
import {type Step, stay} from '../step.ts';
import {openRoad} from './update-start.ts';

/** There is no key for this session: connect again, or look at it as it was last known. */
export function updateReconnect(
	state: AppState,
	{row, session}: Extract<Screen, {kind: 'reconnect'}>,
	command: Command,
): Step {
	switch (command) {
		case 'choose': {
			return row === 0
				? leave(state, {kind: 'connect', organizationId: session.organizationId})
				: openRoad(
						{...state, screen: state.behind.at(-1) ?? startScreen, behind: []},
						{kind: 'resume', folder: session.folder, lastKnown: true},
						session.label,
					);
		}

		case 'back': {
			return stay({...state, screen: state.behind.at(-1) ?? startScreen, behind: []});
		}

		default: {
			return stay(state);
		}
	}
}
