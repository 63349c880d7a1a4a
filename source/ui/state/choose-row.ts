import {lastRow} from '../screens/last-row.ts';
import type {AppState} from './app-state.ts';
import {selectedValues} from './control/selected-values.ts';
import {withRow} from './update-by-command.ts';

/** The state with the named row selected, counted from 0; the nearest one where there are fewer. */
export function chooseRow(state: AppState, row: number): AppState {
	const {fix, picking, sheet} = state;
	if (fix === null && picking !== null) {
		return {...state, picking: {...picking, row}};
	}

	if (sheet !== null) {
		return {
			...state,
			sheet: {...sheet, row: within(row, sheet.kind === 'values' ? selectedValues(state).length - 1 : row)},
		};
	}

	if (fix === null) {
		return withRow(state, within(row, lastRow(state)));
	}

	return fix.kind === 'choosing'
		? {...state, fix: {...fix, row: within(row, fix.resources.length - 1)}}
		: state;
}

function within(row: number, last: number): number {
	return Math.min(Math.max(row, 0), Math.max(last, 0));
}
