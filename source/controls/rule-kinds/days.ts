import {count} from './count.ts';

const day = 86_400_000;

/** Days from `then` to `now`, with fractions; negative when `then` lies ahead; null when it is no date. */
export function daysSince(then: string, now: Date): number | null {
	const time = Date.parse(then);
	return Number.isNaN(time) ? null : (now.getTime() - time) / day;
}

/**
A length of time in whole days, rounded up, so that what lies beyond a limit of 90 days reads `91 days`
and never `90 days`.
*/
export function inDays(days: number): string {
	return count(Math.ceil(days), 'day');
}
