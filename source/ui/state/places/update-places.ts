import type {Command} from '../../keys/bindings.ts';
import type {AppState} from '../app-state.ts';
import {showMore} from '../control/show-more.ts';
import {goBack} from '../go-back.ts';
import {openControl} from '../list/update-controls.ts';
import type {ComplianceScreen, PlaceScreen} from '../places.ts';
import {type Step, stay} from '../step.ts';
import {complianceRowsOf} from './compliance-rows-of.ts';
import {updateHistory} from './update-history.ts';
import {updateReport} from './update-report.ts';

/** The places beside the controls. */
export function updatePlaces(state: AppState, screen: PlaceScreen, command: Command): Step {
	switch (screen.kind) {
		case 'compliance': {
			return command === 'choose' ? openMapped(state, screen) : updateList(state, screen, command);
		}

		case 'extras': {
			return updateList(state, screen, command);
		}

		case 'history': {
			return updateHistory(state, screen, command);
		}

		case 'comparison': {
			return stay(command === 'back' ? goBack(state) : state);
		}

		case 'report': {
			return updateReport(state, screen, command);
		}
	}
}

function updateList(
	state: AppState,
	screen: Extract<PlaceScreen, {kind: 'compliance' | 'extras'}>,
	command: Command,
): Step {
	switch (command) {
		case 'more': {
			return stay(showMore(state, screen));
		}

		case 'extras': {
			return stay({
				...state,
				screen: {kind: 'extras', row: 0, past: 0},
				behind: [...state.behind, screen],
			});
		}

		case 'back': {
			return stay(goBack(state));
		}

		default: {
			return stay(state);
		}
	}
}

/** The control behind a reference: where the guide puts it, else where we suggest it. */
function openMapped(state: AppState, screen: ComplianceScreen): Step {
	const row = complianceRowsOf(state)[screen.row];
	const sections = [...(row?.printed ?? []), ...(row?.suggested ?? [])];
	const [control] = sections.flatMap(({section}) => state.controls.filter(({id}) => id === section));
	return state.open === null || control === undefined
		? stay({...state, message: 'No control of the guide is mapped to this one.'})
		: openControl(state, state.open, control.id, screen);
}
