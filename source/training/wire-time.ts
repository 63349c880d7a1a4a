/** A time as the API writes it: `YYYY-MM-DDTHH:MM:SSZ`, whole seconds. */
export function wireTime(time: Date): string {
	return `${time.toISOString().slice(0, 19)}Z`;
}

/** The time `days` from `now`, negative = before it. */
export function daysFrom(now: Date, days: number): string {
	return wireTime(new Date(now.getTime() + days * 86_400_000));
}
