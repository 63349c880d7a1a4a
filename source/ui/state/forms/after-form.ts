import {keyOf} from '../../../assessment/resource-key.ts';
import type {AppState, Open} from '../app-state.ts';
import {goOnNamed} from '../fixes/begin-fix.ts';
import {openPicked} from '../picking/open-picked.ts';
import {newPicking, type Picking, type PickRow} from '../picking/picking.ts';
import {pickingView} from '../picking/picking-view.ts';
import {type Step, stay} from '../step.ts';
import type {Form, FormPurpose} from './form.ts';

/** What follows once a form is on the disk and closed: the change a name was asked for, the next row of a register. */
export function afterForm(state: AppState, form: Form): Step {
	const {open, picking} = state;
	const {purpose} = form;
	if (purpose.kind === 'name') {
		return goOnNamed({...state, message: null}, purpose.then);
	}

	if (open === null || picking === null) {
		return stay(state);
	}

	const view = pickingView(state, open, picking);
	switch (purpose.kind) {
		case 'exempt': {
			return stay({...state, picking: picking.of.kind === 'findings' ? null : picking});
		}

		case 'rows': {
			return nextRow(state, open, unmarked(picking), view.rows, form, purpose);
		}

		case 'confirm': {
			return stay({...state, picking: view.rows.length === 0 ? null : picking});
		}

		case 'take_back': {
			return stay({...state, picking: unmarked(picking)});
		}

		default: {
			return stay(state);
		}
	}
}

/** The next row that is not recorded: asked about at once after a single one, shown after several. */
function nextRow(
	state: AppState,
	open: Open,
	picking: Picking,
	rows: readonly PickRow[],
	form: Form,
	{resources}: Extract<FormPurpose, {kind: 'rows'}>,
): Step {
	const keys = new Set(resources.map(keyOf));
	const from = rows.findLastIndex(({key}) => keys.has(key)) + 1;
	const isOpen = ({state: standing}: PickRow): boolean => standing === 'open';
	const later = rows.findIndex((row, index) => index >= from && isOpen(row));
	const next = later === -1 ? rows.findIndex(isOpen) : later;
	if (next === -1) {
		return stay({...state, picking, message: `${state.message ?? ''} Every row is answered; Esc goes back.`});
	}

	const moved = {...picking, row: next};
	return resources.length === 1
		? openPicked({...state, picking: moved}, open, moved, rows, form)
		: stay({...state, picking: moved});
}

function unmarked({of, row}: Picking): Picking {
	return newPicking(of, row);
}
