import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {widthOf} from '../../../source/ui/lines/fit.ts';
import {wrapCode} from '../../../source/ui/lines/wrap-code.ts';
import {anyShownText} from './any-text.ts';

test('JSON and paths are broken after their own marks', () => {
	assert.deepEqual(wrapCode('{"name":"$email","resourceType":"User","sensitive":true}', 24), [
		'{"name":"$email",',
		'"resourceType":"User",',
		'"sensitive":true}',
	]);
	assert.deepEqual(wrapCode('PATCH /api/app/projects/9100001/data-definitions', 24), [
		'PATCH /api/app/projects/',
		'9100001/data-definitions',
	]);
	assert.deepEqual(wrapCode('', 24), ['']);
});

test('nothing is lost or added, and every row fits', () => {
	fc.assert(
		fc.property(anyShownText, fc.integer({min: 8, max: 90}), (text, width) => {
			const rows = wrapCode(text, width);
			assert.equal(rows.join(''), text);
			assert.ok(rows.every(row => widthOf(row) <= width));
		}),
	);
});
