import assert from 'node:assert/strict';
import {test} from 'node:test';
import {editOf} from '../../../source/ui/keys/edit-of.ts';
import {pressed} from './pressed.ts';

test('keys that move or erase edit the text', () => {
	assert.deepEqual(editOf('', pressed('backspace')), {kind: 'erase'});
	assert.deepEqual(editOf('', pressed('delete')), {kind: 'erase'});
	assert.deepEqual(editOf('', pressed('leftArrow')), {kind: 'left'});
	assert.deepEqual(editOf('', pressed('rightArrow')), {kind: 'right'});
	assert.deepEqual(editOf('', pressed('home')), {kind: 'start'});
	assert.deepEqual(editOf('', pressed('end')), {kind: 'end'});
	assert.deepEqual(editOf('a', pressed('ctrl')), {kind: 'start'});
	assert.deepEqual(editOf('e', pressed('ctrl')), {kind: 'end'});
	assert.deepEqual(editOf('u', pressed('ctrl')), {kind: 'clear'});
});

test('with Alt or Ctrl they go by words', () => {
	for (const held of ['ctrl', 'meta'] as const) {
		assert.deepEqual(editOf('', pressed('leftArrow', held)), {kind: 'word_left'});
		assert.deepEqual(editOf('', pressed('rightArrow', held)), {kind: 'word_right'});
		assert.deepEqual(editOf('', pressed('backspace', held)), {kind: 'erase_word'});
	}

	assert.deepEqual(editOf('b', pressed('meta')), {kind: 'word_left'});
	assert.deepEqual(editOf('f', pressed('meta')), {kind: 'word_right'});
	assert.deepEqual(editOf('w', pressed('ctrl')), {kind: 'erase_word'});
});

test('everything printable is text, whatever it means elsewhere', () => {
	for (const input of ['q', '?', '/', ' ', 'é', '北', '👩‍👩‍👧‍👦', 'several at once']) {
		assert.deepEqual(editOf(input, pressed()), {kind: 'insert', text: input});
	}
});

test('keys without text write nothing', () => {
	assert.equal(editOf('', pressed('return')), null);
	assert.equal(editOf('', pressed('escape')), null);
	assert.equal(editOf('', pressed('tab')), null);
	assert.equal(editOf('', pressed('upArrow')), null);
	assert.equal(editOf('c', pressed('ctrl')), null);
	assert.equal(editOf('j', pressed('meta')), null);
	assert.equal(editOf('', pressed()), null);
});
