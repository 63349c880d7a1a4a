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

/** What to say of a text that is no day. */
export const notADay = 'Write the day as YEAR-MONTH-DAY, for example 2026-11-24.';
