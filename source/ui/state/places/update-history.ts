import type {Command} from '../../keys/bindings.ts';
import type {AppState, Open} from '../app-state.ts';
import {showMore} from '../control/show-more.ts';
import {undoChange, undoLast} from '../fixes/begin-fix.ts';
import {goBack} from '../go-back.ts';
import {type HistoryScreen, isMarked} from '../places.ts';
import {type Step, stay} from '../step.ts';
import {compareTwo} from './compare.ts';
import {historyRows} from './history-rows.ts';
import {beginReport} from './update-report.ts';

/** The history: compare assessments, take a change back. */
export function updateHistory(state: AppState, screen: HistoryScreen, command: Command): Step {
	const {open} = state;
	if (open === null) {
		return stay(goBack(state));
	}

	switch (command) {
		case 'compare': {
			return compareSelected(state, screen, open);
		}

		case 'mark': {
			const row = historyRows(state, open)[screen.row];
			if (row?.kind !== 'assessment') {
				return stay({...state, message: 'Assessments are marked and compared; this is a change.'});
			}

			const marked = isMarked(screen, row.assessed) ? null : row.assessed;
			return stay({...state, screen: {...screen, marked}});
		}

		case 'undo': {
			return undoSelected(state, open);
		}

		case 'report': {
			return beginReport(state);
		}

		case 'more': {
			return stay(showMore(state, screen));
		}

		case 'back': {
			return stay(goBack(state));
		}

		default: {
			return stay(state);
		}
	}
}

function compareSelected(state: AppState, screen: HistoryScreen, open: Open): Step {
	const rows = historyRows(state, open);
	const row = rows[screen.row];
	if (row?.kind !== 'assessment') {
		return stay({
			...state,
			message: row === undefined ? 'No assessment is recorded yet.' : 'Press u to take this change back.',
		});
	}

	const other = screen.marked === null || isMarked(screen, row.assessed) ? row.before : screen.marked;
	return other === null
		? stay({...state, message: 'This is the first assessment: mark it with m, then choose another one.'})
		: compareTwo(state, other, row.assessed);
}

/** Take back the change under the cursor; on an assessment, the latest one that can be. */
export function undoSelected(state: AppState, open: Open): Step {
	const row = state.screen.kind === 'history' ? historyRows(state, open)[state.screen.row] : undefined;
	return row?.kind === 'change' ? undoChange(state, open, row) : undoLast(state, open);
}
