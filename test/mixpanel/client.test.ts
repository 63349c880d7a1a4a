import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:net';
import test from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {inspect} from 'node:util';
import {gzipSync} from 'node:zlib';
import type {Answer} from '../../source/mixpanel/answer.ts';
import {parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {createClient} from '../../source/mixpanel/client.ts';
import {exchange} from '../../source/mixpanel/exchange.ts';
import {isCancelled, MixpanelError} from '../../source/mixpanel/mixpanel-error.ts';
import {Secret} from '../../source/types/secret.ts';
import {canary, json, serve, serviceAccount} from './loopback-server.ts';

function codeOf(answer: Answer): string {
	return answer.kind === 'ok' ? 'ok' : answer.error.code;
}

test('sends the service account as basic credentials, with a name and version', async t => {
	const loopback = await serve(t, (request, response) =>
		json(response, {agent: request.headers['user-agent']}),
	);
	const answer = await loopback.client({version: '1.2.3'}).get('/api/app/me');
	assert.deepEqual(answer, {kind: 'ok', value: {agent: 'mixpanel-harden/1.2.3'}});
	const expected = `Basic ${Buffer.from(`${serviceAccount}:${canary}`).toString('base64')}`;
	assert.equal(loopback.received[0]?.authorization, expected);
	assert.equal(loopback.received[0]?.method, 'GET');
});

test('keeps ids exact, and drops keys that reach for prototypes', async t => {
	const body =
		'{"a":9007199254740993,"b":[12345678901234567890],"c":1.5,"d":1e999,"__proto__":{"polluted":true}}';
	const loopback = await serve(t, (_request, response) => response.end(body));
	const answer = await loopback.client().get('/x');
	assert.deepEqual(answer, {
		kind: 'ok',
		value: {a: '9007199254740993', b: ['12345678901234567890'], c: 1.5, d: '1e999'},
	});
	assert.equal('polluted' in {}, false);
});

const bodies: Readonly<Record<string, string>> = {
	'a web page': '<!doctype html><title>Log in</title>',
	'an empty body': '',
	blanks: ' \n ',
	null: 'null',
	'half a document': '{"status":"ok","results":[{"id":1',
	'two documents': '{}{}',
	text: 'Bad gateway',
	'a document nested without end': '['.repeat(200_000),
};

for (const [name, body] of Object.entries(bodies)) {
	test(`calls ${name} unreadable`, async t => {
		const loopback = await serve(t, (_request, response) => response.end(body));
		const answer = await loopback.client().get('/x');
		assert.equal(answer.kind === 'failed' && answer.failure, 'unreadable');
		assert.equal(answer.kind === 'failed' && answer.isElsewhere, name === 'a web page');
		assert.equal(loopback.received.length, 1);
	});
}

test('calls 204 and text that is not UTF-8 unreadable', async t => {
	const loopback = await serve(t, ({url}, response) => {
		response.statusCode = url === '/empty' ? 204 : 200;
		response.end(url === '/empty' ? undefined : Buffer.from([0x22, 0xff, 0xfe, 0x22]));
	});
	const client = loopback.client();
	assert.equal(codeOf(await client.get('/empty')), 'unreadable');
	assert.equal(codeOf(await client.get('/bytes')), 'unreadable');
});

const statuses = [
	[400, 'unreadable', 1],
	[401, 'unauthorized', 1],
	[403, 'denied', 1],
	[404, 'not_found', 1],
	[405, 'not_found', 1],
	[408, 'network', 4],
	[409, 'unreadable', 1],
	[422, 'unreadable', 1],
	[429, 'limited', 4],
	[500, 'network', 4],
	[501, 'network', 1],
	[502, 'network', 4],
	[503, 'network', 4],
	[504, 'network', 4],
] as const;

for (const [status, code, tries] of statuses) {
	test(`takes HTTP ${status} for ${code}, after ${tries === 1 ? 'one try' : `${tries} tries`}`, async t => {
		const loopback = await serve(t, (_request, response) =>
			json(response, {status: 'error', error: 'so it is'}, status),
		);
		const answer = await loopback.client().get('/x?secret=1');
		assert.equal(codeOf(answer), code);
		assert.equal(loopback.received.length, tries);
		assert.ok(answer.kind !== 'ok');
		assert.equal(answer.error.status, status);
		assert.equal(answer.error.path, '/x');
		assert.match(answer.error.message, /Mixpanel says: so it is$/);
	});
}

test('goes on after passing trouble', async t => {
	let calls = 0;
	const loopback = await serve(t, (request, response) => {
		calls += 1;
		if (calls === 1) {
			request.socket.destroy();
		} else if (calls === 2) {
			json(response, {}, 503);
		} else if (calls === 3) {
			response.writeHead(200, {'content-length': '100'});
			response.write('{"half":');
			setTimeout(() => request.socket.destroy(), 5);
		} else {
			json(response, {whole: true});
		}
	});
	const waits: {readonly seconds: number; readonly attempt: number}[] = [];
	const answer = await loopback
		.client({random: () => 0, onWait: ({seconds, attempt}) => waits.push({seconds, attempt})})
		.get('/x');
	assert.deepEqual(answer, {kind: 'ok', value: {whole: true}});
	assert.deepEqual(waits, [
		{seconds: 1, attempt: 1},
		{seconds: 2, attempt: 2},
		{seconds: 4, attempt: 3},
	]);
});

const now = new Date('2026-11-24T10:00:00Z');

const retryAfters = [
	['7', 7],
	['1.5', 1.5],
	['60', 60],
	['0', 1],
	['-5', 1],
	['soon', 1],
	['1e3', 1],
	['1 January 2030', 1],
	['Tue, 24 Nov 2026 10:00:09 GMT', 9],
	['Tue, 24 Nov 2026 09:00:00 GMT', 1],
	['61', null],
	['99999', null],
	['9'.repeat(400), null],
	['Tue, 24 Nov 2026 11:00:00 GMT', null],
] as const;

for (const [header, seconds] of retryAfters) {
	test(`reads Retry-After ${header.slice(0, 40)} as ${seconds === null ? 'too long to wait' : `${seconds} s`}`, async t => {
		const loopback = await serve(t, (_request, response) => {
			response.setHeader('retry-after', header);
			json(response, {}, 429);
		});
		const paused: number[] = [];
		const waits: number[] = [];
		const answer = await loopback
			.client({
				now: () => now,
				onWait: wait => waits.push(wait.seconds),
				pause: async milliseconds => {
					paused.push(milliseconds);
				},
			})
			.get('/x');
		assert.equal(codeOf(answer), 'limited');
		assert.deepEqual(waits, seconds === null ? [] : [seconds, seconds, seconds]);
		assert.deepEqual(
			paused,
			waits.map(wait => wait * 1000),
		);
		if (header === '99999') {
			assert.ok(answer.kind === 'failed');
			assert.match(answer.error.message, /Try again after 2026-11-25T13:46:39/);
		}
	});
}

test('gives up on a server that hangs, drips or never stops sending headers', async t => {
	const timers: NodeJS.Timeout[] = [];
	const loopback = await serve(t, ({url}, response) => {
		if (url === '/drip') {
			response.writeHead(200);
			timers.push(setInterval(() => response.write(' '), 10));
		}
	});
	t.after(() => timers.forEach(clearInterval));
	const client = loopback.client({limits: {request: 120, slowRequest: 240}});
	for (const path of ['/hang', '/drip']) {
		const answer = await client.get(path);
		assert.equal(answer.kind === 'failed' && answer.failure, 'timeout');
	}

	assert.equal(loopback.received.length, 2, 'a timeout is not repeated');
	const start = performance.now();
	await client.get('/hang', {timeout: 'slow'});
	assert.ok(performance.now() - start > 200);
});

test('calls a refused connection and an unknown host a fault of the network', async () => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	assert.ok(address !== null && typeof address === 'object');
	await new Promise(resolve => server.close(resolve));
	const client = createClient({
		baseUrl: parseBaseUrl(`http://127.0.0.1:${address.port}`),
		serviceAccount,
		secret: new Secret(canary),
		signal: new AbortController().signal,
	});
	const answer = await client.get('/x');
	assert.ok(answer.kind === 'failed');
	assert.equal(answer.failure, 'network');
	assert.match(answer.error.message, /refuses connections/);
});

