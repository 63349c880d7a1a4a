import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {relativeTime} from '../../../source/ui/lines/relative-time.ts';

const now = new Date('2026-11-24T10:00:00Z');
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

function ago(seconds: number): string {
	return relativeTime(new Date(now.getTime() - seconds * 1000), now);
}

test('times are told in the unit a person would use', () => {
	const told: readonly (readonly [number, string])[] = [
		[0, 'just now'],
		[44, 'just now'],
		[59, '59 seconds ago'],
		[59.7, '1 minute ago'],
		[90, '2 minutes ago'],
		[59.6 * minute, '1 hour ago'],
		[5 * hour, '5 hours ago'],
		[23.6 * hour, '1 day ago'],
		[3 * day, '3 days ago'],
		[6.6 * day, '7 days ago'],
		[9 * day, '9 days ago'],
		[14 * day, '2 weeks ago'],
		[21 * day, '3 weeks ago'],
		[32 * day, '1 month ago'],
		[200 * day, '7 months ago'],
		[366 * day, '1 year ago'],
		[800 * day, '2 years ago'],
		[-3 * day, 'in 3 days'],
		[-10, 'just now'],
	];
	for (const [seconds, words] of told) {
		assert.equal(ago(seconds), words);
	}
});

test('what is longer ago never sounds more recent', () => {
	const size = {second: 1, minute, hour, day, week: 7 * day, month: 30.45 * day, year: 365.4 * day};
	const inSeconds = (words: string): number => {
		const parts = /^(\d+) (second|minute|hour|day|week|month|year)s? ago$/.exec(words);
		const unit = Object.entries(size).find(([name]) => name === parts?.[2])?.[1] ?? 0;
		return words === 'just now' ? 0 : Number(parts?.[1] ?? Number.NaN) * unit;
	};

	fc.assert(
		fc.property(fc.nat({max: 1e9}), fc.nat({max: 1e9}), (one, other) => {
			const [recent, old] = one < other ? [one, other] : [other, one];
			assert.ok(inSeconds(ago(recent)) <= inSeconds(ago(old)), `${ago(recent)} / ${ago(old)}`);
		}),
	);
});

test('one is never plural and zero is never told', () => {
	fc.assert(
		fc.property(fc.integer({min: -1e9, max: 1e9}), seconds => {
			assert.doesNotMatch(ago(seconds), /\b0 |\b1 \w+s\b|NaN|Infinity/);
		}),
	);
});
