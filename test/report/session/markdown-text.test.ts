import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {cell, code, prose} from '../../../source/report/session/markdown-text.ts';
import {hostileText, readInline} from './read-inline.ts';

const samples: readonly (readonly [string, string])[] = [
	['plain words, and a full stop.', 'plain words, and a full stop.'],
	['a|b', String.raw`a\|b`],
	['<script>alert(1)</script>', String.raw`\<script\>alert(1)\</script\>`],
	['&lt;', String.raw`\&lt;`],
	['![x](y)', String.raw`!\[x\](y)`],
	['# not a heading', String.raw`\# not a heading`],
	['- not a list', String.raw`\- not a list`],
	['1. not a list', String.raw`1\. not a list`],
	['***', String.raw`\*\*\*`],
	['see https://evil.example/a, please', 'see `https://evil.example/a`, please'],
	['(ana@acme.example)', '(`ana@acme.example`)'],
	['WWW.evil.example', '`WWW.evil.example`'],
	[':smile:', String.raw`\:smile:`],
	['at 10:00', 'at 10:00'],
	['two\nlines', String.raw`two\\x0alines`],
	['    indented', 'indented'],
];

for (const [value, shown] of samples) {
	test(`running text: ${JSON.stringify(value)}`, () => assert.equal(prose(value), shown));
}

test('a name stands between enough backticks, whatever it is made of', () => {
	assert.equal(code('etl'), '`etl`');
	assert.equal(code('a`b'), '``a`b``');
	assert.equal(code('`x'), '`` `x ``');
	assert.equal(code(''), '(empty)');
});

test('text in a cell keeps its pipes to itself, addresses too', () => {
	assert.equal(cell('x@y|z'), String.raw`x@y\|z`);
});

test('what is read back is what was written, on one line, with nothing marked up', () => {
	fc.assert(
		fc.property(hostileText, value => {
			for (const [write, words] of [
				[prose, true],
				[cell, true],
				[code, false],
			] as const) {
				const written = write(value);
				const {text, markup} = readInline(written);
				assert.equal(markup, '', `${JSON.stringify(value)} became ${written}`);
				assert.doesNotMatch(written, /\n/u);
				if (words) {
					assert.equal(text, visible(value));
				}
			}

			assert.doesNotMatch(cell(value), /(?<!\\)(?:\\\\)*\|/u);
		}),
		{numRuns: 500},
	);
});

/** A value as prose shows it: made safe, blanks at the ends and in a row being nothing in Markdown. */
function visible(value: string): string {
	return makeVisible(value)
		.split(' ')
		.filter(word => word !== '')
		.join(' ');
}

function makeVisible(value: string): string {
	return readInline(code(value)).text === '(empty)' && value === '' ? '' : readInline(code(value)).text;
}
