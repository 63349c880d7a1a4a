import type {Assessment} from '../types/assessment.ts';
import type {Policy} from '../types/policy.ts';
import type {KeptReading} from '../types/session.ts';
import type {Change, Standing} from './standing.ts';

/** What the latest reading showed to be different since an earlier one; both times are UTC ISO 8601. */
export type KeptChanges = {
	readonly since: string;
	readonly readAt: string;
	readonly changes: readonly Change[];
};

/** Where a session stands by what was last read in it. */
export type KeptStanding =
	| (Standing & {
			readonly from: 'facts';
			readonly assessment: Assessment;
			/** Null by hand, and where fewer than two readings can be used. */
			readonly changed: KeptChanges | null;
			/** What it was judged by. */
			readonly policy: Policy;
			/** What the reader should know of that, a sentence; absent or null for nothing. */
			readonly policyNote?: string | null;
	  })
	/** There is nothing to judge by; `note` says why as a sentence, null where nothing was ever read. */
	| {readonly from: 'record'; readonly note: string | null};

/**
What the latest reading is held against: the last one of an earlier day, so that who reads again and again while at
work still sees what was new that day. Where all are of one day, the one before; null where there is none.
*/
export function earlierReading(readings: readonly KeptReading[]): KeptReading | null {
	const day = readings.at(-1)?.at.slice(0, 10) ?? '';
	return readings.findLast(({at}) => at.slice(0, 10) < day) ?? readings.at(-2) ?? null;
}
