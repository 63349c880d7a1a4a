import type {ClientRequest} from 'node:http';
import type {Agent} from 'node:https';
import got, {TimeoutError} from 'got';

/** Limits of one exchange; times in milliseconds, size in bytes after decompression. */
export type ExchangeLimits = {
	readonly connect: number;
	readonly request: number;
	readonly bytes: number;
};

/** False only when no connection came about, so that not one byte of the request can have left. */
type Fault = {readonly mayHaveArrived: boolean};

/** What one request on the wire led to. Failures are values; only cancellation is left to the caller's signal. */
export type Exchange =
	| {
			readonly kind: 'response';
			readonly status: number;
			readonly location: string | undefined;
			readonly retryAfter: string | undefined;
			/** Null when the body is larger than allowed or is not UTF-8. */
			readonly text: string | null;
	  }
	| ({readonly kind: 'timeout'; readonly phase: 'connect' | 'answer'} & Fault)
	/** `code` is the system's or the library's name of the fault, such as `ECONNRESET`; `hasBegun` = part of the answer had arrived. */
	| ({readonly kind: 'broken'; readonly code: string; readonly hasBegun: boolean} & Fault)
	| {readonly kind: 'cancelled'};

/** Connections made one after the other on the way through a proxy: to it, by it, and the encryption. */
const proxiedSteps = 3;

/**
Send one request and read the whole answer, up to the limits. Follows nothing and repeats nothing. The credential
is put on by a hook, and only for the origin it belongs to, so that the library never treats it as an option
to pass on. A `body` is JSON and goes out byte for byte.
*/
export async function exchange(options: {
	readonly url: URL;
	readonly authorization: {readonly origin: string; readonly header: () => string};
	readonly userAgent: string;
	readonly signal: AbortSignal;
	readonly limits: ExchangeLimits;
	readonly write?: {readonly method: 'PATCH' | 'POST' | 'DELETE'; readonly body: string};
	/** Goes through a proxy. */
	readonly proxy?: Agent | null;
}): Promise<Exchange> {
	const {url, authorization, userAgent, signal, limits, write, proxy = null} = options;
	if (signal.aborted) {
		return {kind: 'cancelled'};
	}

	// The library's own limits act on a connection, which a proxy that keeps silent never gives.
	const tooLong = new AbortController();
	const patience =
		proxy === null ? undefined : setTimeout(() => tooLong.abort(), limits.connect * proxiedSteps);
	const stream = got.stream(url, {
		...(proxy === null ? {} : {agent: {https: proxy}}),
		method: write?.method ?? 'GET',
		headers: {
			accept: 'application/json',
			'user-agent': userAgent,
			...(write === undefined ? {} : {'content-type': 'application/json'}),
		},
		...(write === undefined ? {} : {body: write.body}),
		followRedirect: false,
		throwHttpErrors: false,
		retry: {limit: 0},
		https: {rejectUnauthorized: true},
		timeout: {
			lookup: limits.connect,
			connect: limits.connect,
			secureConnect: limits.connect,
			request: limits.request,
		},
		signal: AbortSignal.any([signal, tooLong.signal]),
		hooks: {
			beforeRequest: [
				request => {
					if (new URL(String(request.url)).origin === authorization.origin) {
						request.headers['authorization'] = authorization.header();
					}
				},
			],
		},
	});

	let mayHaveArrived = false;
	stream.on('request', request => {
		request.once('socket', () => clearTimeout(patience));
		whenConnected(request, url, () => {
			mayHaveArrived = true;
		});
	});
	try {
		// Read before `response` is looked at: it exists once the first byte or the end has arrived.
		const text = await readText(stream, limits.bytes);
		const {response} = stream;
		return response === undefined
			? {kind: 'broken', code: 'EMPTY', hasBegun: false, mayHaveArrived}
			: {
					kind: 'response',
					status: response.statusCode,
					location: response.headers.location,
					retryAfter: response.headers['retry-after'],
					text,
				};
	} catch (error) {
		if (signal.aborted) {
			return {kind: 'cancelled'};
		}

		if (tooLong.signal.aborted) {
			return {kind: 'timeout', phase: 'connect', mayHaveArrived};
		}

		const fault = faultOf(error, stream.response !== undefined, mayHaveArrived);
		return proxy !== null && fault.kind === 'broken' && !mayHaveArrived
			? {...fault, code: `PROXY_${fault.code.replace('ERR_PROXY_', '')}`}
			: fault;
	} finally {
		clearTimeout(patience);
		stream.destroy();
	}
}

/** Tells when the connection stands; whoever is in doubt is told at once. */
function whenConnected(request: ClientRequest, url: URL, tell: () => void): void {
	request.once('socket', socket => {
		if (request.reusedSocket || !socket.connecting) {
			tell();
		} else {
			socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', tell);
		}
	});
}

async function readText(stream: AsyncIterable<unknown>, maximumBytes: number): Promise<string | null> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		if (!(chunk instanceof Uint8Array)) {
			return null;
		}

		size += chunk.byteLength;
		if (size > maximumBytes) {
			return null;
		}

		chunks.push(chunk);
	}

	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(Buffer.concat(chunks));
	} catch {
		return null;
	}
}

/** Only names leave this function: the library's errors hold the request with its headers. */
function faultOf(error: unknown, hasBegun: boolean, mayHaveArrived: boolean): Exchange {
	if (error instanceof TimeoutError) {
		const isConnecting =
			error.event === 'lookup' || error.event === 'connect' || error.event === 'secureConnect';
		return {kind: 'timeout', phase: isConnecting ? 'connect' : 'answer', mayHaveArrived};
	}

	const code =
		error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
	return code === 'ETIMEDOUT'
		? {kind: 'timeout', phase: 'connect', mayHaveArrived}
		: {kind: 'broken', code, hasBegun, mayHaveArrived};
}
