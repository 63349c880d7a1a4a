import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {commandFor} from '../../../source/ui/keys/command-for.ts';
import {editOf} from '../../../source/ui/keys/edit-of.ts';
import {keyName} from '../../../source/ui/keys/key-name.ts';
import {typedKeys} from '../../../source/ui/keys/typed-keys.ts';
import {pressed} from './pressed.ts';

function edits(input: string): readonly unknown[] {
	return typedKeys(input, pressed()).map(([text, key]) => editOf(text, key));
}

test('keys pressed while the program was busy do what they do alone', () => {
	assert.deepEqual(edits('\u00152027-01-01'), [{kind: 'clear'}, {kind: 'insert', text: '2027-01-01'}]);
	assert.deepEqual(edits('Anna\u007F\u007Fa'), [
		{kind: 'insert', text: 'Anna'},
		{kind: 'erase'},
		{kind: 'erase'},
		{kind: 'insert', text: 'a'},
	]);
});

test('Ctrl-C in the middle of typing leaves', () => {
	const commands = typedKeys('abc\u0003', pressed()).map(([text, key]) =>
		commandFor('form', keyName(text, key) ?? ''),
	);
	assert.equal(commands.at(-1), 'interrupt');
});

test('line breaks among other characters stay in the text: they may come from a paste', () => {
	assert.deepEqual(edits('yes\rno'), [{kind: 'insert', text: 'yes\rno'}]);
	assert.deepEqual(edits('yes\nno'), [{kind: 'insert', text: 'yes\nno'}]);
});

test('text without control characters is one piece', () => {
	fc.assert(
		fc.property(fc.string({minLength: 2, unit: fc.constantFrom('a', 'é', '日', '👍', ' ', '-')}), text => {
			assert.deepEqual(edits(text), [{kind: 'insert', text}]);
		}),
	);
});
