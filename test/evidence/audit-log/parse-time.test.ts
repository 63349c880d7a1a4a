import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {parseTime} from '../../../source/evidence/audit-log/parse-time.ts';

const read = (text: string): string | null => {
	const moment = parseTime(text);
	return moment === null ? null : new Date(moment).toISOString();
};

test('the usual ways to write a moment are understood, a missing zone as UTC', () => {
	const same = [
		'2026-11-20T09:05:00Z',
		'2026-11-20 09:05:00',
		'2026-11-20 09:05 UTC',
		'2026-11-20T10:05:00.000+01:00',
		'2026-11-20T10:05:00+0100',
		'1795165500',
		'1795165500000',
		'Nov 20, 2026, 9:05 AM',
		'November 20, 2026 at 9:05:00 AM UTC',
		'Fri, Nov 20 2026 09:05',
	];
	for (const text of same) {
		assert.equal(read(text), '2026-11-20T09:05:00.000Z', text);
	}

	assert.equal(read('Nov 20, 2026 12:05 AM'), '2026-11-20T00:05:00.000Z');
	assert.equal(read('Nov 20, 2026 12:05 PM'), '2026-11-20T12:05:00.000Z');
});

test('what is no moment, or could be two, is not guessed', () => {
	for (const text of [
		'',
		'4/5/2026',
		'04/05/2026 10:00',
		'2026-02-30T10:00:00Z',
		'Feb 30, 2026 10:00',
		'12',
		'2026',
		'May',
		'1795165500123456',
		'0001-01-01T00:00:00Z',
		'9999-01-01T00:00:00Z',
		'10.0.0.1',
		'Nov 20, 2026 13:05 PM',
	]) {
		assert.equal(read(text), null, text);
	}
});

test('every moment is read back from how ISO 8601 writes it, and any text gives an answer', () => {
	fc.assert(
		fc.property(
			fc.date({min: new Date('2015-01-02'), max: new Date('2099-12-30'), noInvalidDate: true}),
			date => {
				assert.equal(read(date.toISOString()), date.toISOString());
			},
		),
	);
	fc.assert(
		fc.property(fc.string(), text => {
			const moment = parseTime(text);
			assert.ok(moment === null || Number.isFinite(moment));
		}),
	);
});
