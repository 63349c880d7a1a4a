import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type CsvRow, createCsvRows, rowLimits} from '../../../source/evidence/audit-log/csv-rows.ts';

function split(pieces: readonly string[], separator: ',' | ';' | '\t' = ','): CsvRow[] {
	const rows: CsvRow[] = [];
	const reader = createCsvRows(separator, row => rows.push(row));
	for (const piece of pieces) {
		reader.take(piece);
	}

	reader.end();
	return rows;
}

/** The text in pieces that end at these places. */
function cut(text: string, places: readonly number[]): string[] {
	const ends = [...new Set(places.map(place => place % (text.length + 1))), text.length].toSorted(
		(a, b) => a - b,
	);
	return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const field = fc.oneof(
	fc.string({unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', ' ', '\t', 'é', '😀'), maxLength: 8}),
	fc.constant(''),
);
const rows = fc.array(fc.array(field, {minLength: 1, maxLength: 5}), {maxLength: 6});

test('whatever was written as CSV is read as it was, wherever the pieces end', () => {
	fc.assert(
		fc.property(
			rows,
			fc.constantFrom('\n', '\r\n', '\r'),
			fc.constantFrom(',' as const, ';' as const, '\t' as const),
			fc.array(fc.nat()),
			fc.boolean(),
			(written, lineEnd, separator, places, hasLastEnd) => {
				const text = written.map(row => row.map(quoted).join(separator)).join(lineEnd);
				assert.deepEqual(split(cut(hasLastEnd ? `${text}${lineEnd}` : text, places), separator), written);
			},
		),
	);
});

test('any text gives rows, and the same rows wherever the pieces end', () => {
	const text = fc.string({unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 40});
	fc.assert(
		fc.property(text, fc.array(fc.nat()), (each, places) => {
			assert.deepEqual(split(cut(each, places)), split([each]));
		}),
	);
});

test('plain fields, quotes inside them, empty lines and a missing last line end', () => {
	assert.deepEqual(split(['a,b "c",\n\n,"d,""e"""\r\nf']), [['a', 'b "c"', ''], ['', 'd,"e"'], ['f']]);
	assert.deepEqual(split(['']), []);
});

test('a row that breaks the rules is counted as malformed, and the next one is read', () => {
	assert.deepEqual(split(['"a" b,c\nd\n']), ['malformed', ['d']]);
	assert.deepEqual(split(['a\n"b\nc']), [['a'], 'malformed']);
	assert.deepEqual(split([`${'x,'.repeat(rowLimits.fields + 5)}\ny\n`]), ['malformed', ['y']]);
	const endless = `"${'x'.repeat(rowLimits.characters)}`;
	assert.deepEqual(split([endless, 'more\n', 'y\n']), ['malformed', ['y']]);
});
