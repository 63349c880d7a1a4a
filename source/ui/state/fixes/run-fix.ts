import type {AppState} from '../app-state.ts';
import type {Step} from '../step.ts';
import type {Fix} from './fix.ts';

/** Make the planned changes: from here on the program waits for what it sends. */
export function runFix(state: AppState, plans: Extract<Fix, {kind: 'confirming'}>['plans']): Step {
	return {
		state: {
			...state,
			fix: {
				kind: 'running',
				of: plans.length,
				index: 0,
				step: 'reading',
				subject: plans[0].preview.subject,
				isStopping: false,
			},
		},
		effects: [{type: 'apply_fix', plans}],
	};
}
