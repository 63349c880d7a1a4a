import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {lineWidth, widthOf} from '../../../source/ui/lines/fit.ts';
import {plainText} from '../../../source/ui/lines/line.ts';
import {paragraph, wrapText} from '../../../source/ui/lines/wrap.ts';
import {anyShownText} from './any-text.ts';

// A single glyph can be this wide; below it nothing could be promised.
const widest = 22;
const anyWidth = fc.integer({min: widest, max: 60});

test('no row is wider than asked', () => {
	fc.assert(
		fc.property(anyShownText, anyWidth, (content, width) => {
			for (const row of wrapText(content, width)) {
				assert.ok(widthOf(row) <= width, JSON.stringify(row));
			}
		}),
	);
});

test('nothing is lost but the spaces at which it breaks', () => {
	fc.assert(
		fc.property(anyShownText, anyWidth, (content, width) => {
			assert.equal(
				wrapText(content, width).join('').replaceAll(/[ \n]/g, ''),
				content.replaceAll(/[ \n]/g, ''),
			);
		}),
	);
});

test('rows break at spaces, and within a word only when it has no row of its own', () => {
	assert.deepEqual(wrapText('Four Owners, three at most', 12), ['Four Owners,', 'three at', 'most']);
	assert.deepEqual(wrapText('see https://example.com/a/b now', 10), [
		'see',
		'https://ex',
		'ample.com/',
		'a/b now',
	]);
	assert.deepEqual(wrapText('one\ntwo', 10), ['one', 'two']);
	assert.deepEqual(wrapText('', 10), ['']);
});

test('a long word is never cut within a character', () => {
	assert.deepEqual(wrapText('abcdefghi👍👍', 10), ['abcdefghi', '👍👍']);
	assert.deepEqual(wrapText('北京東京大阪', 5), ['北京', '東京', '大阪']);
	assert.deepEqual(wrapText('12345678👩‍👩‍👧‍👦', 9), ['12345678', '👩‍👩‍👧‍👦']);
	assert.deepEqual(wrapText('12345678ee\u0301', 9), ['12345678e', 'e\u0301']);
});

test('a paragraph hangs behind its lead', () => {
	const lines = paragraph('Four Owners, three at most', 18, {indent: 5, lead: {text: '   ·', tone: 'dim'}});
	assert.deepEqual(lines.map(plainText), ['   · Four Owners,', '     three at most']);
	fc.assert(
		fc.property(anyShownText, anyWidth, (content, width) => {
			for (const line of paragraph(content, width + 5, {indent: 5, lead: {text: ' Why'}})) {
				assert.ok(lineWidth(line) <= width + 5);
			}
		}),
	);
});
