import {groupOf} from './event-catalogue.ts';
import {parseTime} from './parse-time.ts';

/** The texts of a row by column: a position in CSV, a key in NDJSON. */
export type Cells = ReadonlyMap<string, string>;

/** Where a row says what happened and when. */
export type Columns = {readonly event: string; readonly time: string};

/**
Find the two columns by what stands in them, since the export's own names of columns are not published: the event is
where most published events are, the time where most moments are, the first of equals. Null when either is nowhere.
*/
export function findColumns(rows: readonly Cells[]): Columns | null {
	const event =
		mostOften(rows, text => groupOf(text) !== null && groupOf(text) !== 'other') ??
		mostOften(rows, text => groupOf(text) !== null);
	const time = mostOften(rows, text => parseTime(text) !== null);
	return event === null || time === null || event === time ? null : {event, time};
}

function mostOften(rows: readonly Cells[], fits: (text: string) => boolean): string | null {
	const counts = new Map<string, number>();
	for (const row of rows) {
		for (const [column, text] of row) {
			if (fits(text)) {
				counts.set(column, (counts.get(column) ?? 0) + 1);
			}
		}
	}

	const most = Math.max(0, ...counts.values());
	return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}
