import {withFiles} from '../../../assessment/imported-facts.ts';
import type {Before, Open} from '../app-state.ts';

type Unjudged = Omit<Open, 'assessment' | 'next' | 'judgedAt'>;

/** `open` as its organization was last known: `what` says why it is not read now. */
export function lastKnown(open: Unjudged, before: Before, what: string): Unjudged {
	return {
		...open,
		facts: withFiles(before.facts, open.imported),
		reading: {kind: 'last_known', at: new Date(before.at), what},
	};
}
