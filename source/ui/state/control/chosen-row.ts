import type {AppState, ControlScreen} from '../app-state.ts';
import {shownControl, shownGapRows} from './selection.ts';

/** What is selected in Check or Gap, by its ids: rows differ between the two; null in the other stages. */
export function chosenOn(state: AppState): ControlScreen['chosen'] {
	const shown = shownControl(state);
	switch (shown?.screen.stage) {
		case 'check': {
			const {chosen, row} = shown.screen;
			const rule = shown.result.rules[row];
			const same = chosen?.rule === rule?.id ? chosen : null;
			return same ?? (rule === undefined ? null : {rule: rule.id, resource: null});
		}

		case 'gap': {
			const row = shownGapRows(shown)[shown.screen.row];
			return row === undefined
				? null
				: {rule: row.rule.id, resource: row.kind === 'finding' ? row.finding.resource.id : null};
		}

		default: {
			return null;
		}
	}
}

/** The row of the stage on the screen that shows what was chosen: the finding, else its rule, else the first. */
export function rowOfChosen(state: AppState): number {
	const shown = shownControl(state);
	const chosen = shown?.screen.chosen ?? null;
	if (shown === null || chosen === null) {
		return 0;
	}

	switch (shown.screen.stage) {
		case 'check': {
			return Math.max(
				shown.result.rules.findIndex(({id}) => id === chosen.rule),
				0,
			);
		}

		case 'gap': {
			const rows = shownGapRows(shown);
			const finding = rows.findIndex(
				row =>
					row.kind === 'finding' &&
					row.rule.id === chosen.rule &&
					row.finding.resource.id === chosen.resource,
			);
			return Math.max(finding === -1 ? rows.findIndex(({rule}) => rule.id === chosen.rule) : finding, 0);
		}

		default: {
			return 0;
		}
	}
}
