import {setTimeout as sleep} from 'node:timers/promises';
import {makeSafe} from '../terminal/make-safe.ts';
import type {ChangeRequest, WriteAnswer} from '../types/change.ts';
import type {SafeText} from '../types/safe-text.ts';
import {Secret} from '../types/secret.ts';
import type {Answer} from './answer.ts';
import {attemptRead, type DescribeFailure} from './attempt.ts';
import type {BaseUrl} from './base-url.ts';
import {type Exchange, exchange} from './exchange.ts';
import {createGate} from './gate.ts';
import {isReadable, judgeWrite, placeOf} from './judge-write.ts';
import {MixpanelError} from './mixpanel-error.ts';
import {createProxyAgent} from './proxy.ts';
import {maximumTries, retryWait} from './retry-timing.ts';

/** Graphemes kept of a message; the API's own words may be long. */
const longestMessage = 500;

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
	/** Username of the service account; null when `secret` is a token that goes alone, as `Bearer`. */
	readonly serviceAccount: string | null;
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
	/**
	A request under way comes to its end although a signal aborts; only waiting and repeating stop. For the read
	that decides what became of a write.
	*/
	readonly untilAnswered?: boolean;
};

/** Reads from and writes to one base URL with one credential. Expected failures are return values. */
export type Client = {
	readonly baseUrl: BaseUrl;
	/**
	GET a path of the base URL, which may carry a query, and give the raw JSON or the reason there is none.
	Repeats what is transient, at most four tries in all.
	@throws {MixpanelError} with code `cancelled` when a signal aborts, and nothing else but programming errors.
	*/
	readonly get: (path: string, options?: GetOptions) => Promise<Answer>;
	/**
	Send a write once, whatever comes of it; the body goes out byte for byte. It is sent only where a read of the
	same path was answered with a JSON object before (mixpanel-api §0.1). A signal stops it before it is sent; after
	that its outcome is waited for, up to the limit of a request. Never rejects but for programming errors.
	*/
	readonly send: (request: ChangeRequest, options?: {readonly signal?: AbortSignal}) => Promise<WriteAnswer>;
	/** Prefix under which a route was found, by route; kept for as long as the client lives. */
	readonly knownPrefixes: Map<string, string>;
	/** Requests sent so far. */
	readonly requestCount: () => number;
};

/**
The one way to Mixpanel. The credential goes to the base URL's origin only; at most three requests are under
way at once; waits can be cancelled and are announced. Only reads are repeated: a write never passes through the
loop of `read`.
*/
export function createClient(options: ClientOptions): Client {
	const {baseUrl, secret, onWait, onRequest, now = () => new Date(), random = Math.random} = options;
	const limits = {...defaultLimits, ...options.limits};
	const pause = options.pause ?? (async (milliseconds, signal) => sleep(milliseconds, undefined, {signal}));
	const {serviceAccount} = options;
	const credential = serviceAccount === null ? secret : new Secret(`${serviceAccount}:${secret.reveal()}`);
	const header = (): string =>
		serviceAccount === null
			? `Bearer ${credential.reveal()}`
			: `Basic ${Buffer.from(credential.reveal()).toString('base64')}`;
	const userAgent = `mixpanel-harden${options.version === undefined ? '' : `/${options.version}`}`;
	// A server on this machine is never asked through a proxy.
	const proxy = baseUrl.kind === 'live' ? createProxyAgent(limits.connect) : null;
	const gate = createGate(limits.concurrency);
	const readable = new Set<string>();
	let requests = 0;

	// The server knows the header and may say it back, so its words are cleaned of the pair as well.
	const safe = (text: string): SafeText =>
		makeSafe(secret.redactFrom(credential.redactFrom(text)), longestMessage);

	const describe: DescribeFailure = (code, url, status, words) => {
		const path = safe(url.pathname);
		return new MixpanelError({code, status, method: 'GET', path, reason: safe(`GET ${path}: ${words}`)});
	};

	const transmit = async (
		url: URL,
		request: number,
		signal: AbortSignal,
		write?: ChangeRequest,
	): Promise<Exchange> => {
		if (!signal.aborted) {
			requests += 1;
			onRequest?.({method: write?.method ?? 'GET', path: safe(url.pathname)});
		}

		return exchange({
			url,
			authorization: {origin: baseUrl.origin, header},
			userAgent,
			signal,
			limits: {connect: limits.connect, request, bytes: limits.bytes},
			proxy,
			...(write === undefined ? {} : {write}),
		});
	};

	const read = async (
		url: URL,
		request: number,
		signal: AbortSignal,
		untilAnswered: boolean,
	): Promise<Answer> => {
		const onWire = untilAnswered ? new AbortController().signal : signal;
		for (let attempt = 1; ; attempt += 1) {
			const tried = await attemptRead(url, async target => transmit(target, request, onWire), describe);
			if (!tried.isTransient || attempt === maximumTries) {
				return tried.answer;
			}

			const wait = retryWait({retryAfter: tried.retryAfter, attempt, now: now(), random: random()});
			if (wait.kind === 'too_long') {
				const until = wait.until === null ? 'much later' : `after ${wait.until.toISOString()}`;
				const words = `Mixpanel asks to wait longer than a minute. Try again ${until}.`;
				const error = describe('limited', url, null, words);
				return {kind: 'failed', failure: 'network', error, isElsewhere: false};
			}

			onWait?.({path: safe(url.pathname), seconds: wait.seconds, attempt});
			try {
				await pause(wait.seconds * 1000, signal);
			} catch (error) {
				if (signal.aborted && untilAnswered) {
					return tried.answer;
				}

				throw signal.aborted ? describe('cancelled', url, null, 'Cancelled.') : error;
			}
		}
	};

	const write = async (request: ChangeRequest, url: URL, signal: AbortSignal): Promise<WriteAnswer> => {
		const words = (text: string): SafeText => safe(`${request.method} ${safe(url.pathname)}: ${text}`);
		if (!readable.has(placeOf(url))) {
			return {kind: 'not_sent', reason: words('Not sent: nothing was read there before.')};
		}

		if (signal.aborted) {
			return {kind: 'not_sent', reason: words('Cancelled before anything was sent.')};
		}

		const {signal: never} = new AbortController();
		const judged = judgeWrite(await transmit(url, limits.request, never, request), url);
		if (judged.kind === 'accepted') {
			return judged;
		}

		const {words: said, ...answer} = judged;
		return {...answer, reason: words(said)};
	};

	const urlOf = (path: string): URL => {
		const url = new URL(path, baseUrl.origin);
		if (url.origin !== baseUrl.origin || !path.startsWith('/')) {
			throw new TypeError('A path must stay on the base URL');
		}

		return url;
	};

	const eitherSignal = (signal: AbortSignal | undefined): AbortSignal =>
		signal === undefined ? options.signal : AbortSignal.any([options.signal, signal]);

	return {
		baseUrl,
		knownPrefixes: new Map(),
		requestCount: () => requests,
		get: async (path, {timeout = 'normal', signal, untilAnswered = false} = {}) => {
			const url = urlOf(path);
			const request = timeout === 'slow' ? limits.slowRequest : limits.request;
			const either = eitherSignal(signal);
			const answer = await gate(async () => read(url, request, either, untilAnswered));
			if (answer.kind === 'ok' && isReadable(answer.value)) {
				readable.add(placeOf(url));
			}

			return answer;
		},
		send: async (request, {signal} = {}) => {
			const url = urlOf(request.path);
			const either = eitherSignal(signal);
			return gate(async () => write(request, url, either));
		},
	};
}
