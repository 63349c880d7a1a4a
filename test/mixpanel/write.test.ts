import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {text} from 'node:stream/consumers';
import test, {type TestContext} from 'node:test';
import {inspect} from 'node:util';
import {parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {type Client, createClient} from '../../source/mixpanel/client.ts';
import type {ChangeRequest, WriteAnswer} from '../../source/types/change.ts';
import {Secret} from '../../source/types/secret.ts';
import {canary, type Handler, json, serve, serviceAccount} from './loopback-server.ts';

const request: ChangeRequest = {method: 'PATCH', path: '/x', body: '{ "name":"\u{1F600} é\\ud800" }\n'};

/** A server that answers reads with an object, and a client that has read `/x` there. */
async function readyFor(t: TestContext, onWrite: Handler) {
	const loopback = await serve(t, (incoming, response) =>
		incoming.method === 'GET' ? json(response, {results: {id: 1}}) : onWrite(incoming, response),
	);
	const client = loopback.client({limits: {request: 300}});
	assert.equal((await client.get('/x?name=a')).kind, 'ok');
	return {client, loopback, writes: () => loopback.received.filter(({method}) => method !== 'GET')};
}

function reasonOf(answer: WriteAnswer): string {
	return answer.kind === 'accepted' ? '' : answer.reason;
}

test('sends exactly the given bytes, once, as JSON and with the credential', async t => {
	const bodies: Promise<string>[] = [];
	const types: (string | undefined)[] = [];
	const {client, writes} = await readyFor(t, async (incoming, response) => {
		types.push(incoming.headers['content-type']);
		const body = text(incoming);
		bodies.push(body);
		await body;
		json(response, {status: 'ok', results: {id: 9}});
	});
	const before = client.requestCount();
	const answer = await client.send(request);
	assert.deepEqual(answer, {kind: 'accepted', status: 200, value: {status: 'ok', results: {id: 9}}});
	assert.deepEqual([await Promise.all(bodies), types], [[request.body], ['application/json']]);
	assert.match(writes()[0]?.authorization ?? '', /^Basic /);
	assert.equal(client.requestCount(), before + 1);
});

const answers: readonly (readonly [string, number, string | null, WriteAnswer['kind']])[] = [
	['204 without content', 204, null, 'accepted'],
	['201 with JSON', 201, '{"id":1}', 'accepted'],
	['200 with an error inside', 200, '{"status":"error","error":"no"}', 'unknown'],
	['a web page', 200, '<!doctype html>', 'unknown'],
	['200 with nothing', 200, '', 'unknown'],
	['half a document', 200, '{"id":', 'unknown'],
	['400', 400, '{"error":"bad"}', 'refused'],
	['401', 401, '{"error":"who"}', 'refused'],
	['403', 403, '{"error":"plan"}', 'refused'],
	['404', 404, '', 'refused'],
	['405', 405, '', 'refused'],
	['408', 408, '', 'unknown'],
	['409', 409, '{}', 'refused'],
	['422', 422, '{}', 'refused'],
	['429', 429, '{}', 'refused'],
	['500', 500, '{}', 'unknown'],
	['502', 502, '<html>', 'unknown'],
	['503', 503, '{}', 'unknown'],
	['504', 504, '{}', 'unknown'],
];

for (const [name, status, body, kind] of answers) {
	test(`takes ${name} for ${kind}, and never sends a write again`, async t => {
		const {client, writes} = await readyFor(t, (_, response) => {
			response.writeHead(status, {'retry-after': '0'}).end(body ?? undefined);
		});
		const answer = await client.send(request);
		assert.equal(answer.kind, kind, reasonOf(answer));
		assert.equal(answer.kind !== 'not_sent' && answer.status, status);
		assert.equal(writes().length, 1);
	});
}

for (const [status, location, kind, says] of [
	[301, '/x/', 'refused', /answers only at \/x\/ \(HTTP 301\).*never sent a second time/],
	[302, '/x/', 'refused', /only at \/x\//],
	[307, '/x/', 'refused', /only at \/x\//],
	[308, '/x/', 'refused', /only at \/x\//],
	[302, '/login/?next=/x', 'refused', /to log in/],
	[303, '/done', 'unknown', /Sent elsewhere/],
	[302, 'https://evil.example/x', 'unknown', /Sent elsewhere, to https:\/\/evil\.example\/x/],
] as const) {
	test(`does not follow ${status} to ${location}`, async t => {
		const {client, writes} = await readyFor(t, (_, response) => {
			response.writeHead(status, {location}).end();
		});
		const answer = await client.send(request);
		assert.equal(answer.kind, kind);
		assert.match(reasonOf(answer), says);
		assert.equal(writes().length, 1);
	});
}

test('a reset, a hang and an answer that breaks off leave it unknown', async t => {
	for (const behave of ['reset', 'hang', 'break'] as const) {
		const {client, writes} = await readyFor(t, (incoming, response) => {
			if (behave === 'reset') {
				incoming.socket.resetAndDestroy();
			} else if (behave === 'break') {
				response.writeHead(200, {'content-length': '100'});
				response.write('{"half":', () => response.destroy());
			}
		});
		const answer = await client.send(request);
		assert.deepEqual([answer.kind, answer.kind === 'unknown' && answer.status], ['unknown', null], behave);
		assert.equal(writes().length, 1);
	}
});

test('what never got a connection was not sent', async t => {
	let isOpen = true;
	const server = createServer(socket => {
		socket.once('data', () =>
			socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}'),
		);
	}).listen(0, '127.0.0.1');
	t.after(() => isOpen && server.close());
	await once(server, 'listening');
	const address = server.address();
	assert.ok(address !== null && typeof address === 'object');
	const client = createClient({
		baseUrl: parseBaseUrl(`http://127.0.0.1:${address.port}`),
		serviceAccount,
		secret: new Secret(canary),
		signal: new AbortController().signal,
	});
	assert.equal((await client.get('/x')).kind, 'ok');
	isOpen = false;
	await new Promise(resolve => server.close(resolve));
	const answer = await client.send(request);
	assert.equal(answer.kind, 'not_sent');
	assert.match(reasonOf(answer), /PATCH \/x: The server refuses connections/);
});

test('writes only where a read was answered with an object', async t => {
	const loopback = await serve(t, ({url}, response) => {
		json(
			response,
			url === '/list' ? [] : url === '/error' ? {status: 'error'} : {},
			url === '/no' ? 403 : 200,
		);
	});
	const client = loopback.client();
	for (const path of ['/list', '/error', '/no', '/other']) {
		await client.get(path);
	}

	for (const path of ['/list', '/error', '/no', '/x', '/other/more']) {
		const answer = await client.send({...request, path});
		assert.equal(answer.kind, 'not_sent', path);
		assert.match(reasonOf(answer), /nothing was read there before/);
	}

	assert.equal((await client.send({...request, path: '/other'})).kind, 'accepted');
	assert.equal((await client.send({...request, path: '/other/'})).kind, 'accepted');
	await assert.rejects(client.send({...request, path: '//evil.example/x'}), TypeError);
});

test('a signal stops a write before it is sent, and not after', async t => {
	const own = new AbortController();
	const {client, writes} = await readyFor(t, (_, response) => {
		own.abort();
		setImmediate(() => json(response, {done: true}));
	});
	assert.equal((await client.send(request, {signal: own.signal})).kind, 'accepted');
	const again = await client.send(request, {signal: own.signal});
	assert.deepEqual(
		[again.kind, reasonOf(again)],
		['not_sent', 'PATCH /x: Cancelled before anything was sent.'],
	);
	assert.equal(writes().length, 1);
});

test('the read that decides about a write comes to its end although a signal aborts, without repeating', async t => {
	const own = new AbortController();
	let isDown = false;
	const loopback = await serve(t, (_, response) => {
		own.abort();
		json(response, {read: true}, isDown ? 503 : 200);
	});
	const pauses: AbortSignal[] = [];
	const client: Client = loopback.client({
		async pause(_, signal) {
			pauses.push(signal);
			signal.throwIfAborted();
		},
	});
	const options = {signal: own.signal, untilAnswered: true};
	assert.equal((await client.get('/x', options)).kind, 'ok');
	assert.equal((await client.get('/x', options)).kind, 'ok');
	isDown = true;
	assert.equal((await client.get('/x', options)).kind, 'failed');
	assert.deepEqual([loopback.received.length, pauses.length], [3, 1]);
	await assert.rejects(client.get('/x', {signal: own.signal}), {code: 'cancelled'});
});

test('keeps the secret out of what is said of a write', async t => {
	const {client} = await readyFor(t, (incoming, response) => {
		json(response, {error: `${canary} ${incoming.headers.authorization}`}, 403);
	});
	const seen = inspect(await client.send(request), {depth: null, showHidden: true});
	assert.match(seen, /redacted/);
	for (const form of [canary, Buffer.from(`${serviceAccount}:${canary}`).toString('base64')]) {
		assert.ok(!seen.includes(form));
	}
});
