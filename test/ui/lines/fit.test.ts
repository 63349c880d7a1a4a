import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	column,
	columnRight,
	fitEnd,
	fitLine,
	fitMiddle,
	justify,
	lineWidth,
	sentenceColumn,
	widthOf,
} from '../../../source/ui/lines/fit.ts';
import {plainText} from '../../../source/ui/lines/line.ts';
import {anyShownText} from './any-text.ts';

const anyWidth = fc.integer({min: 0, max: 40});

test('nothing that is cut is ever wider than asked', () => {
	fc.assert(
		fc.property(anyShownText, anyWidth, (content, width) => {
			assert.ok(widthOf(fitMiddle(content, width)) <= width, 'middle');
			assert.ok(widthOf(fitEnd(content, width)) <= width, 'end');
		}),
	);
});

test('what fits is left as it is', () => {
	fc.assert(
		fc.property(anyShownText, content => {
			assert.equal(fitMiddle(content, widthOf(content)), content);
			assert.equal(fitEnd(content, widthOf(content)), content);
		}),
	);
});

test('columns are exactly as wide as asked, whatever they hold', () => {
	fc.assert(
		fc.property(anyShownText, anyWidth, (content, width) => {
			for (const fill of [column, sentenceColumn, columnRight]) {
				assert.equal(widthOf(fill(content, width)), width, fill.name);
			}
		}),
	);
});

test('names that differ at either end stay apart when they are shortened', () => {
	const anyEnd = fc.stringMatching(/^[a-z0-9]{3}$/);
	const anyMiddle = fc.stringMatching(/^[a-z.-]{20,60}$/);
	fc.assert(
		fc.property(anyEnd, anyEnd, anyMiddle, fc.integer({min: 7, max: 20}), (one, other, middle, width) => {
			fc.pre(one !== other);
			assert.notEqual(fitMiddle(one + middle, width), fitMiddle(other + middle, width));
			assert.notEqual(fitMiddle(middle + one, width), fitMiddle(middle + other, width));
		}),
	);
});

test('a name keeps both ends, a sentence its beginning', () => {
	assert.equal(fitMiddle('etl-production.4c1d9e', 11), 'etl-p…c1d9e');
	assert.equal(fitEnd('Four Owners, three at most', 11), 'Four Owner…');
	assert.equal(columnRight('20 min', 8), '  20 min');
	assert.equal(column('7', 3), '7  ');
});

test('wide characters and joined emoji are never cut in two', () => {
	assert.equal(fitEnd('北京東京', 5), '北京…');
	assert.equal(fitEnd('北京東京', 4), '北…');
	assert.equal(fitMiddle('北京東京大阪', 7), '北…大阪');
	const family = '👩‍👩‍👧‍👦';
	assert.equal(fitEnd(`${family}abcdef`, 4), `${family}a…`);
	assert.equal(fitEnd(`a${family}bcdef`, 3), 'a…');
	assert.equal(fitEnd(`${family}${family}`, 3), `${family}…`);
	assert.equal(fitEnd('e\u0301te\u0301s', 3), 'e\u0301t…');
});

test('a line of several spans is cut as one', () => {
	const line = [
		{text: 'Support.gg77', bold: true},
		{text: '  '},
		{text: 'never expires', tone: 'dim' as const},
	];
	assert.equal(plainText(fitLine(line, 18)), 'Support.gg77  nev…');
	assert.equal(plainText(fitLine(line, 12)), 'Support.gg7…');
	assert.equal(plainText(fitLine(line, 27)), 'Support.gg77  never expires');
	fc.assert(
		fc.property(fc.array(anyShownText, {maxLength: 5}), anyWidth, (texts, width) => {
			assert.ok(
				lineWidth(
					fitLine(
						texts.map(content => ({text: content})),
						width,
					),
				) <= width,
			);
		}),
	);
});

test('a cut line says that it was cut', () => {
	fc.assert(
		fc.property(
			fc.array(fc.stringMatching(/^[a-z]{1,9}$/), {minLength: 1, maxLength: 5}),
			fc.integer({min: 1, max: 20}),
			(texts, width) => {
				const line = texts.map(content => ({text: content}));
				fc.pre(lineWidth(line) > width);
				assert.equal(plainText(fitLine(line, width)).at(-1), '…');
			},
		),
	);
});

test('the right side of a line stays whole and flush, the left gives way', () => {
	assert.equal(plainText(justify([{text: ' Corp Example'}], [{text: 'LIVE'}], 20)), ' Corp Example   LIVE');
	assert.equal(plainText(justify([{text: ' Corp Example'}], [{text: 'LIVE'}], 12)), ' Corp … LIVE');
	fc.assert(
		fc.property(
			anyShownText,
			fc.stringMatching(/^[A-Z]{1,8}$/),
			fc.integer({min: 8, max: 60}),
			(left, right, width) => {
				const line = justify([{text: left}], [{text: right}], width);
				assert.equal(lineWidth(line), width);
				assert.ok(plainText(line).endsWith(right));
			},
		),
	);
});
