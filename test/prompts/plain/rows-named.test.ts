import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {rowsNamed} from '../../../source/prompts/plain/rows-named.ts';

test('several rows are named by numbers and from-to, in any order', () => {
	assert.deepEqual(rowsNamed('1,3 5-7', 9), [0, 2, 4, 5, 6]);
	assert.deepEqual(rowsNamed('3, 1, 3', 3), [0, 2]);
	assert.deepEqual(rowsNamed('2-2', 3), [1]);
});

test('a single row, a row that is not there, and words are not several rows', () => {
	for (const line of ['2', '', '0-2', '2-1', '1,10', '1-10', '1,a', '-', '1-', 'a b', '1--2', '1,-2']) {
		assert.equal(rowsNamed(line, 9), null, line);
	}
});

test('whatever is typed, only rows that are there are named, in bounded time', () => {
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom(...'0123456789-, ')}), fc.nat(50), (line, length) => {
			const rows = rowsNamed(line, length) ?? [];
			assert.ok(rows.every(row => Number.isInteger(row) && row >= 0 && row < length));
			assert.equal(new Set(rows).size, rows.length);
		}),
	);
});
