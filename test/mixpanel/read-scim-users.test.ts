import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {type TestContext, test} from 'node:test';
import {parseBaseUrl} from '../../source/mixpanel/base-url.ts';
import {readScimUsers} from '../../source/mixpanel/read-scim-users.ts';
import {Secret} from '../../source/types/secret.ts';

const list = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const token = 'practice-scim-token';

async function answered(t: TestContext, status: number, body: string) {
	const authorizations: (string | undefined)[] = [];
	const server = createServer((request, response) => {
		authorizations.push(request.headers.authorization);
		response.writeHead(status, {'content-type': 'application/scim+json'}).end(body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(() => {
		server.close();
		server.closeAllConnections();
	});
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	const read = await readScimUsers(new Secret(token), {
		baseUrl: parseBaseUrl(`http://127.0.0.1:${port}`),
		version: '0.0.0',
		signal: new AbortController().signal,
		now: () => new Date('2026-11-24T10:00:00Z'),
	});
	return {read, authorizations};
}

test('the token is sent as Bearer, and a list of users is reduced to their number', async t => {
	const body = JSON.stringify({
		schemas: [list],
		totalResults: 2,
		Resources: [{userName: 'ana@acme.example'}, {}],
	});
	const {read, authorizations} = await answered(t, 200, body);
	assert.deepEqual(authorizations, [`Bearer ${token}`]);
	assert.deepEqual(read.outcome === 'ok' && read.value, {total: 2});
	assert.equal(read.evidence[0]?.grade, 'documented');
});

test('an empty list, and one without a number, is still an answer', async t => {
	const empty = await answered(t, 200, JSON.stringify({schemas: [list], totalResults: 0}));
	assert.deepEqual(empty.read.outcome === 'ok' && empty.read.value, {total: 0});
	const bare = await answered(t, 200, JSON.stringify({schemas: [list], Resources: []}));
	assert.deepEqual(bare.read.outcome === 'ok' && bare.read.value, {total: null});
});

test('anything else is no proof: refused, not there, a page, another shape, and the token said back', async t => {
	const cases: readonly (readonly [number, string, string])[] = [
		[401, `{"detail":"bad ${token}","error":"bad ${token}"}`, 'denied'],
		[403, '{}', 'denied'],
		[404, '{}', 'not_found'],
		[200, '<html></html>', 'unreadable'],
		[200, '{"status":"ok","results":[]}', 'unreadable'],
		[200, '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"totalResults":1}', 'unreadable'],
		[200, `{"schemas":["${list}"]}`, 'unreadable'],
		[200, `{"schemas":["${list}"],"totalResults":-1}`, 'unreadable'],
		[418, `{"error":"${token}"}`, 'unreadable'],
	];
	for (const [status, body, outcome] of cases) {
		const {read} = await answered(t, status, body);
		assert.equal(read.outcome, outcome, body);
		assert.ok(!JSON.stringify(read).includes(token));
	}
});
