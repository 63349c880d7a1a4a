import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {graphemesOf, isOneColumnEach} from '../../source/terminal/graphemes.ts';

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});
const plane = Array.from({length: 0x1_00_00}, (_, code) => String.fromCharCode(code));
const oneColumn = plane.filter(isOneColumnEach);

function expected(text: string) {
	return Array.from(segmenter.segment(text), ({segment, index}) => ({segment, index}));
}

function found(text: string) {
	return Array.from(graphemesOf(text), ({segment, index}) => ({segment, index}));
}

test('what the wizard is made of takes one column each, as the tables have it', () => {
	assert.ok(isOneColumnEach(' ❯ Practise ─ 3 of 9 ✔ ✖ ○ ↑↓ ≤ … · – “x” ⠋ █░ é'));
	for (const wide of ['日', '🎉', '\u0301', '\uFE0F', '\u200B', '\u200D', '\u00AD', '\t', '\u001B', '⌚']) {
		assert.ok(!isOneColumnEach(wide), JSON.stringify(wide));
	}

	for (const character of oneColumn) {
		assert.equal(stringWidth(character), 1, character);
	}
});

test('texts of such characters are as wide as they are long', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...oneColumn)), characters => {
			const text = characters.join('');
			assert.ok(isOneColumnEach(text));
			assert.equal(stringWidth(text), text.length);
		}),
	);
});

test('graphemes are those of the segmenter, whatever the text', () => {
	const character = fc.oneof(
		fc.constantFrom(...oneColumn, '\u001B'),
		fc.string({unit: 'binary', maxLength: 2}),
	);
	fc.assert(
		fc.property(fc.array(character), characters => {
			const text = characters.join('');
			assert.deepEqual(found(text), expected(text));
		}),
	);
	for (const text of ['', 'a\r\nb', '🇩🇪👩‍👩‍👧', 'e\u0301❤\uFE0F', '\u001B[2m❯\u001B[22m']) {
		assert.deepEqual(found(text), expected(text));
	}
});
