import {keyOf} from '../../../assessment/resource-key.ts';
import type {Exemption} from '../../../types/decision.ts';
import type {AppState} from '../app-state.ts';
import {shownControl, shownGapRows} from '../control/selection.ts';

/** The exemption of the finding under the cursor in Gap, one that has ended included; null for none. */
export function exemptionToWithdraw(state: AppState): Exemption | null {
	const shown = shownControl(state);
	const row = shown?.screen.stage === 'gap' ? shownGapRows(shown)[shown.screen.row] : undefined;
	if (row?.kind !== 'finding') {
		return null;
	}

	return (
		state.open?.session.exemptions.find(
			({rule, resource}) => rule === row.rule.id && keyOf(resource) === keyOf(row.finding.resource),
		) ?? null
	);
}
