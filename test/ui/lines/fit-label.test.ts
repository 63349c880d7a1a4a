import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fitLabel} from '../../../source/ui/lines/fit-label.ts';

test('a long name gives way to the id and the region', () => {
	const label = `${'Corp Example International '.repeat(4).trim()} · 4410022 · EU`;
	assert.equal(fitLabel(label, 200), label);
	const fitted = fitLabel(label, 40);
	assert.equal(fitted.length, 40);
	assert.match(fitted, /^Corp.*….* · 4410022 · EU$/);
});

test('a name never goes wholly, however little room there is', () => {
	assert.match(fitLabel('Corp Example · 4410022 · US', 12), /^Cor.+ · 4410022 · US$/);
	assert.equal(fitLabel('By hand, without a key', 30), 'By hand, without a key');
});
