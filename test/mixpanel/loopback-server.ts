import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {TestContext} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {type BaseUrl, parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {type Client, type ClientOptions, createClient} from '../../source/mixpanel/client.ts';
import {Secret} from '../../source/types/secret.ts';

/** Of a length that shifts the base64 of the pair, so that it does not contain the base64 of the secret. */
export const serviceAccount = 'wizard.7ab3c1f.mp-service-account';

/** Looked for in everything that leaves the client. */
export const canary = 'cAnArY~s3cret/+value=0123456789';

export type Received = {
	readonly method: string;
	readonly url: string;
	readonly authorization: string | undefined;
};

export type Loopback = {
	readonly baseUrl: BaseUrl;
	readonly received: Received[];
	readonly client: (options?: Partial<ClientOptions>) => Client;
};

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server that ends with the test, and clients for it that never wait for long. */
export async function serve(t: TestContext, handler: Handler): Promise<Loopback> {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const {method = '', url = '', headers} = request;
		received.push({method, url, authorization: headers.authorization});
		handler(request, response);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	t.after(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === 'string') {
		throw new TypeError('The server has no port');
	}

	const baseUrl = parseBaseUrl(`http://127.0.0.1:${address.port}`);
	return {
		baseUrl,
		received,
		client: options =>
			createClient({
				baseUrl,
				serviceAccount,
				secret: new Secret(canary),
				signal: new AbortController().signal,
				pause: async () => setImmediate(),
				...options,
			}),
	};
}

/** Answer with JSON. */
export function json(response: ServerResponse, value: unknown, status: number = 200): void {
	response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(value));
}

/** Answer routes by exact URL; what is not named is 404. */
export function routes(table: Readonly<Record<string, unknown>>): Handler {
	return ({url = ''}, response) => {
		if (Object.hasOwn(table, url)) {
			json(response, table[url]);
		} else {
			json(response, {status: 'error', error: 'not found'}, 404);
		}
	};
}
