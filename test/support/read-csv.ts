import assert from 'node:assert/strict';

/** Rows and cells of RFC 4180 text in which every cell is quoted; fails for anything else. */
export function readCsv(text: string): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	const cell = /"((?:[^"]|"")*)"(,|\r\n)/gy;
	while (at < text.length) {
		cell.lastIndex = at;
		const [whole = '', value = '', end] = cell.exec(text) ?? [];
		assert.notEqual(whole, '', `no cell at ${at}: ${text.slice(at, at + 40)}`);
		row.push(value.replaceAll('""', '"'));
		at += whole.length;
		if (end !== ',') {
			rows.push(row);
			row = [];
		}
	}

	assert.deepEqual(row, [], 'the last line has no end');
	return rows;
}
