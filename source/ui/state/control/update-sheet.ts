import {rescueSheet} from '../../../report/rescue-sheet.ts';
import type {Command} from '../../keys/bindings.ts';
import {present} from '../../screens/present.ts';
import {bodyRows} from '../../screens/screen-size.ts';
import type {AppState, Open} from '../app-state.ts';
import {dayText} from '../forms/iso-day.ts';
import {recordOrSay} from '../record-or-say.ts';
import {type Step, stay} from '../step.ts';
import {selectedValues} from './selected-values.ts';
import type {Sheet} from './sheet.ts';
import {updateControl} from './update-control.ts';

/** The keys while a sheet lies over stage Act: to read, to save, to choose, and away with it. */
export function updateSheet(state: AppState, sheet: Sheet, command: Command): Step {
	switch (command) {
		case 'up':
		case 'down':
		case 'page_up':
		case 'page_down':
		case 'top':
		case 'bottom': {
			return stay({...state, sheet: {...sheet, row: target(state, sheet, command)}});
		}

		case 'back': {
			return stay({...state, sheet: null});
		}

		case 'next_stage':
		case 'previous_stage': {
			// On past the clicks: it comes again to whoever stays with them.
			const {screen} = state;
			return sheet.kind === 'rescue' && screen.kind === 'control'
				? updateControl({...state, sheet: null}, screen, command)
				: stay(state);
		}

		case 'go_on': {
			return goOn(state, sheet);
		}

		case 'save_sheet': {
			return sheet.kind === 'rescue' && state.open !== null ? save(state, sheet, state.open) : stay(state);
		}

		case 'copy_chosen': {
			const chosen = sheet.kind === 'values' ? selectedValues(state)[sheet.row] : undefined;
			return chosen === undefined
				? stay({...state, sheet: null})
				: {state: {...state, sheet: null}, effects: [{type: 'copy', text: chosen.value}]};
		}

		default: {
			return stay(state);
		}
	}
}

function target(state: AppState, sheet: Sheet, command: Command): number {
	const room = bodyRows(state);
	const last =
		sheet.kind === 'values'
			? Math.max(selectedValues(state).length - 1, 0)
			: Math.max(present(state).body.length - room, 0);
	const page = sheet.kind === 'values' ? 5 : Math.max(room - 1, 1);
	const from = Math.min(sheet.row, last);
	const by = {
		up: from - 1,
		down: from + 1,
		page_up: from - page,
		page_down: from + page,
		top: 0,
		bottom: last,
	};
	const wanted = Object.entries(by).find(([name]) => name === command)?.[1] ?? from;
	return Math.min(Math.max(wanted, 0), last);
}

/** Read once is enough; it stays behind its key. */
function goOn(state: AppState, sheet: Sheet): Step {
	const closed: AppState = {...state, sheet: null};
	return sheet.kind !== 'rescue' || state.open?.session.rescueSheets.has(sheet.control) !== false
		? stay(closed)
		: recordOrSay(closed, [{type: 'rescue_sheet_seen', control: sheet.control}], null);
}

function save(state: AppState, sheet: Extract<Sheet, {kind: 'rescue'}>, open: Open): Step {
	const control = state.controls.find(({id}) => id === sheet.control);
	if (control === undefined) {
		return stay(state);
	}

	return {
		state,
		effects: [
			{
				type: 'record',
				events: [],
				message: 'Print it, or keep it where you can read it without Mixpanel.',
				ofForm: false,
				text: {
					name: `rescue-sheet-${control.id}-${dayText(state.now)}`,
					content: rescueSheet({facts: open.facts, target: open.target, control}),
				},
			},
		],
	};
}
