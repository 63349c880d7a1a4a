import {pendingConfirmations} from '../../../assessment/pending-confirmations.ts';
import {keyOf} from '../../../assessment/resource-key.ts';
import type {ControlId} from '../../../types/control.ts';
import type {ConfirmableReading} from '../../../types/decision.ts';
import type {Rule} from '../../../types/rule.ts';
import type {AppState, Open} from '../app-state.ts';
import {selectedRule, shownControl, shownGapRows} from '../control/selection.ts';
import {type Step, stay} from '../step.ts';
import {findingsOf} from './finding-rows.ts';
import {openPicked} from './open-picked.ts';
import {newPicking, type Picking} from './picking.ts';
import {pickingView} from './picking-view.ts';
import {registerIn} from './register-rows.ts';

/** Choose findings of the selected rule to exempt, the one under the cursor first in line; a single finding is asked about at once. */
export function beginExempt(state: AppState): Step {
	const shown = shownControl(state);
	const rule = selectedRule(state);
	const findings = rule === null ? [] : findingsOf(rule);
	if (state.open === null || rule === null || findings.length === 0) {
		return stay({
			...state,
			message: 'An exemption is for a finding, and this rule has none: w waives the rule as a whole.',
		});
	}

	const row = shown?.screen.stage === 'gap' ? shownGapRows(shown)[shown.screen.row] : undefined;
	const pointed =
		row?.kind === 'finding'
			? findings.findIndex(({resource}) => keyOf(resource) === keyOf(row.finding.resource))
			: 0;
	const picking = newPicking({kind: 'findings', rule: rule.id}, pointed);
	return findings.length === 1 ? openAlone(state, state.open, picking) : show(state, state.open, picking);
}

/** The register of a rule, on its first row that is not recorded; null where it has none that was read. */
export function beginRegister(state: AppState, control: ControlId, rule: Rule): Step | null {
	const {open} = state;
	const register = open === null ? null : registerIn(rule, open, state.now);
	if (open === null || register === null || register.rows.length === 0) {
		return null;
	}

	const first = register.rows.findIndex(row => row.state !== 'recorded');
	return show(state, open, newPicking({kind: 'rows', control, rule: rule.id}, first));
}

/** Compare readings that wait for it, of `only` these where given; a single one is asked about at once. */
export function beginReadings(state: AppState, only: readonly ConfirmableReading[] | null): Step {
	const {open} = state;
	if (open === null) {
		return stay(state);
	}

	if (open.reading.kind === 'last_known') {
		return stay({
			...state,
			message: 'This was read earlier: press r to read it now, then compare it with your screen.',
		});
	}

	const pending = pendingConfirmations(open.facts, open.session).filter(
		({reading}) => only === null || only.includes(reading),
	);
	const picking = newPicking({kind: 'readings', only});
	switch (pending.length) {
		case 0: {
			return stay({
				...state,
				message: open.readOnly ?? 'Nothing that was read waits to be compared with your screen.',
			});
		}

		case 1: {
			return openAlone(state, open, picking);
		}

		default: {
			return show(state, open, picking);
		}
	}
}

/** Every waiver and exemption, and what came of it. */
export function beginWaivers(state: AppState): Step {
	const {open} = state;
	return open === null ? stay(state) : stay({...state, picking: newPicking({kind: 'waivers'})});
}

function show(state: AppState, open: Open, picking: Picking): Step {
	return open.readOnly === null ? stay({...state, picking}) : stay({...state, message: open.readOnly});
}

/** Opens the form of the one row there is; leaving it leads back to where it was asked for. */
function openAlone(state: AppState, open: Open, picking: Picking): Step {
	return openPicked(state, open, picking, pickingView(state, open, picking).rows);
}
