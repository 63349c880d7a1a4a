import assert from 'node:assert/strict';
import {createServer} from 'node:net';
import {test} from 'node:test';
import {ask} from '../../source/mixpanel/ask.ts';
import {defaultLimits} from '../../source/mixpanel/client.ts';
import {
	identityQuestion,
	serviceAccountsQuestion,
	teamsQuestion,
	twoFactorQuestion,
	usersQuestion,
} from '../../source/mixpanel/facts/organization-facts.ts';
import {
	dataViewsQuestion,
	projectServiceAccountsQuestion,
	propertiesQuestion,
} from '../../source/mixpanel/facts/project-facts.ts';
import {json, serve} from './loopback-server.ts';

const now = (): Date => new Date('2026-11-24T10:00:00Z');

test('the limits are those that were decided', () => {
	assert.deepEqual(defaultLimits, {
		connect: 5000,
		request: 30_000,
		slowRequest: 135_000,
		bytes: 10_485_760,
		concurrency: 3,
	});
});

test('only who the key is and the lists of the organization may take long', () => {
	const slow = [identityQuestion, usersQuestion('7'), teamsQuestion('7'), serviceAccountsQuestion('7', 'x')];
	const normal = [
		twoFactorQuestion('7'),
		projectServiceAccountsQuestion('1', 'x'),
		propertiesQuestion('1', 'User'),
		dataViewsQuestion('1'),
	];
	assert.deepEqual([...new Set(slow.map(({timeout}) => timeout))], ['slow']);
	assert.deepEqual([...new Set(normal.map(({timeout}) => timeout))], ['normal']);
});

test('a list whose pages are always new ends after a thousand', async t => {
	const loopback = await serve(t, (_request, response) => json(response, {}));
	let page = 0;
	// A thousand answers over the wire would take seconds and show nothing more.
	const client = {
		...loopback.client(),
		get: async () => {
			page += 1;
			return {kind: 'ok', value: {results: [], pagination: {next_cursor: String(page)}}} as const;
		},
	};
	const {read} = await ask(client, teamsQuestion('7'), {now});
	assert.ok(read.outcome === 'unreadable');
	assert.match(read.reason, /too many pages/);
	assert.equal(page, 1001);
});

test('a server that takes a connection and never encrypts it is given up as no connection', async t => {
	const sockets = new Set<{readonly destroy: () => unknown}>();
	const server = createServer(socket => void sockets.add(socket));
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	t.after(() => {
		for (const socket of sockets) {
			socket.destroy();
		}

		server.close();
	});
	const address = server.address();
	assert.ok(address !== null && typeof address === 'object');
	const loopback = await serve(t, (_request, response) => json(response, {}));
	const client = loopback.client({
		baseUrl: {kind: 'simulated', origin: `https://127.0.0.1:${address.port}`},
		limits: {connect: 100, request: 20_000},
	});
	const answer = await client.get('/x');
	assert.ok(answer.kind === 'failed');
	assert.equal(answer.failure, 'timeout');
	assert.match(answer.error.message, /No connection in time/);
});
