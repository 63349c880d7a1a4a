import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {formatInstant, toInstant} from '../../../source/mixpanel/decode/instant.ts';

const moments = [
	['2026-05-01T09:00:00Z', '2026-05-01T09:00:00Z'],
	['2026-05-01T09:00:00', '2026-05-01T09:00:00Z'],
	['2026-05-01T09:00:00.123456', '2026-05-01T09:00:00.123Z'],
	['2026-05-01T09:00:00.5Z', '2026-05-01T09:00:00.500Z'],
	['2026-05-01T09:00:00+02:00', '2026-05-01T07:00:00Z'],
	['2026-05-01T23:30:00-0130', '2026-05-02T01:00:00Z'],
	['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
	['2026-02-29T00:00:00Z', null],
	['2026-02-30T00:00:00Z', null],
	['2026-13-01T00:00:00Z', null],
	['2026-05-01T24:00:00Z', null],
	['2026-05-01T09:60:00Z', null],
	['2026-05-01T09:00:00+99:00', null],
	['2026-05-01', null],
	['2026-05-01 09:00:00', null],
	['20260501T090000Z', null],
	['1777626000', null],
	['May 1, 2026', null],
	['+275760-09-13T00:00:00Z', null],
	['never', null],
	['', null],
] as const;

for (const [text, expected] of moments) {
	test(`reads ${JSON.stringify(text)} as ${expected}`, () => {
		assert.equal(toInstant(text), expected);
	});
}

test('reads back every moment it writes, and never throws', () => {
	const years = {min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true};
	fc.assert(fc.property(fc.date(years), date => toInstant(formatInstant(date)) === formatInstant(date)));
	fc.assert(fc.property(fc.string(), text => toInstant(text) === null));
});
