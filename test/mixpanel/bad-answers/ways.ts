import {gzipSync} from 'node:zlib';
import type {ReadFailure} from '../../../source/types/facts.ts';
import {now} from '../../support/facts-builders.ts';
import type {Exchange} from './organization.ts';

/** What a question comes to: read as if nothing were wrong, a failed read, or the key refused and the run over. */
export type Becomes = 'read' | ReadFailure | 'refused';

/** One way to answer badly, whatever was asked. */
export type Way = {
	readonly name: string;
	readonly answer: (exchange: Exchange) => void;
	readonly becomes: Becomes;
	/** Requests that are sent for it at one place. */
	readonly requests: number;
	/** A route of the organization may live elsewhere then, and is asked for there too. */
	readonly isElsewhere?: true;
};

const json = {'content-type': 'application/json'};

function said(body: string | ((exchange: Exchange) => string | Buffer), headers = {}): Way['answer'] {
	return exchange => {
		const text = typeof body === 'string' ? body : body(exchange);
		exchange.response.writeHead(200, {...json, ...headers}).end(text);
	};
}

function status(code: number, headers: Readonly<Record<string, string>> = {}): Way['answer'] {
	return ({response}) => {
		response.writeHead(code, {...json, ...headers}).end('{"status":"error","error":"so it is"}');
	};
}

function sent(code: number, where: (exchange: Exchange) => string): Way['answer'] {
	return exchange => {
		exchange.response.writeHead(code, {location: where(exchange)}).end();
	};
}

function slashed({request: {url = ''}}: Exchange): string {
	const [path = '', query] = url.split('?');
	return `${path.endsWith('/') ? path.slice(0, -1) : `${path}/`}${query === undefined ? '' : `?${query}`}`;
}

const bomb = gzipSync(Buffer.alloc(11 * 1024 * 1024, ' '));

const retryAfters: readonly (readonly [string, string, number])[] = [
	['seconds', '7', 4],
	['a date ahead', new Date(now.getTime() + 9000).toUTCString(), 4],
	['zero', '0', 4],
	['a negative number', '-5', 4],
	['a date in the past', new Date(now.getTime() - 9000).toUTCString(), 4],
	['words', 'soon', 4],
	['just the longest', '60', 4],
	['more than that', '61', 1],
	['a day', '99999', 1],
	['a date far ahead', new Date(now.getTime() + 9_000_000).toUTCString(), 1],
	['a number without end', '9'.repeat(400), 1],
];

/** The ways of never coming to an end; each costs the whole patience of a cell. */
export const silentWays: readonly Way[] = [
	{name: 'silence', answer: () => {}, becomes: 'timeout', requests: 1},
	{
		name: 'an answer in drops',
		answer: ({response}) => {
			response.writeHead(200, json);
			const drops = setInterval(() => response.write(' '), 100);
			response.once('close', () => clearInterval(drops));
		},
		becomes: 'timeout',
		requests: 1,
	},
];

/** The ways of answering badly; `elsewhere` is a server that must never hear of it. */
export function waysOf(elsewhere: string): readonly Way[] {
	const unreadable = (name: string, answer: Way['answer']): Way => ({
		name,
		answer,
		becomes: 'unreadable',
		requests: 1,
	});
	return [
		{...unreadable('a web page', said('<!doctype html><title>Log in</title>')), isElsewhere: true},
		unreadable('nothing', said('')),
		unreadable('blanks', said(' \n ')),
		unreadable('null', said('null')),
		unreadable('null with results', said('{"status":"ok","results":null}')),
		unreadable(
			'half the JSON',
			said(({body}) => body.slice(0, body.length / 2)),
		),
		unreadable(
			'two documents',
			said(({body}) => body + body),
		),
		unreadable('lists nested without end', said('['.repeat(200_000))),
		unreadable('an error with status 200', said('{"status":"error","error":"not in your plan"}')),
		unreadable(
			'an error beside results',
			said(({body}) => `${body.slice(0, -1)},"status":"error"}`),
		),
		unreadable(
			'bytes that are no text',
			said(({body}) => Buffer.from(`\u00ff${body}`, 'latin1')),
		),
		unreadable(
			'a gzip bomb',
			said(() => bomb, {'content-encoding': 'gzip'}),
		),
		unreadable('broken gzip', said('not packed', {'content-encoding': 'gzip'})),
		unreadable('204', ({response}) => void response.writeHead(204).end()),
		...[400, 409, 418, 422].map(code => unreadable(String(code), status(code))),
		unreadable('a redirect without a target', ({response}) => void response.writeHead(302).end()),
		unreadable(
			'a redirect to another page',
			sent(302, () => '/somewhere'),
		),
		unreadable(
			'a redirect to the same page elsewhere',
			sent(307, exchange => `${elsewhere}${slashed(exchange)}`),
		),
		{...unreadable('redirects from slash to slash', sent(301, slashed)), requests: 4},
		{
			...unreadable('a connection closed half-way', ({request, response, body}) => {
				response.writeHead(200, {...json, 'content-length': body.length});
				response.write(body.slice(0, body.length / 2));
				request.socket.end();
			}),
			requests: 4,
		},
		{
			name: 'a redirect to the log-in page',
			answer: sent(302, () => '/login/?next=x'),
			becomes: 'denied',
			requests: 1,
			isElsewhere: true,
		},
		{name: '401', answer: status(401), becomes: 'refused', requests: 1},
		{name: '403', answer: status(403), becomes: 'denied', requests: 1},
		{name: '404', answer: status(404), becomes: 'not_found', requests: 1, isElsewhere: true},
		{name: '405', answer: status(405), becomes: 'not_found', requests: 1, isElsewhere: true},
		...[408, 429, 500, 502, 503, 504].map(
			(code): Way => ({name: String(code), answer: status(code), becomes: 'network', requests: 4}),
		),
		{name: '501', answer: status(501), becomes: 'network', requests: 1},
		...retryAfters.map(
			([name, value, requests], index): Way => ({
				name: `429 or 503 with Retry-After: ${name}`,
				answer: status(index % 2 === 0 ? 429 : 503, {'retry-after': value}),
				becomes: 'network',
				requests,
			}),
		),
		{
			name: 'a reset',
			answer: ({request}) => void request.socket.destroy(),
			becomes: 'network',
			requests: 4,
		},
		{
			name: 'the right JSON, called a web page',
			answer: said(({body}) => body, {'content-type': 'text/html'}),
			becomes: 'read',
			requests: 1,
		},
		{
			name: 'the right JSON, packed',
			answer: said(({body}) => gzipSync(body), {'content-encoding': 'gzip'}),
			becomes: 'read',
			requests: 1,
		},
		{
			name: 'the right JSON behind a mark of byte order',
			answer: said(({body}) => `\ufeff${body}`),
			becomes: 'read',
			requests: 1,
		},
		{
			name: 'a redirect that changes the final slash',
			answer: exchange => (exchange.isFirst ? sent(301, slashed) : said(({body}) => body))(exchange),
			becomes: 'read',
			requests: 2,
		},
		{
			name: 'trouble that passes',
			answer: troubled(),
			becomes: 'read',
			requests: 2,
		},
	];
}

/** A 503 for the first of two requests to the same place in the same run. */
function troubled(): Way['answer'] {
	const met = new Set<string>();
	return exchange => {
		const key = `${exchange.request.headers['user-agent']} ${exchange.request.url}`;
		const isFirst = !met.has(key);
		met.add(key);
		(isFirst ? status(503) : said(({body}) => body))(exchange);
	};
}
