import type {ControlResult, Waiver} from '../types/assessment.ts';
import {day, momentOf, startOfDay} from './iso-day.ts';
import {warningDays} from './term.ts';

/**
The waiver of a control, or of a required rule in it, that has to be looked at again soon: the one that ends first, null
for none. Soon are its last 30 days (contract §2), of a shorter one the second half of its term.
*/
export function waiverDue({waiver, rules}: ControlResult, now: Date): Waiver | null {
	const own = rules.filter(({required}) => required).map(rule => rule.waiver);
	const due = [waiver, ...own].filter(each => each !== null && isDue(each, now));
	return due.toSorted((one, other) => (one?.expires ?? '').localeCompare(other?.expires ?? ''))[0] ?? null;
}

function isDue({expires, at}: Waiver, now: Date): boolean {
	const end = startOfDay(expires);
	const given = momentOf(at);
	if (end === null || given === null) {
		return false;
	}

	const soon = Math.min(warningDays * day, (end + day - given) / 2);
	return end + day - now.getTime() <= soon;
}
