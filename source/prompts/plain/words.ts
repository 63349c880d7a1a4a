import type {Target} from '../../types/target.ts';
import type {Status} from '../../types/verdict.ts';
import {relativeTime} from '../../ui/lines/relative-time.ts';
import type {Open} from '../../ui/state/app-state.ts';

/** Each verdict in a word; signs are read out badly or not at all. */
export const statusWords: {readonly [Name in Status]: string} = {
	pass: 'pass',
	fail: 'fail',
	unknown: 'unknown',
	manual: 'by hand',
	not_applicable: 'does not apply',
};

/** Whether this is the real thing. */
export const targetWords: {readonly [Kind in Target['kind']]: string} = {
	live: 'LIVE',
	simulated: 'TRAINING',
	byHand: 'BY HAND',
};

/** How the reading of the organization stands. */
export function readingWords({reading, target}: Open, now: Date): string {
	switch (reading.kind) {
		case 'never': {
			return target.kind === 'byHand' ? 'nothing is read' : 'not read yet';
		}

		case 'under_way': {
			return reading.waiting ?? `reading, ${reading.done} of ${reading.total}`;
		}

		case 'finished': {
			return `read ${relativeTime(reading.at, now)}`;
		}

		case 'last_known': {
			return `as last read ${relativeTime(reading.at, now)}`;
		}

		case 'failed': {
			return 'not all was read';
		}
	}
}

/** `a, b, c` of what there is. */
export function listed(parts: readonly (string | null)[]): string {
	return parts.filter(part => part !== null && part !== '').join(', ');
}
