const steps: readonly (readonly [number, string])[] = [
	[60, 'second'],
	[60, 'minute'],
	[24, 'hour'],
	[7, 'day'],
	[4.35, 'week'],
	[12, 'month'],
	[Number.POSITIVE_INFINITY, 'year'],
];

/** How long ago `then` was: `just now`, `3 days ago`, `in 2 weeks`. Screens show relative time, reports absolute. */
export function relativeTime(then: Date, now: Date): string {
	const seconds = (now.getTime() - then.getTime()) / 1000;
	let amount = Math.abs(seconds);
	if (amount < 45) {
		return 'just now';
	}

	for (const [size, unit] of steps) {
		if (Math.round(amount) < size) {
			const count = Math.max(Math.round(amount), 1);
			const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
			return seconds > 0 ? `${words} ago` : `in ${words}`;
		}

		amount /= size;
	}

	return 'long ago';
}
