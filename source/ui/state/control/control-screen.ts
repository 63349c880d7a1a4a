import type {ControlId} from '../../../types/control.ts';
import type {Stage} from '../../../types/session.ts';
import type {ControlScreen} from '../app-state.ts';

/** A control at the top of one of its stages. */
export function controlScreen(control: ControlId, stage: Stage): ControlScreen {
	return {kind: 'control', control, stage, row: 0, chosen: null, past: 0, filter: null, filtering: false};
}
