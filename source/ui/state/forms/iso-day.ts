/** Milliseconds by which a day begins earlier where it begins first. */
const aheadOfUtc = 14 * 3_600_000;

/** The day of a text `2026-11-24`; null for anything else and for days that do not exist. */
export function isoDay(text: string): Date | null {
	const day = new Date(`${text}T00:00:00Z`);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) &&
		!Number.isNaN(day.getTime()) &&
		day.toISOString().slice(0, 10) === text
		? day
		: null;
}

/** Whether a day has not begun anywhere yet. */
export function isToCome(day: Date, now: Date): boolean {
	return day.getTime() > now.getTime() + aheadOfUtc;
}

/** `now` as a day, moved by whole days. */
export function dayText(now: Date, days = 0): string {
	return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What to say of a text that is no day: that the calendar has no such day, or how days are written. */
export function notADay(text: string): string {
	const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
	const last = lastOfMonth(Number(year), Number(month));
	if (date !== undefined && last !== null) {
		return `${text} does not exist: ${year}-${month} has ${last} days. Write for example ${year}-${month}-${last}.`;
	}

	return date === undefined
		? 'Write the day as YEAR-MONTH-DAY, for example 2026-11-24.'
		: `${text} does not exist: a year has the months 01 to 12. Write the day as YEAR-MONTH-DAY, for example 2026-11-24.`;
}

/** Days of a month counted from 1; null for no month. */
function lastOfMonth(year: number, month: number): number | null {
	return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : null;
}
