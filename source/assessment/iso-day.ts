/** Milliseconds of a day. */
export const day = 86_400_000;

/** Start in UTC of an ISO day, milliseconds since 1970; null when it is no day of the calendar. */
export function startOfDay(text: string): number | null {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	return Number.isNaN(time) || isoDay(time) !== text ? null : time;
}

/** The ISO day in UTC of a moment in milliseconds since 1970. */
export function isoDay(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

/** A moment as the journal writes it, UTC ISO 8601 with Z, in milliseconds since 1970; null for any other text. */
export function momentOf(text: string): number | null {
	const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(time) ? null : time;
}
