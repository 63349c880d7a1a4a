import type {RuleResult} from '../../../types/assessment.ts';
import type {AppState} from '../app-state.ts';
import {isWaiting} from '../forms/begin-click-form.ts';
import {type ActRow, actRows, isOpen} from './act-rows.ts';
import {clicksOf, shownControl} from './selection.ts';

/**
The row of the first click that is neither done nor waiting. Where all are done, that of the first question left open;
the first of all where there is none.
*/
export function firstOpenClick(state: AppState): number {
	const shown = shownControl(state);
	const {open, now} = state;
	if (shown === null || open === null) {
		return 0;
	}

	const clicks = clicksOf(shown.control);
	if (clicks.every(({id}) => open.session.ticked.has(id))) {
		return Math.max(
			actRows(shown.control).findIndex(row => isAsked(row, shown.result.rules)),
			0,
		);
	}

	const row = clicks.findIndex(click => !open.session.ticked.has(click.id) && !isWaiting(click, open, now));
	return Math.max(row, 0);
}

function isAsked(row: ActRow, results: readonly RuleResult[]): boolean {
	return row.kind === 'question' && results.some(result => result.id === row.rule.id && isOpen(result));
}