test('refuses a server whose certificate nobody vouches for', async t => {
	const loopback = await serve(t, (_request, response) => json(response, {}));
	const client = loopback.client({
		baseUrl: {kind: 'simulated', origin: loopback.baseUrl.origin.replace('http:', 'https:')},
	});
	const answer = await client.get('/x');
	assert.equal(answer.kind === 'failed' && answer.failure, 'network');
	assert.equal(loopback.received.length, 0);
});

test('stops reading a body that is too large, packed or endless', async t => {
	const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024, ' '));
	let open = 0;
	const loopback = await serve(t, ({url}, response) => {
		open += 1;
		response.on('close', () => {
			open -= 1;
		});
		if (url === '/bomb') {
			response.writeHead(200, {'content-encoding': 'gzip'}).end(bomb);
			return;
		}

		const more = (): void => {
			while (!response.destroyed && response.write(Buffer.alloc(65_536, ' '))) {
				// Until the socket is full.
			}
		};
		response.on('drain', more);
		more();
	});
	const client = loopback.client({limits: {bytes: 1024 * 1024}});
	for (const path of ['/bomb', '/endless']) {
		const answer = await client.get(path);
		assert.equal(codeOf(answer), 'unreadable');
		assert.match(answer.kind === 'failed' ? answer.error.message : '', /larger than allowed/);
	}

	while (open > 0) {
		await setImmediate();
	}
});

