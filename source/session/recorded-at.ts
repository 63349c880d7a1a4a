const day = 86_400_000;

/**
The moment under which an event is recorded, UTC ISO 8601: now, or just after the last one where the clock was put
back, since what was said later has to count as later (reliability, "clock goes back"). A clock that was more than a day
ahead is not followed: records dated so far ahead count for nothing anyway.
*/
export function recordedAt(lastAt: string | null, now: Date): string {
	const ahead = lastAt === null ? Number.NaN : Date.parse(lastAt) - now.getTime();
	const step = ahead > 0 && ahead <= day ? ahead + 1 : 0;
	return new Date(now.getTime() + step).toISOString();
}
