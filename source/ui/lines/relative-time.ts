type Step = {
	readonly unit: string;
	/** Counted in this unit as long as there are fewer. */
	readonly below: number;
	/** This many make one of the next unit. */
	readonly size: number;
};

const steps: readonly Step[] = [
	{unit: 'second', below: 60, size: 60},
	{unit: 'minute', below: 60, size: 60},
	{unit: 'hour', below: 24, size: 24},
	// "1 week ago" would hide half of the days that matter to whoever comes back.
	{unit: 'day', below: 14, size: 7},
	{unit: 'week', below: 5, size: 4.35},
	{unit: 'month', below: 12, size: 12},
	{unit: 'year', below: Number.POSITIVE_INFINITY, size: 1},
];

/** How long ago `then` was: `just now`, `3 days ago`, `in 2 weeks`. Screens show relative time, reports absolute. */
export function relativeTime(then: Date, now: Date): string {
	const seconds = (now.getTime() - then.getTime()) / 1000;
	let amount = Math.abs(seconds);
	if (amount < 45) {
		return 'just now';
	}

	for (const {unit, below, size} of steps) {
		if (Math.round(amount) < below) {
			const count = Math.max(Math.round(amount), 1);
			const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
			return seconds > 0 ? `${words} ago` : `in ${words}`;
		}

		amount /= size;
	}

	return 'long ago';
}

/** How long ago a day was that is known without its hour, `YYYY-MM-DD`: `today`, `yesterday`, `3 days ago`. */
export function relativeDay(day: string, now: Date): string {
	const today = now.toISOString().slice(0, 10);
	const days = (Date.parse(today) - Date.parse(day)) / 86_400_000;
	return days === 0 ? 'today' : days === 1 ? 'yesterday' : relativeTime(new Date(day), new Date(today));
}

/** Since when, in the few words of a list: `since today`, `since Tue` within a week, then `3 weeks`. Days are UTC. */
export function sinceWords(then: Date, now: Date): string {
	const days = Math.floor(now.getTime() / dayLength) - Math.floor(then.getTime() / dayLength);
	if (days < 7) {
		return `since ${days <= 0 ? 'today' : (weekdays[then.getUTCDay()] ?? '')}`;
	}

	return relativeTime(then, now).replace(/ ago$/, '');
}

const dayLength = 86_400_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
