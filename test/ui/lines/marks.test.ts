import assert from 'node:assert/strict';
import {test} from 'node:test';
import {statuses} from '../../../source/types/verdict.ts';
import {basisMark, statusMark, statusSymbol} from '../../../source/ui/lines/marks.ts';

test('every verdict has a mark and a word of its own', () => {
	const words = statuses.map(status => statusMark(status).text);
	assert.deepEqual(words, ['✔ pass', '✖ fail', '? unknown', '○ by hand', '– n/a']);
	assert.equal(new Set(statuses.map(status => statusSymbol(status).text)).size, statuses.length);
	for (const status of statuses) {
		assert.ok(statusMark(status).text.startsWith(`${statusSymbol(status).text} `));
	}
});

test('the three ways to know never look alike, not even without colour', () => {
	const shown = (['verified', 'confirmed', 'attested'] as const).flatMap(basis => [
		basisMark(basis, null, null),
		basisMark(basis, 'Ana', null),
	]);
	assert.deepEqual(
		new Set(shown.map(span => span.text)),
		new Set(['verified', 'confirmed', 'said', 'said by Ana']),
	);
	assert.equal(basisMark('attested', 'Ana', null).italic, true);
	assert.equal(basisMark(null, 'Ana', null).text, '');
});

test('a name cannot pass a person’s word off as a read', () => {
	assert.ok(basisMark('attested', 'verified', null).text.startsWith('said by '));
});

test('what was read earlier says how long ago, and nothing else about a reading changes a person’s word', () => {
	assert.equal(basisMark('verified', null, '3 days ago').text, 'read 3 days ago');
	assert.equal(basisMark('confirmed', null, '3 days ago').text, 'confirmed, read 3 days ago');
	assert.deepEqual(basisMark('attested', 'Ana', '3 days ago'), basisMark('attested', 'Ana', null));
});
