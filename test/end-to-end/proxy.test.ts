import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {createServer, request as httpRequest, type Server} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import {connect} from 'node:net';
import path from 'node:path';
import type {Duplex} from 'node:stream';
import {describe, type TestContext, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {exchange} from '../../source/mixpanel/exchange.ts';
import {chooseProxy, createProxyAgent} from '../../source/mixpanel/proxy.ts';
import {readCheck} from './check-json.ts';
import {run, startSimulate, temporaryDirectory, type Variables, whenOver} from './program.ts';

const fixtures = path.join(import.meta.dirname, '../mixpanel/fixtures');
const certificate = path.join(fixtures, 'mixpanel-com.cert.pem');

/** Preloaded: nothing but loopback addresses is ever connected to. */
const guard = `import net from 'node:net';
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
	const [options] = Array.isArray(args[0]) ? args[0] : args;
	if (!['127.0.0.1', '::1'].includes(options?.host)) throw new Error('led to ' + options?.host);
	return connect.apply(this, args);
};
`;

async function listen(test: TestContext, server: Server): Promise<number> {
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	whenOver(test, async () => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	assert.ok(typeof address === 'object' && address !== null);
	return address.port;
}

/** The port of a server that is mixpanel.com by its certificate and hands every request on to the simulated one. */
async function startMixpanel(test: TestContext, baseUrl: string): Promise<number> {
	const server = createTlsServer(
		{
			key: await readFile(path.join(fixtures, 'mixpanel-com.key.pem')),
			cert: await readFile(certificate),
		},
		({method, url = '/', headers}, response) => {
			const {host: _, ...passed} = headers;
			httpRequest(new URL(url, baseUrl), {method, headers: passed}, answer => {
				response.writeHead(answer.statusCode ?? 500, answer.headers);
				answer.pipe(response);
			}).end();
		},
	);
	return listen(test, server);
}

/** A proxy that does as told with each CONNECT, and what it was asked. */
async function startProxy(
	test: TestContext,
	answer: (client: Duplex) => void,
): Promise<{readonly address: string; readonly asked: readonly string[]}> {
	const asked: string[] = [];
	const server = createServer().on('connect', ({url = '', headers}, client) => {
		asked.push(`${url} ${headers['proxy-authorization'] ?? ''} ${headers.authorization ?? ''}`.trim());
		client.on('error', () => undefined);
		whenOver(test, async () => client.destroy());
		answer(client);
	});
	return {address: `127.0.0.1:${await listen(test, server)}`, asked};
}

async function environmentOf(test: TestContext, more: Variables): Promise<Variables> {
	const file = path.join(await temporaryDirectory(test), 'guard.mjs');
	await writeFile(file, guard);
	return {
		NODE_OPTIONS: `--import=${pathToFileURL(file).href}`,
		NODE_EXTRA_CA_CERTS: certificate,
		MIXPANEL_SERVICE_ACCOUNT: 'someone.1a2b3c.mp-service-account',
		MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-secret',
		...more,
	};
}

const json = ['check', '--format', 'json'];

describe('a proxy', {concurrency: 2}, () => {
	test('named in HTTPS_PROXY carries every request to Mixpanel, encrypted from end to end', async test => {
		const {baseUrl, organizationId, environment} = await startSimulate(test);
		const mixpanel = await startMixpanel(test, baseUrl);
		const {address, asked} = await startProxy(test, client => {
			const server = connect({host: '127.0.0.1', port: mixpanel});
			server
				.on('error', () => client.destroy())
				.on('connect', () => {
					client.write('HTTP/1.1 200 Connection established\r\n\r\n');
					client.pipe(server).pipe(client);
				});
			client.on('close', () => server.destroy());
		});
		const {stdout, stderr, code} = await run(
			json,
			await environmentOf(test, {
				...environment,
				MIXPANEL_BASE_URL: 'https://mixpanel.com',
				HTTPS_PROXY: `http://me:pass-canary@${address}`,
			}),
		);
		assert.equal(stderr, '');
		assert.equal(code, 1);
		const {target} = readCheck(stdout);
		assert.equal(target.organizationId, organizationId);
		assert.equal(target.simulated, false);
		assert.ok(asked.length > 0);
		// Name and password are the proxy's own; what is meant for Mixpanel is inside.
		const basic = `Basic ${Buffer.from('me:pass-canary').toString('base64')}`;
		assert.deepEqual(new Set(asked), new Set([`mixpanel.com:443 ${basic}`]));
		assert.ok(!stdout.includes('pass-canary'));
	});

	test('is never asked for a server on this machine', async test => {
		const {environment} = await startSimulate(test);
		const {address, asked} = await startProxy(test, client => client.destroy());
		const proxies = {HTTPS_PROXY: `http://${address}`, HTTP_PROXY: `http://${address}`};
		const {stderr, code} = await run(json, {...environment, ...proxies});
		assert.equal(code, 1);
		assert.equal(stderr, '');
		assert.deepEqual(asked, []);
	});

	test('that refuses is named, without its password', async test => {
		const {address} = await startProxy(test, client =>
			client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
		);
		const {stdout, stderr, code} = await run(
			json,
			await environmentOf(test, {https_proxy: `http://me:pass-canary@${address}`}),
		);
		assert.equal(code, 4);
		assert.match(stderr, /no usable answer[^\n]*\n[^\n]*proxy of HTTPS_PROXY let nothing through/);
		assert.ok(!`${stdout}${stderr}`.includes('pass-canary'));
	});

	test('that accepts and then keeps silent is given up', async test => {
		const {address} = await startProxy(test, client =>
			client.write('HTTP/1.1 200 Connection established\r\n\r\n'),
		);
		const proxy = createProxyAgent(1000, {HTTPS_PROXY: `http://${address}`}, '24.21.0');
		const answer = await exchange({
			url: new URL('https://mixpanel.com/api/app/me'),
			authorization: {origin: 'https://mixpanel.com', header: () => 'Basic canary'},
			userAgent: 'test',
			signal: new AbortController().signal,
			limits: {connect: 50, request: 10_000, bytes: 1000},
			proxy,
		});
		assert.deepEqual(answer, {kind: 'timeout', phase: 'connect', mayHaveArrived: false});
	});

	test('that cannot be used is warned of, and Mixpanel asked directly', async test => {
		for (const [name, value, said] of [
			['HTTPS_PROXY', 'socks5://127.0.0.1:1', /names no proxy that can be used/],
			['HTTP_PROXY', 'http://127.0.0.1:1', /HTTP_PROXY is set and HTTPS_PROXY is not/],
		] as const) {
			const {stderr, code} = await run(['check', '--quiet'], await environmentOf(test, {[name]: value}));
			assert.match(stderr, /^Warning: /);
			assert.match(stderr, said);
			assert.equal(code, 4);
		}
	});
});

test('which proxy is used follows the environment and what Node can do', () => {
	const proxy = {HTTPS_PROXY: 'http://proxy.example:8080', no_proxy: '.internal'};
	const used = {
		kind: 'used',
		url: 'http://proxy.example:8080',
		except: '.internal',
		place: 'proxy.example:8080',
	};
	for (const version of ['24.5.0', '24.21.0', '25.0.0', '22.21.0']) {
		assert.deepEqual(chooseProxy(proxy, version), used);
	}

	for (const version of ['22.13.0', '23.11.1', '24.4.1']) {
		const choice = chooseProxy(proxy, version);
		assert.ok(choice.kind === 'ignored');
		assert.match(choice.why, new RegExp(`Node ${version} cannot use it`));
	}

	assert.deepEqual(chooseProxy({HTTPS_PROXY: ' '}, '24.21.0'), {kind: 'none'});
	assert.equal(chooseProxy({HTTPS_PROXY: 'nonsense'}, '24.21.0').kind, 'ignored');
});
