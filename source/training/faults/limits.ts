import {type SimulationContext, sendError} from '../simulation.ts';
import type {Fault} from './fault.ts';

/** Rate limits in the ways `Retry-After` can be written or be missing (mixpanel-api §1.4, §14). */
export const limits: readonly Fault[] = [
	limit('rate-limit', 'every third request is answered 429, to be retried in 1 second', 3, () => '1'),
	limit('retry-date', 'as rate-limit, with the time to retry as a date', 3, () =>
		new Date(Date.now() + 2000).toUTCString(),
	),
	limit('retry-huge', '429, to be retried in more than a day', 1, () => '99999'),
	limit('retry-negative', '429 with a negative time to retry', 3, () => '-5'),
	limit('retry-absent', '429 that does not say when to retry', 3, () => null),
];

function limit(name: string, summary: string, byDefault: number, retryAfter: () => string | null): Fault {
	return {
		name,
		summary,
		number: {means: 'every', byDefault},
		strike: async context => refuse(context, retryAfter()),
	};
}

function refuse(context: SimulationContext, retryAfter: string | null): Response {
	if (retryAfter !== null) {
		context.header('Retry-After', retryAfter);
	}

	return sendError(context, 429, 'Too many requests');
}
