import type {AuditEvent, AuditGroup, AuditLog} from '../../types/evidence-facts.ts';
import {looksLikeEvent, publishedEvent} from './event-catalogue.ts';
import {type Cells, type Columns, findColumns} from './find-columns.ts';
import {keepRecent} from './keep-recent.ts';
import {parseTime} from './parse-time.ts';

const day = 86_400_000;

/** Rows, and characters in them, that are held until the columns are found; and gaps that are kept. */
const sample = {rows: 500, characters: 4 * 1024 * 1024} as const;
const shortestGap = 7;
const keptGaps = 5;

/** What was counted; null when no row was understood. */
export type Counted = Omit<AuditLog, 'format' | 'sha256'> | null;

/**
Counts the rows of an audit log as they come, and keeps numbers only: no person, address or text of a row. Memory is
bounded by the published events and the days of the span. A moment after `now` (with a day to spare) is no moment of a
log. `hasHeader` = the first row may be names of columns, which then is no malformed row. Of the events of `recentOf`
the newest few are kept with who did them; null keeps none.
*/
export function createCounter({
	now,
	hasHeader,
	recentOf,
}: {
	readonly now: Date;
	readonly hasHeader: boolean;
	readonly recentOf: ReadonlySet<string> | null;
}): {
	readonly add: (cells: Cells | 'malformed') => void;
	/** Events understood so far. */
	readonly events: () => number;
	readonly finish: () => Counted;
} {
	const latest = now.getTime() + day;
	const recent = recentOf === null ? null : keepRecent(recentOf);
	const kinds = new Map<string, {count: number; newest: number}>();
	const groups: Record<AuditGroup, number> = {
		authentication: 0,
		permissions: 0,
		projects: 0,
		exports: 0,
		other: 0,
	};
	const days = new Set<number>();
	let held: Cells[] | null = [];
	let heldSize = 0;
	let isFirst = true;
	let columns: Columns | null = null;
	let malformed = 0;
	let events = 0;
	let unlisted = 0;
	let oldest = Number.POSITIVE_INFINITY;
	let newest = Number.NEGATIVE_INFINITY;

	const count = (cells: Cells, {event, time, person}: Columns): boolean => {
		const name = cells.get(event)?.trim() ?? '';
		const published = publishedEvent(name);
		if (published === null && !looksLikeEvent(name)) {
			return false;
		}

		const moment = parseTime(cells.get(time) ?? '');
		if (moment === null || moment > latest) {
			return false;
		}

		events += 1;
		oldest = Math.min(oldest, moment);
		newest = Math.max(newest, moment);
		days.add(Math.floor(moment / day));
		if (published === null) {
			unlisted += 1;
			return true;
		}

		groups[published.group] += 1;
		const kind = kinds.get(published.name);
		if (kind === undefined) {
			kinds.set(published.name, {count: 1, newest: moment});
		} else {
			kind.count += 1;
			kind.newest = Math.max(kind.newest, moment);
		}

		recent?.take(published.name, moment, person === null ? '' : (cells.get(person) ?? ''));
		return true;
	};

	/** Without the columns in these rows they are looked for in the next. */
	const release = (rows: readonly Cells[]): void => {
		columns = findColumns(rows, hasHeader && isFirst ? (rows[0] ?? null) : null);
		held = columns === null ? [] : null;
		heldSize = 0;
		for (const cells of rows) {
			const isNames = isFirst && hasHeader;
			isFirst = false;
			if ((columns === null || !count(cells, columns)) && !isNames) {
				malformed += 1;
			}
		}
	};

	return {
		add(cells) {
			if (cells === 'malformed') {
				malformed += 1;
			} else if (held !== null) {
				held.push(cells);
				heldSize += [...cells.values()].reduce((sum, text) => sum + text.length, 0);
				if (held.length >= sample.rows || heldSize >= sample.characters) {
					release(held);
				}
			} else if (columns === null || !count(cells, columns)) {
				malformed += 1;
			}
		},
		events: () => events,
		finish() {
			if (held !== null) {
				release(held);
			}

			return events === 0
				? null
				: {
						events,
						malformed,
						unlisted,
						oldest: new Date(oldest).toISOString(),
						newest: new Date(newest).toISOString(),
						groups,
						kinds: [...kinds]
							.map(([name, kind]) => ({name, count: kind.count, newest: new Date(kind.newest).toISOString()}))
							.toSorted((one, other) => other.count - one.count || one.name.localeCompare(other.name)),
						gaps: gapsIn(days),
						...(recent === null ? {} : {recent: recent.all() satisfies readonly AuditEvent[]}),
					};
		},
	};
}

function gapsIn(days: ReadonlySet<number>): AuditLog['gaps'] {
	const sorted = [...days].toSorted((one, other) => one - other);
	return sorted
		.flatMap((each, index) => {
			const before = sorted[index - 1];
			const length = before === undefined ? 0 : each - before - 1;
			return before === undefined || length < shortestGap
				? []
				: [{from: dateOf(before + 1), to: dateOf(each - 1), days: length}];
		})
		.toSorted((one, other) => other.days - one.days)
		.slice(0, keptGaps);
}

function dateOf(index: number): string {
	return new Date(index * day).toISOString().slice(0, 10);
}
