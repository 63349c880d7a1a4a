import {setTimeout as sleep} from 'node:timers/promises';
import {makeSafe} from '../terminal/make-safe.ts';
import {Secret} from '../types/secret.ts';
import {type Answer, readFailureOf} from './answer.ts';
import type {BaseUrl} from './base-url.ts';
import {type Exchange, exchange} from './exchange.ts';
import {faultWords, isTransientFault} from './fault-words.ts';
import {createGate} from './gate.ts';
import {judgeResponse} from './judge-response.ts';
import {MixpanelError, type MixpanelErrorCode} from './mixpanel-error.ts';
import {judgeRedirect, maximumRedirects} from './redirect.ts';
import {isTransientStatus, maximumTries, retryWait} from './retry-timing.ts';

/** Limits of the client (reliability, "Network data"): milliseconds, and bytes after decompression. */
export type ClientLimits = {
	readonly connect: number;
	readonly request: number;
	/** For `/me` and the organization's lists, which are slow in large organizations. */
	readonly slowRequest: number;
	readonly bytes: number;
	readonly concurrency: number;
};

export const defaultLimits: ClientLimits = {
	connect: 5000,
	request: 30_000,
	slowRequest: 135_000,
	bytes: 10 * 1024 * 1024,
	concurrency: 3,
};

export type ClientOptions = {
	readonly baseUrl: BaseUrl;
	/** Username of the service account. */
	readonly serviceAccount: string;
	readonly secret: Secret;
	/** Cancels every request and every wait. */
	readonly signal: AbortSignal;
	/** The program's version, for the User-Agent. */
	readonly version?: string;
	/** Told before each pause; `attempt` is the try that just failed, from 1. */
	readonly onWait?: (wait: {
		readonly path: string;
		readonly seconds: number;
		readonly attempt: number;
	}) => void;
	/** Told of each request on the wire, repeats and followed redirects included. */
	readonly onRequest?: (request: {readonly method: string; readonly path: string}) => void;
	readonly limits?: Partial<ClientLimits>;
	/** How to wait; rejects when the signal aborts. */
	readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	readonly now?: () => Date;
	/** From 0 up to 1, for the jitter. */
	readonly random?: () => number;
};

export type GetOptions = {
	readonly timeout?: 'normal' | 'slow';
	/** Cancels this read, besides the client's own signal. */
	readonly signal?: AbortSignal;
};

/** Reads from one base URL with one credential. Expected failures are return values. */
export type Client = {
	/**
	GET a path of the base URL, which may carry a query, and give the raw JSON or the reason there is none.
	Repeats what is transient, at most four tries in all.
	@throws {MixpanelError} with code `cancelled` when a signal aborts, and nothing else but programming errors.
	*/
	readonly get: (path: string, options?: GetOptions) => Promise<Answer>;
	/** Prefix under which a route was found, by route; kept for as long as the client lives. */
	readonly knownPrefixes: Map<string, string>;
	/** Requests sent so far. */
	readonly requestCount: () => number;
};

