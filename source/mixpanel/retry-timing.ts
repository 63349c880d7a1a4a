/** Requests sent for one read at most, the first included (reliability, "Network data"). */
export const maximumTries = 4;

/** Longest pause, in seconds, that a server can talk us into. */
const longestWait = 60;

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Whether a read that got this status is worth repeating (mixpanel-api §1.4). */
export function isTransientStatus(status: number): boolean {
	return transientStatuses.has(status);
}

export type RetryWait =
	| {readonly kind: 'wait'; readonly seconds: number}
	/** Longer than we wait; `until` is null when the moment is beyond any calendar. */
	| {readonly kind: 'too_long'; readonly until: Date | null};

/**
How long to wait before the next try. A `Retry-After` in seconds or as an HTTP date counts; nonsense, zero and
the past mean one second. Without the header the wait doubles with each try, with some jitter.
@param attempt the try that just failed, from 1
@param random a number from 0 up to 1
*/
export function retryWait(details: {
	readonly retryAfter: string | undefined;
	readonly attempt: number;
	readonly now: Date;
	readonly random: number;
}): RetryWait {
	const {retryAfter, attempt, now, random} = details;
	if (retryAfter === undefined) {
		return {kind: 'wait', seconds: Math.min(2 ** (attempt - 1) * (1 + random / 4), longestWait)};
	}

	const seconds = secondsOf(retryAfter.trim(), now);
	if (seconds <= longestWait) {
		return {kind: 'wait', seconds: Math.max(1, seconds)};
	}

	const until = new Date(now.getTime() + seconds * 1000);
	return {kind: 'too_long', until: Number.isNaN(until.getTime()) ? null : until};
}

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** NaN-free: what cannot be read counts as zero. */
function secondsOf(text: string, now: Date): number {
	if (/^\d+(?:\.\d+)?$/.test(text)) {
		return Number(text);
	}

	// The date parser guesses at almost any text, hence the strict form first.
	const moment = httpDate.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(moment) ? 0 : (moment - now.getTime()) / 1000;
}
