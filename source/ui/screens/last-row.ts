import type {AppState} from '../state/app-state.ts';
import {actRows} from '../state/control/act-rows.ts';
import {shownControl, shownGapRows} from '../state/control/selection.ts';
import {extrasRow} from '../state/list/control-rows.ts';
import {complianceRowsOf} from '../state/places/compliance-rows-of.ts';
import {historyRows} from '../state/places/history-rows.ts';
import {bodyHeight} from './lay-out.ts';
import {present} from './present.ts';

/** The last row the cursor can stand on; in a text, the last line that can be the first in sight. */
export function lastRow(state: AppState): number {
	if (state.help !== null) {
		return lastScroll(state);
	}

	switch (state.screen.kind) {
		case 'start': {
			return Math.max(state.startRows.length - 1, 0);
		}

		case 'controls': {
			return extrasRow(state);
		}

		case 'control': {
			return lastRowOfStage(state);
		}

		case 'contents': {
			return Math.max(state.chapters.length - 1, 0);
		}

		case 'compliance': {
			return Math.max(complianceRowsOf(state).length - 1, 0);
		}

		case 'extras': {
			return Math.max(state.reference.extras.length - 1, 0);
		}

		case 'history': {
			return state.open === null ? 0 : Math.max(historyRows(state, state.open).length - 1, 0);
		}

		case 'reconnect': {
			return 1;
		}

		case 'comparison':
		case 'report':
		case 'news':
		case 'chapter': {
			return lastScroll(state);
		}
	}
}

function lastRowOfStage(state: AppState): number {
	const shown = shownControl(state);
	if (shown === null) {
		return 0;
	}

	switch (shown.screen.stage) {
		case 'learn':
		case 'verify': {
			return lastScroll(state);
		}

		case 'check': {
			return Math.max(shown.result.rules.length - 1, 0);
		}

		case 'gap': {
			return Math.max(shownGapRows(shown).length - 1, 0);
		}

		case 'act': {
			return Math.max(actRows(shown.control).length - 1, 0);
		}
	}
}

function lastScroll(state: AppState): number {
	const frame = present(state);
	return Math.max(frame.body.length - bodyHeight(frame, state.columns, state.rows), 0);
}
