import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {sparkline} from '../../../source/ui/lines/sparkline.ts';

test('shares become bars from lowest to highest, and what is unknown stays blank', () => {
	assert.equal(sparkline([0, 0.5, 1, null], 10), '▁▅█ ');
	assert.equal(sparkline([], 10), '');
});

test('the latest are kept where there is no room for all', () => {
	assert.equal(sparkline([0, 0, 1, 1], 2), '██');
	assert.equal(sparkline([0, 1], 0), '');
});

test('a higher share never has a lower bar', () => {
	const share = fc.double({min: 0, max: 1, noNaN: true});
	fc.assert(
		fc.property(share, share, (one, other) => {
			const [low = '', high = ''] = sparkline([Math.min(one, other), Math.max(one, other)], 2);
			assert.ok(low <= high);
		}),
	);
});
