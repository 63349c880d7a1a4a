import {count} from '../../controls/rule-kinds/count.ts';
import type {CheckDocument} from './check-document.ts';

/** When the facts were read; where a file kept them, also how old they were when they were judged, and when that was. */
export function readingWords({reading, finishedAt}: Pick<CheckDocument, 'reading' | 'finishedAt'>): string {
	return reading.from === 'api'
		? reading.at
		: `${reading.at}, kept in a file, ${ageWords(reading.at, finishedAt)} old when judged on ${finishedAt}`;
}

/** `3 days`; under two hours in minutes, under two days in hours. */
export function ageWords(from: string, until: string): string {
	const minutes = Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / 60_000));
	if (minutes < 120) {
		return count(minutes, 'minute');
	}

	return minutes < 2 * 24 * 60
		? count(Math.floor(minutes / 60), 'hour')
		: count(Math.floor(minutes / 60 / 24), 'day');
}
