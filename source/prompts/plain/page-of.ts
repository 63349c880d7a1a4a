import type {AppState} from '../../ui/state/app-state.ts';
import {shownControl} from '../../ui/state/control/selection.ts';
import type {Page} from './page.ts';
import {actPage} from './pages/act-page.ts';
import {compliancePage} from './pages/compliance-page.ts';
import {checkPage, gapPage, learnPage, verifyPage} from './pages/control-pages.ts';
import {controlsPage} from './pages/controls-page.ts';
import {framePage} from './pages/frame-page.ts';
import {pickingPage} from './pages/picking-page.ts';
import {reportPage} from './pages/report-page.ts';
import {sheetPage} from './pages/sheet-page.ts';
import {startPage} from './pages/start-page.ts';

/** The page the state asks for, in words. Pure. */
export function pageOf(state: AppState): Page {
	const {screen, open, picking, sheet} = state;
	if (open !== null && picking !== null) {
		return pickingPage(state, open, picking);
	}

	if (sheet !== null) {
		return sheetPage(state, sheet);
	}

	switch (screen.kind) {
		case 'start': {
			return startPage(state, screen.row);
		}

		case 'controls': {
			return open === null ? framePage(state) : controlsPage(state, open);
		}

		case 'control': {
			return controlPage(state);
		}

		case 'compliance': {
			return open === null ? framePage(state) : compliancePage(state, open, screen.row);
		}

		case 'report': {
			return reportPage(state, screen);
		}

		default: {
			return framePage(state);
		}
	}
}

function controlPage(state: AppState): Page {
	const shown = shownControl(state);
	switch (shown?.screen.stage) {
		case 'learn': {
			return learnPage(state, shown);
		}

		case 'check': {
			return checkPage(state, shown);
		}

		case 'gap': {
			return gapPage(state, shown);
		}

		case 'act': {
			return actPage(state, shown);
		}

		case 'verify': {
			return verifyPage(state, shown);
		}

		case undefined: {
			return framePage(state);
		}
	}
}
