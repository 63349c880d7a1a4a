import {keyOf} from '../../../assessment/resource-key.ts';
import type {SessionEvent} from '../../../types/session.ts';
import type {AppState} from '../app-state.ts';
import {shownControl, shownGapRows} from '../control/selection.ts';

/** What takes back the exemption of the finding under the cursor in Gap, one that has ended included; null for none. */
export function exemptionToWithdraw(state: AppState): SessionEvent | null {
	const shown = shownControl(state);
	const row = shown?.screen.stage === 'gap' ? shownGapRows(shown)[shown.screen.row] : undefined;
	if (row?.kind !== 'finding') {
		return null;
	}

	const exemption = state.open?.session.exemptions.find(
		({rule, resource}) => rule === row.rule.id && keyOf(resource) === keyOf(row.finding.resource),
	);
	return exemption === undefined
		? null
		: {type: 'exemption_withdrawn', rule: exemption.rule, resource: exemption.resource};
}
