import assert from 'node:assert/strict';
import {test} from 'node:test';
import {editText, type TextEdit, type TextField, textField} from '../../../source/ui/state/text-field.ts';

function edited(text: string, ...kinds: readonly Exclude<TextEdit['kind'], 'insert'>[]): string {
	const {graphemes, cursor} = kinds.reduce(
		(field: TextField, kind) => editText(field, {kind}),
		textField(text),
	);
	return `${graphemes.slice(0, cursor).join('')}|${graphemes.slice(cursor).join('')}`;
}

test('the cursor goes from word to word', () => {
	assert.equal(edited('one two  three', 'word_left'), 'one two  |three');
	assert.equal(edited('one two  three', 'word_left', 'word_left'), 'one |two  three');
	assert.equal(edited('one two ', 'word_left'), 'one |two ');
	assert.equal(edited('one', 'word_left', 'word_left'), '|one');
	assert.equal(edited('one two', 'start', 'word_right'), 'one| two');
	assert.equal(edited('one two', 'start', 'word_right', 'word_right'), 'one two|');
	assert.equal(edited('one two', 'word_right'), 'one two|');
	assert.equal(edited('  ', 'word_left'), '|  ');
	assert.equal(edited('', 'word_left', 'word_right'), '|');
});

test('the word before the cursor is taken back whole', () => {
	assert.equal(edited('one two', 'erase_word'), 'one |');
	assert.equal(edited('one two ', 'erase_word', 'erase_word'), '|');
	assert.equal(edited('one two', 'start', 'erase_word'), '|one two');
});
