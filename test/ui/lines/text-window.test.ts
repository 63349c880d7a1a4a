import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {widthOf} from '../../../source/ui/lines/fit.ts';
import {textWindow} from '../../../source/ui/lines/text-window.ts';
import {textField} from '../../../source/ui/state/text-field.ts';

const shown = (text: string, cursor: number, room = 12): string => {
	const {before, after} = textWindow({...textField(text), cursor}, room);
	return `${before}|${after}`;
};

test('a text that fits is shown whole', () => {
	assert.equal(shown('twelve chars', 12), 'twelve chars|');
	assert.equal(shown('', 0), '|');
});

test('an end that hides more has a mark, wherever the cursor is', () => {
	const text = 'abcdefghijklmnopqrstuvwxyz';
	assert.equal(shown(text, 26), '…qrstuvwxyz|');
	assert.equal(shown(text, 0), '|abcdefghijk…');
	assert.equal(shown(text, 13), '…defghijklm|…');
});

test('wide characters are counted as wide as they are', () => {
	assert.equal(shown('北京上海广州深圳', 8), '…海广州深圳|');
});

test('any text: it fits, the cursor is in sight, and a mark stands exactly where something is hidden', () => {
	fc.assert(
		fc.property(
			fc.string({unit: 'grapheme', maxLength: 60}).map(text => textField(text).graphemes),
			fc.nat(60),
			fc.integer({min: 8, max: 40}),
			(graphemes, at, room) => {
				const cursor = Math.min(at, graphemes.length);
				const {before, after} = textWindow({graphemes, cursor}, room);
				assert.ok(widthOf(before) + widthOf(after) <= room);
				const left = graphemes.slice(0, cursor).join('');
				const right = graphemes.slice(cursor).join('');
				assert.ok(before === left || (before.startsWith('…') && left.endsWith(before.slice(1))));
				assert.ok(after === right || (after.endsWith('…') && right.startsWith(after.slice(0, -1))));
			},
		),
	);
});
