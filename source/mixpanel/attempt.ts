import type {ReadFailure} from '../types/facts.ts';
import type {Answer} from './answer.ts';
import type {Exchange} from './exchange.ts';
import {faultWords, isTransientFault} from './fault-words.ts';
import {judgeResponse} from './judge-response.ts';
import type {MixpanelError, MixpanelErrorCode} from './mixpanel-error.ts';
import {judgeRedirect, maximumRedirects} from './redirect.ts';
import {isTransientStatus} from './retry-timing.ts';

/** Makes the error of a request, in words that are safe to show and free of the credential. */
export type DescribeFailure = (
	code: MixpanelErrorCode,
	url: URL,
	status: number | null,
	words: string,
) => MixpanelError;

/** One try of a read. A transient one may be repeated, after the `Retry-After` it came with. */
export type Attempt = {
	readonly answer: Answer;
	readonly isTransient: boolean;
	readonly retryAfter: string | undefined;
};

/**
Try a read once, slash redirects included (mixpanel-api §1.2).
@param send sends one request; the same for every redirect, so that method and credential stay the same
@throws {MixpanelError} with code `cancelled`
*/
export async function attemptRead(
	start: URL,
	send: (url: URL) => Promise<Exchange>,
	describe: DescribeFailure,
): Promise<Attempt> {
	let url = start;
	for (let redirects = 0; ; redirects += 1) {
		const result = await send(url);
		if (result.kind === 'cancelled') {
			throw describe('cancelled', start, null, 'Cancelled.');
		}

		if (result.kind !== 'response') {
			return broken(result, start, describe);
		}

		if (result.status < 300 || result.status >= 400) {
			return answered(result, start, describe);
		}

		const redirect = judgeRedirect(url, result.location);
		if (redirect.kind !== 'slash' || redirects === maximumRedirects) {
			const target = redirect.kind === 'slash' ? redirect.url.pathname : redirect.target;
			const isLogin = redirect.kind === 'login';
			const code = isLogin ? 'denied' : 'unreadable';
			const error = describe(code, start, result.status, `Sent elsewhere, to ${target}, and not followed.`);
			return final({kind: 'failed', failure: code, error, isElsewhere: isLogin});
		}

		url = redirect.url;
	}
}

function final(answer: Answer): Attempt {
	return {answer, isTransient: false, retryAfter: undefined};
}

function broken(
	fault: Extract<Exchange, {kind: 'timeout' | 'broken'}>,
	start: URL,
	describe: DescribeFailure,
): Attempt {
	const failure = failureOf(fault);
	const error = describe(failure, start, null, faultWords(fault));
	const answer: Answer = {kind: 'failed', failure, error, isElsewhere: false};
	return {answer, isTransient: fault.kind === 'broken' && isTransientFault(fault), retryAfter: undefined};
}

function failureOf(fault: Extract<Exchange, {kind: 'timeout' | 'broken'}>): ReadFailure {
	if (fault.kind === 'timeout') {
		return 'timeout';
	}

	return fault.hasBegun ? 'unreadable' : 'network';
}

function answered(
	{status, text, retryAfter}: Extract<Exchange, {kind: 'response'}>,
	start: URL,
	describe: DescribeFailure,
): Attempt {
	const judged = judgeResponse(status, text);
	if (judged.kind === 'ok') {
		return final(judged);
	}

	const {code, words, isElsewhere} = judged;
	const error = describe(code, start, status, words);
	if (code === 'unauthorized') {
		return final({kind: 'unauthorized', error});
	}

	// A limit is a fault of the way there: nothing was learned about the question.
	const failure = code === 'limited' ? 'network' : code;
	return {
		answer: {kind: 'failed', failure, error, isElsewhere},
		isTransient: isTransientStatus(status),
		retryAfter,
	};
}
