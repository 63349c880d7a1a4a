import type {AuditLog} from '../../types/evidence-facts.ts';
import {createCsvRows, type Splitter} from './csv-rows.ts';
import type {Cells} from './find-columns.ts';
import {createLines} from './lines.ts';
import {createPaths, type Path} from './paths.ts';

/** Values of a JSON row that are looked at, and levels below the first. */
const maximumValues = 200;
const deepest = 3;

/** Reads rows in the format that the beginning of a file shows: an object makes it NDJSON, all else CSV. */
export function createRowReader(
	beginning: string,
	onRow: (cells: Cells | 'malformed') => void,
): Splitter & {readonly format: AuditLog['format']} {
	if (beginning.trimStart().startsWith('{')) {
		const cellsOf = createCells();
		return {
			format: 'ndjson',
			...createLines(line => onRow(line === null ? 'malformed' : cellsOf(line))),
		};
	}

	const rows = createCsvRows(separatorOf(beginning), row =>
		onRow(row === 'malformed' ? row : new Map(row.map((text, index) => [String(index), text]))),
	);
	return {format: 'csv', ...rows};
}

/** The separator the first line has most of; the comma when it has none. */
function separatorOf(beginning: string): ',' | ';' | '\t' {
	const [first = ''] = beginning.slice(0, 100_000).split(/[\r\n]/, 1);
	const count = (separator: string): number => first.split(separator).length;
	return ([',', ';', '\t'] as const).reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Reads the texts and numbers of a JSON object by the path of keys that leads there. */
function createCells(): (line: string) => Cells | 'malformed' {
	const {start, behind} = createPaths();
	const collect = (value: unknown, path: Path, depth: number, cells: Map<string, string>): void => {
		if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > deepest) {
			return;
		}

		for (const [key, each] of Object.entries(value)) {
			if (cells.size >= maximumValues) {
				return;
			}

			const there = behind(path, key);
			if (typeof each === 'string' || typeof each === 'number') {
				cells.set(there.text, String(each));
			} else {
				collect(each, there, depth + 1, cells);
			}
		}
	};

	return line => {
		let row: unknown;
		try {
			row = JSON.parse(line);
		} catch {
			return 'malformed';
		}

		const cells = new Map<string, string>();
		collect(row, start, 0, cells);
		return cells.size === 0 ? 'malformed' : cells;
	};
}
