import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keyName} from '../../../source/ui/keys/key-name.ts';
import {singleKeys} from '../../../source/ui/keys/single-keys.ts';
import {pressed} from './pressed.ts';

function names(input: string, key = pressed()): readonly (string | null)[] {
	return singleKeys(input, key).map(([text, single]) => keyName(text, single));
}

test('keys that came together are taken apart', () => {
	assert.deepEqual(names('jjj'), ['j', 'j', 'j']);
	assert.deepEqual(names('j\r'), ['j', 'enter']);
	assert.deepEqual(names('\t '), ['tab', 'space']);
});

test('a key by itself stays as it is', () => {
	assert.deepEqual(names('j'), ['j']);
	assert.deepEqual(names('', pressed('return')), ['enter']);
	assert.deepEqual(names('', pressed('escape')), ['esc']);
	assert.deepEqual(names('c', pressed('ctrl')), ['ctrl+c']);
	assert.deepEqual(names('space', pressed('ctrl')), ['ctrl+space']);
});
