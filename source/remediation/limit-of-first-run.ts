import type {Change} from '../types/change.ts';

/**
How many properties one run may take: one until a first was applied in this session, so that its effect is seen
before more follow (product §3). Null = no limit.
*/
export function limitOfFirstRun(changes: readonly Change[]): number | null {
	return changes.some(({outcome, undoes}) => outcome === 'applied' && undoes === null) ? null : 1;
}