/**
The one way to Mixpanel. The credential goes to the base URL's origin only; at most three requests are under
way at once; waits can be cancelled and are announced. Reads are repeated; a write, once there is one, shares
`sendOnce` and must never pass through the loop that repeats.
*/
export function createClient(options: ClientOptions): Client {
	const {baseUrl, secret, onWait, onRequest, now = () => new Date(), random = Math.random} = options;
	const limits = {...defaultLimits, ...options.limits};
	const pause = options.pause ?? (async (milliseconds, signal) => sleep(milliseconds, undefined, {signal}));
	const credential = new Secret(`${options.serviceAccount}:${secret.reveal()}`);
	const header = (): string => `Basic ${Buffer.from(credential.reveal()).toString('base64')}`;
	const userAgent = `mixpanel-harden${options.version === undefined ? '' : `/${options.version}`}`;
	const gate = createGate(limits.concurrency);
	let requests = 0;

	const safe = (text: string): ReturnType<typeof makeSafe> =>
		makeSafe(secret.redactFrom(credential.redactFrom(text)), 500);

	const failure = (
		code: MixpanelErrorCode,
		url: URL,
		status: number | null,
		words: string,
	): MixpanelError => {
		const path = safe(url.pathname);
		return new MixpanelError({code, status, method: 'GET', path, reason: safe(`GET ${path}: ${words}`)});
	};

	const sendOnce = async (url: URL, request: number, signal: AbortSignal): Promise<Exchange> => {
		requests += 1;
		onRequest?.({method: 'GET', path: safe(url.pathname)});
		return exchange({
			url,
			authorization: {origin: baseUrl.origin, header},
			userAgent,
			signal,
			limits: {connect: limits.connect, request, bytes: limits.bytes},
		});
	};

	/** One try, slash redirects included. A try that may be repeated says what `Retry-After` it came with. */
	const attempt = async (start: URL, request: number, signal: AbortSignal): Promise<Attempt> => {
		let url = start;
		for (let redirects = 0; ; redirects += 1) {
			const result = await sendOnce(url, request, signal);
			switch (result.kind) {
				case 'cancelled': {
					throw failure('cancelled', start, null, 'Cancelled.');
				}

				case 'timeout': {
					const error = failure('timeout', start, null, faultWords(result));
					return {answer: failed('timeout', error), isTransient: false, retryAfter: undefined};
				}

				case 'broken': {
					const code = result.code.startsWith('Z_') ? 'unreadable' : 'network';
					const error = failure(code, start, null, faultWords(result));
					return {
						answer: failed(code, error),
						isTransient: isTransientFault(result.code),
						retryAfter: undefined,
					};
				}

				case 'response': {
					break;
				}
			}

			const {status, text} = result;
			if (status >= 300 && status < 400) {
				const redirect = judgeRedirect(url, result.location);
				if (redirect.kind === 'slash' && redirects < maximumRedirects) {
					url = redirect.url;
					continue;
				}

				const target = redirect.kind === 'slash' ? redirect.url.pathname : redirect.target;
				const isLogin = redirect.kind === 'login';
				const code = isLogin ? 'denied' : 'unreadable';
				const error = failure(code, start, status, `Sent elsewhere, to ${target}, and not followed.`);
				return {answer: failed(code, error, isLogin), isTransient: false, retryAfter: undefined};
			}

			const judged = judgeResponse(status, text);
			if (judged.kind === 'ok') {
				return {answer: judged, isTransient: false, retryAfter: undefined};
			}

			const error = failure(judged.code, start, status, judged.words);
			const answer: Answer =
				judged.code === 'unauthorized'
					? {kind: 'unauthorized', error}
					: failed(judged.code, error, judged.isElsewhere);
			return {answer, isTransient: isTransientStatus(status), retryAfter: result.retryAfter};
		}
	};

	const read = async (url: URL, request: number, signal: AbortSignal): Promise<Answer> => {
		for (let tries = 1; ; tries += 1) {
			const {answer, isTransient, retryAfter} = await attempt(url, request, signal);
			if (!isTransient || tries === maximumTries) {
				return answer;
			}

			const wait = retryWait({retryAfter, attempt: tries, now: now(), random: random()});
			if (wait.kind === 'too_long') {
				const until = wait.until === null ? 'much later' : `after ${wait.until.toISOString()}`;
				const words = `Mixpanel asks to wait longer than a minute. Try again ${until}.`;
				return failed('limited', failure('limited', url, null, words));
			}

			onWait?.({path: safe(url.pathname), seconds: wait.seconds, attempt: tries});
			try {
				await pause(wait.seconds * 1000, signal);
			} catch (error) {
				throw signal.aborted ? failure('cancelled', url, null, 'Cancelled.') : error;
			}
		}
	};

	return {
		knownPrefixes: new Map(),
		requestCount: () => requests,
		get: async (path, {timeout = 'normal', signal} = {}) => {
			const url = new URL(path, baseUrl.origin);
			if (url.origin !== baseUrl.origin || !path.startsWith('/')) {
				throw new TypeError('A path must stay on the base URL');
			}

			const request = timeout === 'slow' ? limits.slowRequest : limits.request;
			const either = signal === undefined ? options.signal : AbortSignal.any([options.signal, signal]);
			return gate(async () => read(url, request, either));
		},
	};
}

type Attempt = {
	readonly answer: Answer;
	readonly isTransient: boolean;
	readonly retryAfter: string | undefined;
};

function failed(
	code: Exclude<MixpanelErrorCode, 'unauthorized' | 'cancelled'>,
	error: MixpanelError,
	isElsewhere: boolean = false,
): Answer {
	return {kind: 'failed', failure: readFailureOf(code), error, isElsewhere};
}
