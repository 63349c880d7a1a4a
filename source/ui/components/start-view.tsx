import type {ReactNode} from 'react';
import {footerLine} from '../keys/footer.ts';
import {startFrame} from '../screens/start.ts';
import type {AppState} from '../state/app-state.ts';
import {startScreen} from '../state/start-screen.ts';
import {ScreenView} from './screen-view.tsx';

/** The start screen as it stands before anything has happened. It loads none of the other screens. */
export function StartView({state}: {readonly state: AppState}): ReactNode {
	return (
		<ScreenView
			once
			draw={size => ({
				frame: startFrame({...state, ...size}, startScreen),
				message: state.message,
				// Nothing is being opened yet that could be broken off.
				footer: footerLine('start', size.columns - 2, command => command !== 'back'),
			})}
		/>
	);
}