test('takes a body of just the largest size, and calls broken compression unreadable', async t => {
	const body = JSON.stringify('x'.repeat(1022));
	const loopback = await serve(t, ({url}, response) => {
		if (url === '/packed') {
			const half = gzipSync(body).subarray(0, 20);
			response.writeHead(200, {'content-encoding': 'gzip', 'content-length': half.length}).end(half);
		} else {
			response.end(url === '/more' ? `${body} ` : body);
		}
	});
	const client = loopback.client({limits: {bytes: 1024}});
	assert.equal(codeOf(await client.get('/just')), 'ok');
	assert.equal(codeOf(await client.get('/more')), 'unreadable');
	assert.equal(codeOf(await client.get('/packed')), 'unreadable');
});

test('cancels a request under way, a wait and what queues behind them', async t => {
	const controller = new AbortController();
	const arrived: string[] = [];
	const loopback = await serve(t, ({url = ''}) => {
		arrived.push(url);
		if (arrived.length === 3) {
			controller.abort(new Error('stop'));
		}
	});
	const client = loopback.client({signal: controller.signal});
	const reads = ['/1', '/2', '/3', '/4', '/5'].map(async path => client.get(path));
	for (const result of await Promise.allSettled(reads)) {
		assert.ok(result.status === 'rejected' && isCancelled(result.reason));
	}

	assert.equal(arrived.length, 3);
});

test('cancels a wait between two tries', async t => {
	const controller = new AbortController();
	const loopback = await serve(t, (_request, response) => {
		response.setHeader('retry-after', '60');
		json(response, {}, 503);
	});
	const client = createClient({
		baseUrl: loopback.baseUrl,
		serviceAccount,
		secret: new Secret(canary),
		signal: controller.signal,
		onWait: () => controller.abort(),
	});
	await assert.rejects(client.get('/x'), isCancelled);
});

