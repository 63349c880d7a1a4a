import type {ControlResult, RuleResult} from '../../types/assessment.ts';
import type {Click, Control} from '../../types/control.ts';
import type {AppState, ControlScreen} from './app-state.ts';
import {type GapRow, gapRows} from './gap-rows.ts';
import {textOf} from './text-field.ts';

/** What the control screen shows: the control as data and its verdict. Null when no organization is open. */
export function shownControl(
	state: AppState,
): {readonly screen: ControlScreen; readonly control: Control; readonly result: ControlResult} | null {
	const {screen} = state;
	if (screen.kind !== 'control') {
		return null;
	}

	const control = state.controls.find(candidate => candidate.id === screen.control);
	const result = state.open?.assessment.controls.find(candidate => candidate.id === screen.control);
	return control === undefined || result === undefined ? null : {screen, control, result};
}

export function shownGapRows(screen: ControlScreen, result: ControlResult): readonly GapRow[] {
	return gapRows(result, screen.filter === null ? '' : textOf(screen.filter));
}

export function clicksOf(control: Control): readonly Click[] {
	return control.clickGroups.flatMap(group => group.clicks);
}

/** The rule under the cursor; in Learn and Act, the first that waits for a person, required ones first. */
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
			return shownGapRows(screen, result)[screen.row]?.rule ?? null;
		}

		case 'learn':
		case 'act': {
			const waiting = result.rules.filter(rule => rule.status === 'manual' || rule.status === 'unknown');
			return waiting.find(rule => rule.required) ?? waiting[0] ?? null;
		}
	}
}
