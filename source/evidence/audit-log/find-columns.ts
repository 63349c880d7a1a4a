import {publishedEvent} from './event-catalogue.ts';
import {parseTime} from './parse-time.ts';

/** The texts of a row by column: a position in CSV, a key in NDJSON. */
export type Cells = ReadonlyMap<string, string>;

/** Where a row says what happened and when, and who did it; `person` is null where that is not clear. */
export type Columns = {readonly event: string; readonly time: string; readonly person: string | null};

/** What the column of the person may be called; the page itself calls it User (guide-facts 4.1). */
const personNames = /^(?:user|actor|performed by|user name|username|user e-?mail|e-?mail|actor e-?mail)$/i;
const address = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

/**
Find the columns by what stands in them, since the export's own names of columns are not published: the event is
where most published events are, the time where most moments are, the first of equals. Null when either is nowhere.
The person is where the name of the column says so, in `header` or at the end of a path of keys; else in the only column
of addresses.
*/
export function findColumns(rows: readonly Cells[], header: Cells | null = null): Columns | null {
	const event =
		mostOften(rows, text => (publishedEvent(text)?.group ?? 'other') !== 'other') ??
		mostOften(rows, text => publishedEvent(text) !== null);
	const time = mostOften(rows, text => parseTime(text) !== null);
	return event === null || time === null || event === time
		? null
		: {event, time, person: personColumn(rows, header)};
}

function personColumn(rows: readonly Cells[], header: Cells | null): string | null {
	const columns = new Set(rows.flatMap(row => [...row.keys()]));
	const named = [...columns].filter(column =>
		personNames.test((header?.get(column) ?? lastKey(column)).trim().replaceAll('_', ' ')),
	);
	const [first] = named;
	if (first !== undefined) {
		return named.find(column => column.includes('mail')) ?? first;
	}

	const ofAddresses = [...columns].filter(column => rows.some(row => address.test(row.get(column) ?? '')));
	return ofAddresses.length === 1 ? (ofAddresses[0] ?? null) : null;
}

/** `user` of `/actor/user`. */
function lastKey(column: string): string {
	return column.split('/').at(-1) ?? '';
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