test('cancels one read by its own signal', async t => {
	const controller = new AbortController();
	const loopback = await serve(t, ({url}, response) => {
		if (url === '/hang') {
			controller.abort();
		} else {
			json(response, {});
		}
	});
	const client = loopback.client();
	await assert.rejects(client.get('/hang', {signal: controller.signal}), isCancelled);
	assert.equal(codeOf(await client.get('/x')), 'ok');
	const {signal} = new AbortController();
	const over = loopback.client({signal: controller.signal});
	await assert.rejects(over.get('/x', {signal}), isCancelled, 'the client’s own signal still counts');
	assert.equal(over.requestCount(), 0);
});

test('has at most three requests under way', async t => {
	let open = 0;
	let most = 0;
	const loopback = await serve(t, (_request, response) => {
		open += 1;
		most = Math.max(most, open);
		setTimeout(() => {
			open -= 1;
			json(response, {});
		}, 5);
	});
	const requests: string[] = [];
	const client = loopback.client({onRequest: ({method, path}) => requests.push(`${method} ${path}`)});
	await Promise.all(Array.from({length: 12}, async (_, index) => client.get(`/${index}`)));
	assert.equal(most, 3);
	assert.equal(client.requestCount(), 12);
	assert.deepEqual(requests.slice(0, 3), ['GET /0', 'GET /1', 'GET /2']);
});

test('never leaves the base URL', async t => {
	const loopback = await serve(t, (_request, response) => json(response, {}));
	const client = loopback.client();
	for (const path of [
		'//evil.example/x',
		'/\\evil.example/x',
		'https://evil.example/x',
		'x',
		'@evil.example',
	]) {
		await assert.rejects(client.get(path), TypeError);
	}

	assert.equal(loopback.received.length, 0);
});

test('puts the credential on requests to its own origin only', async t => {
	const loopback = await serve(t, (_request, response) => json(response, {}));
	const common = {
		userAgent: 'x',
		signal: new AbortController().signal,
		limits: {connect: 500, request: 500, bytes: 100},
	};
	for (const origin of [loopback.baseUrl.origin, 'https://mixpanel.com']) {
		const url = new URL('/x', loopback.baseUrl.origin);
		await exchange({...common, url, authorization: {origin, header: () => 'Basic x'}});
	}

	assert.deepEqual(
		loopback.received.map(({authorization}) => authorization),
		['Basic x', undefined],
	);
});

test('keeps the secret out of every error, in every encoding', async t => {
	const pair = Buffer.from(`${serviceAccount}:${canary}`).toString('base64');
	const forms = [
		canary,
		pair,
		Buffer.from(canary).toString('base64'),
		Buffer.from(canary).toString('hex'),
		encodeURIComponent(canary),
	];
	const loopback = await serve(t, (request, response) => {
		if (request.url === '/redirect') {
			response
				.writeHead(302, {location: `https://evil.example/${encodeURIComponent(canary)}?s=${pair}#${pair}`})
				.end();
		} else if (request.url === '/broken') {
			request.socket.destroy();
		} else {
			json(response, {error: [request.headers.authorization, ...forms]}, 403);
		}
	});
	const client = loopback.client({limits: {request: 500}});
	for (const path of ['/redirect', '/broken', '/echo']) {
		const answer = await client.get(path);
		assert.ok(answer.kind === 'failed' && answer.error instanceof MixpanelError);
		const seen = [
			inspect(answer, {depth: null, showHidden: true}),
			inspect(client, {depth: null, showHidden: true}),
			JSON.stringify(answer),
			answer.error.stack,
			String(answer.error.cause),
		].join('\n');
		for (const form of forms) {
			assert.equal(seen.includes(form), false);
		}

		assert.equal(Object.hasOwn(answer.error, 'options'), false);
	}
});

test('shows what Mixpanel says as one harmless line', async t => {
	const said = 'no\u001b[2J\r\nplan \u202eevil\u0007';
	const loopback = await serve(t, (_request, response) => json(response, {message: {reason: said}}, 403));
	const answer = await loopback.client().get('/x');
	assert.ok(answer.kind === 'failed');
	assert.match(answer.error.message, /Mixpanel says: no\\x1b\[2J\\x0d\\x0aplan <U\+202E>evil\\x07$/);
});
