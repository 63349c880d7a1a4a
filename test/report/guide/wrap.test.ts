import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {wrap} from '../../../source/report/guide/wrap.ts';

const words = fc.array(fc.stringMatching(/^[a-z:/]{1,30}$/u));

describe('wrap', () => {
	it('keeps every word, in order', () => {
		fc.assert(
			fc.property(words, fc.integer({min: 1, max: 60}), (given, width) => {
				assert.deepEqual(
					wrap(given.join('  '), width).flatMap(line => line.split(' ')),
					given,
				);
			}),
		);
	});

	it('makes no line wider than asked for, but for a word that is', () => {
		fc.assert(
			fc.property(words, fc.integer({min: 1, max: 60}), (given, width) => {
				for (const line of wrap(given.join(' '), width)) {
					assert.ok(line.length <= width || !line.includes(' '), line);
				}
			}),
		);
	});

	it('fills a line as far as it goes', () => {
		assert.deepEqual(wrap('one two three four', 9), ['one two', 'three', 'four']);
		assert.deepEqual(wrap('one two', 7), ['one two']);
		assert.deepEqual(wrap('', 7), []);
	});
});
