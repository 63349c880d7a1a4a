import {type ComplianceView, complianceRows} from '../../../report/compliance-rows.ts';
import type {AppState} from '../app-state.ts';

/** Section 5 with the verdicts as they stand; without any where no organization is open. */
export function complianceRowsOf(
	state: Pick<AppState, 'controls' | 'reference' | 'open'>,
): readonly ComplianceView[] {
	return complianceRows(state.open?.assessment ?? null, state.controls, state.reference);
}
