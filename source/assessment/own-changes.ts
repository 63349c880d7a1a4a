import type {SessionState} from '../types/session.ts';
import type {Difference} from './compare/difference.ts';

/** Whether a difference since `since` is what this program did itself, which is no news to whoever did it. */
export function isOwnChange(
	{resource}: Difference,
	since: string,
	{changes}: Pick<SessionState, 'changes'>,
): boolean {
	return changes.some(
		change =>
			change.outcome === 'applied' &&
			change.resource.id === resource?.id &&
			change.resource.type === resource.type &&
			(change.settledAt ?? '') > since,
	);
}
