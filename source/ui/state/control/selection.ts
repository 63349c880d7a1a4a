import type {ControlResult, RuleResult} from '../../../types/assessment.ts';
import type {Click, Control} from '../../../types/control.ts';
import type {AppState, ControlScreen} from '../app-state.ts';
import {textOf} from '../text-field.ts';
import {actRows, ruleOfRow} from './act-rows.ts';
import {type GapRow, gapRows} from './gap-rows.ts';

type ShownControl = {
	readonly screen: ControlScreen;
	readonly control: Control;
	readonly result: ControlResult;
};

/**
What the control screen shows: the control as data and its verdict. Null when no organization is open. Its row is one
that is there: the state keeps the row a person chose, whose finding may still be on its way or gone by now.
*/
export function shownControl(state: AppState): ShownControl | null {
	const {screen} = state;
	if (screen.kind !== 'control') {
		return null;
	}

	const control = state.controls.find(candidate => candidate.id === screen.control);
	const result = state.open?.assessment.controls.find(candidate => candidate.id === screen.control);
	if (control === undefined || result === undefined) {
		return null;
	}

	const shown = {screen, control, result};
	const rows = rowsOf(shown);
	return rows === null
		? shown
		: {...shown, screen: {...screen, row: Math.max(Math.min(screen.row, rows - 1), 0)}};
}

/** Rows the cursor can stand on; null in a text, which is scrolled. */
function rowsOf(shown: ShownControl): number | null {
	switch (shown.screen.stage) {
		case 'learn':
		case 'verify': {
			return null;
		}

		case 'check': {
			return shown.result.rules.length;
		}

		case 'gap': {
			return shownGapRows(shown).length;
		}

		case 'act': {
			return actRows(shown.control).length;
		}
	}
}

export function shownGapRows({screen, control, result}: ShownControl): readonly GapRow[] {
	return gapRows(result, control, screen.filter === null ? '' : textOf(screen.filter));
}

export function clicksOf(control: Control): readonly Click[] {
	return control.clickGroups.flatMap(group => group.clicks);
}

/** The rule under the cursor; in Act, the one its click serves; in Learn, the first that waits for a person, required ones first. */
export function selectedRule(state: AppState): RuleResult | null {
	const shown = shownControl(state);
	if (shown === null) {
		return null;
	}

	const {screen, result} = shown;
	switch (screen.stage) {
		case 'check': {
			return result.rules[screen.row] ?? null;
		}

		case 'gap': {
			return shownGapRows(shown)[screen.row]?.rule ?? null;
		}

		case 'act': {
			return ruleOfRow(actRows(shown.control), screen.row, result.rules);
		}

		case 'learn':
		case 'verify': {
			const waiting = result.rules.filter(rule => rule.status === 'manual' || rule.status === 'unknown');
			return waiting.find(rule => rule.required) ?? waiting[0] ?? null;
		}
	}
}
