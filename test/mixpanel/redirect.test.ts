import assert from 'node:assert/strict';
import test from 'node:test';
import {judgeRedirect} from '../../source/mixpanel/redirect.ts';
import {json, serve} from './loopback-server.ts';

test('follows a redirect that only adds or takes a final slash, query and all', async t => {
	const loopback = await serve(t, ({url = ''}, response) => {
		if (url === '/a?x=1') {
			response.writeHead(301, {location: '/a/?x=1'}).end();
		} else if (url === '/b/') {
			response.writeHead(308, {location: `${loopback.baseUrl.origin}/b`}).end();
		} else {
			json(response, {url});
		}
	});
	const client = loopback.client();
	assert.deepEqual(await client.get('/a?x=1'), {kind: 'ok', value: {url: '/a/?x=1'}});
	assert.deepEqual(await client.get('/b/'), {kind: 'ok', value: {url: '/b'}});
	assert.ok(
		loopback.received.every(({method, authorization}) => method === 'GET' && authorization !== undefined),
	);
});

test('stops after three slash redirects', async t => {
	const loopback = await serve(t, ({url = ''}, response) => {
		response.writeHead(301, {location: url.endsWith('/') ? url.slice(0, -1) : `${url}/`}).end();
	});
	const answer = await loopback.client().get('/a');
	assert.equal(answer.kind === 'failed' && answer.failure, 'unreadable');
	assert.equal(loopback.received.length, 4);
});

for (const status of [301, 302, 303, 307, 308]) {
	test(`does not carry the credential to another server on a ${status}`, async t => {
		const trap = await serve(t, (_request, response) => json(response, {trapped: true}));
		const loopback = await serve(t, (_request, response) => {
			response.writeHead(status, {location: `${trap.baseUrl.origin}/a/?token=hidden`}).end();
		});
		const answer = await loopback.client().get('/a');
		assert.ok(answer.kind === 'failed');
		assert.equal(answer.failure, 'unreadable');
		assert.equal(answer.error.status, status);
		assert.ok(answer.error.message.includes(`${trap.baseUrl.origin}/a/`));
		assert.ok(!answer.error.message.includes('hidden'));
		assert.deepEqual(trap.received, []);
	});
}

test('takes a redirect to a log-in page for no access', async t => {
	const loopback = await serve(t, (_request, response) => {
		response.writeHead(302, {location: '/login/?next=/organizations/1'}).end();
	});
	const answer = await loopback.client().get('/organizations/1/users/');
	assert.ok(answer.kind === 'failed' && answer.isElsewhere);
	assert.equal(answer.failure, 'denied');
	assert.equal(loopback.received.length, 1);
});

const from = new URL('https://mixpanel.com/api/app/x?a=1');

const judged = [
	['/api/app/x/?a=1', 'slash'],
	['https://mixpanel.com:443/api/app/x/?a=1', 'slash'],
	['/api/app/x/', 'refused'],
	['/api/app/x?a=1', 'refused'],
	['/api/app/x//?a=1', 'refused'],
	['/api/app/y/?a=1', 'refused'],
	['http://mixpanel.com/api/app/x/?a=1', 'refused'],
	['https://mixpanel.com:8443/api/app/x/?a=1', 'refused'],
	['https://eu.mixpanel.com/api/app/x/?a=1', 'refused'],
	['https://a:b@mixpanel.com/api/app/x/?a=1', 'refused'],
	['//evil.example/api/app/x/?a=1', 'refused'],
	['javascript:alert(1)', 'refused'],
	['http://[', 'refused'],
	[undefined, 'refused'],
	['/signin', 'login'],
	['/request_access/', 'login'],
	['https://sso.example/log-in', 'login'],
	['/blogging', 'refused'],
] as const;

for (const [location, kind] of judged) {
	test(`judges a redirect to ${location} as ${kind}`, () => {
		assert.equal(judgeRedirect(from, location).kind, kind);
	});
}

test('names a target without its query, fragment or password', () => {
	const redirect = judgeRedirect(from, 'https://me:pass@evil.example/a/b?token=1#part');
	assert.deepEqual(redirect, {kind: 'refused', target: 'https://evil.example/a/b'});
});
