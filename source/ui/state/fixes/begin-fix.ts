import {limitOfFirstRun} from '../../../remediation/limit-of-first-run.ts';
import {type Undoable, undoables} from '../../../remediation/undoable.ts';
import type {AppState, Open} from '../app-state.ts';
import {shownControl, shownGapRows} from '../control/selection.ts';
import {nameForm} from '../forms/name.ts';
import {undoSelected} from '../places/update-history.ts';
import {type Step, stay} from '../step.ts';
import {planUndo} from './update-fix.ts';

/** Begin to classify: the properties found open, the one under the cursor first in line. Says why where it can't be done. */
export function beginFix(state: AppState): Step {
	const shown = shownControl(state);
	const findings = shown?.result.rules.find(({id}) => id === 'pii-classified')?.findings ?? [];
	if (shown === null || state.open === null || findings.length === 0) {
		return stay({...state, message: 'Nothing here can be mended through the API: press s for the clicks.'});
	}

	const why = whyNot(state.open);
	if (why !== null) {
		return stay({...state, message: why});
	}

	if (state.open.session.person === null) {
		return askName(state, 'fix');
	}

	const row = shown.screen.stage === 'gap' ? shownGapRows(shown)[shown.screen.row] : undefined;
	const pointed =
		row?.kind === 'finding'
			? findings.findIndex(({resource}) => resource.id === row.finding.resource.id)
			: -1;
	return stay({
		...state,
		fix: {
			kind: 'choosing',
			resources: findings.map(({resource}) => resource),
			chosen: new Set(),
			row: Math.max(pointed, 0),
			limit: limitOfFirstRun(state.open.session.changes),
			since: null,
		},
	});
}

/** Begin to take back the latest change that can be. */
export function undoLast(state: AppState, open: Open): Step {
	const latest = undoables(open.session.changes).find(({why}) => why === null);
	if (latest === undefined) {
		return stay({...state, message: 'This program changed nothing here that could be taken back.'});
	}

	return undoChange(state, open, latest);
}

/** Begin to take back one change. Says why where it can't be done. */
export function undoChange(state: AppState, open: Open, {change, why}: Undoable): Step {
	const obstacle = why === null ? whyNot(open) : `This change cannot be taken back: ${why}.`;
	if (obstacle !== null) {
		return stay({...state, message: obstacle});
	}

	return open.session.person === null ? askName(state, 'undo') : planUndo(state, change.operation);
}

function whyNot(open: Open): string | null {
	if (open.readOnly !== null) {
		return `${open.readOnly} Without a record nothing is changed.`;
	}

	if (open.reading.kind === 'last_known') {
		return 'This was read earlier, and may be different by now: press r to read it before anything is changed.';
	}

	return open.canChange ? null : 'Without a key nothing can be changed from here: press s for the clicks.';
}

function askName(state: AppState, then: 'fix' | 'undo'): Step {
	return stay({...state, form: nameForm(state.knownPerson, then)});
}

/** Go on with what a name was asked for. */
export function goOnNamed(state: AppState, then: 'fix' | 'undo'): Step {
	return then === 'undo' && state.open !== null ? undoSelected(state, state.open) : beginFix(state);
}
