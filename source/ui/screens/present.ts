import type {AppState} from '../state/app-state.ts';
import {shownControl} from '../state/control/selection.ts';
import {actFrame} from './control/act.ts';
import {checkFrame} from './control/check.ts';
import {gapFrame} from './control/gap.ts';
import {learnFrame} from './control/learn.ts';
import {verifyFrame} from './control/verify.ts';
import {controlsFrame} from './controls.ts';
import {fixFrame} from './fix.ts';
import {formFrame} from './form.ts';
import type {Frame} from './frame.ts';
import {helpFrame} from './help.ts';
import {newsFrame} from './news.ts';
import {pickingFrame} from './picking.ts';
import {placeFrame} from './places/place-frame.ts';
import {chapterFrame, contentsFrame} from './reader.ts';
import {reconnectFrame} from './reconnect.ts';
import {sheetFrame} from './sheet.ts';
import {startFrame} from './start.ts';

/** The screen the state asks for, as lines. Pure. */
export function present(state: AppState): Frame {
	if (state.help !== null) {
		return helpFrame(state, state.help.row);
	}

	if (state.fix !== null) {
		return fixFrame(state, state.fix);
	}

	if (state.form !== null) {
		return formFrame(state, state.form);
	}

	if (state.picking !== null && state.open !== null) {
		return pickingFrame(state, state.open, state.picking);
	}

	if (state.sheet !== null) {
		return sheetFrame(state, state.sheet);
	}

	const {screen} = state;
	switch (screen.kind) {
		case 'start': {
			return startFrame(state, screen);
		}

		case 'reconnect': {
			return reconnectFrame(state, screen);
		}

		case 'controls': {
			return controlsFrame(state);
		}

		case 'control': {
			return controlFrame(state);
		}

		case 'news': {
			return state.open === null ? controlsFrame(state) : newsFrame(state, state.open, screen);
		}

		case 'compliance':
		case 'extras':
		case 'history':
		case 'comparison':
		case 'report': {
			return state.open === null ? controlsFrame(state) : placeFrame(state, state.open, screen);
		}

		case 'contents': {
			return contentsFrame(state, screen.row);
		}

		case 'chapter': {
			return chapterFrame(state, screen);
		}
	}
}

function controlFrame(state: AppState): Frame {
	const shown = shownControl(state);
	if (shown === null) {
		return controlsFrame(state);
	}

	switch (shown.screen.stage) {
		case 'learn': {
			return learnFrame(state, shown);
		}

		case 'check': {
			return checkFrame(state, shown);
		}

		case 'gap': {
			return gapFrame(state, shown);
		}

		case 'act': {
			return actFrame(state, shown);
		}

		case 'verify': {
			return verifyFrame(state, shown);
		}
	}
}
