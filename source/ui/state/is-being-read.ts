import {isPending} from '../../assessment/pending-facts.ts';
import type {Rule} from '../../types/rule.ts';
import type {Open} from './app-state.ts';

/** Whether any of these rules waits for facts that are on their way. */
export function isBeingRead(rules: readonly Rule[], open: Open): boolean {
	return open.reading.kind === 'under_way' && rules.some(rule => isPending(rule, open.facts));
}
