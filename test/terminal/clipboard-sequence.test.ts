import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clipboardSequence} from '../../source/terminal/clipboard-sequence.ts';

test('puts any text into one sequence that holds none of its bytes as they are', () => {
	const sequence = clipboardSequence('mixpanel-domain-verify=\u001B]0;x\u0007ü');
	assert.match(sequence ?? '', /^\u001B\]52;c;[A-Za-z\d+/=]+\u0007$/);
	assert.equal(
		Buffer.from((sequence ?? '').slice(7, -1), 'base64').toString(),
		'mixpanel-domain-verify=\u001B]0;x\u0007ü',
	);
});

test('refuses what terminals would cut off', () => {
	assert.notEqual(clipboardSequence('a'.repeat(8192)), null);
	assert.equal(clipboardSequence('a'.repeat(8193)), null);
});
