import type {Change} from '../types/change.ts';

/**
Changes nobody knows the end of: no outcome yet, or unknown. One that a later change of the same resource was laid
over is left out: reading can no longer tell about it.
*/
export function openChanges(changes: readonly Change[]): readonly Change[] {
	return changes.filter(
		(change, index) =>
			(change.outcome === null || change.outcome === 'unknown') && !isCovered(changes, change, index),
	);
}

/** Whether a later change of the same resource was applied. */
export function isCovered(changes: readonly Change[], {resource}: Change, index: number): boolean {
	return changes
		.slice(index + 1)
		.some(
			later =>
				later.outcome === 'applied' &&
				later.resource.type === resource.type &&
				later.resource.id === resource.id,
		);
}
