import type {SessionEvent} from '../../../types/session.ts';

/** What a finished form records, or the field that stands in the way and why. */
export type Finished =
	| {readonly kind: 'events'; readonly events: readonly SessionEvent[]; readonly message: string}
	| {readonly kind: 'problem'; readonly field: string; readonly problem: string};

export function problem(field: string, why: string): Finished {
	return {kind: 'problem', field, problem: why};
}
