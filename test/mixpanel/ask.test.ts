import assert from 'node:assert/strict';
import test from 'node:test';
import {ask} from '../../source/mixpanel/ask.ts';
import {
	serviceAccountsQuestion,
	teamsQuestion,
	twoFactorQuestion,
	usersQuestion,
} from '../../source/mixpanel/facts/organization-facts.ts';
import {json, routes, serve, serviceAccount} from './loopback-server.ts';

const now = (): Date => new Date('2026-11-24T10:00:00Z');
const users = [{id: 1, email: 'ana@acme.example', name: 'Ana', role: 'owner'}];
const row = {source: 'api', grade: 'provider', observedAt: '2026-11-24T10:00:00Z'};

test('finds an organization route at the root', async t => {
	const loopback = await serve(
		t,
		routes({'/organizations/7/twofactor': {status: 'ok', results: {enabled: true}}}),
	);
	const client = loopback.client();
	const {read} = await ask(client, twoFactorQuestion('7'), {now});
	assert.deepEqual(read, {
		outcome: 'ok',
		value: {candidates: [{key: 'enabled', value: true}]},
		evidence: [{...row, detail: 'GET /organizations/7/twofactor', outcome: 'ok'}],
	});
	assert.equal(loopback.received.length, 1);
});

test('finds an organization route under /api/app, and goes there at once the next time', async t => {
	const loopback = await serve(
		t,
		routes({'/api/app/organizations/7/users/': users, '/organizations/7/teams': {results: []}}),
	);
	const client = loopback.client();
	const first = await ask(client, usersQuestion('7'), {now});
	assert.equal(first.read.outcome, 'ok');
	assert.deepEqual(first.read.evidence, [
		{...row, detail: 'GET /organizations/7/users/', outcome: 'not_found'},
		{...row, detail: 'GET /api/app/organizations/7/users/', outcome: 'ok'},
	]);
	const again = await ask(client, usersQuestion('7'), {now});
	assert.deepEqual(again.read.evidence, [
		{...row, detail: 'GET /api/app/organizations/7/users/', outcome: 'ok'},
	]);
	// Each route by itself: teams still live at the root.
	assert.equal((await ask(client, teamsQuestion('7'), {now})).read.outcome, 'ok');
	assert.deepEqual(
		loopback.received.map(({url}) => url),
		[
			'/organizations/7/users/',
			'/api/app/organizations/7/users/',
			'/api/app/organizations/7/users/',
			'/organizations/7/teams',
		],
	);
});

const atRoot = {
	'405': [405, ''],
	'a web page': [200, '<html>'],
	'a redirect to log in': [302, ''],
} as const;

for (const [name, [status, body]] of Object.entries(atRoot)) {
	test(`looks under /api/app after ${name} at the root`, async t => {
		const loopback = await serve(t, ({url}, response) => {
			if (url === '/api/app/organizations/7/users/') {
				json(response, users);
			} else {
				response.writeHead(status, status === 302 ? {location: '/login/'} : {}).end(body);
			}
		});
		assert.equal((await ask(loopback.client(), usersQuestion('7'), {now})).read.outcome, 'ok');
	});
}

test('does not look elsewhere after 403, and says so', async t => {
	const loopback = await serve(t, (_request, response) => json(response, {error: 'needs a plan'}, 403));
	const {read, unauthorized} = await ask(loopback.client(), usersQuestion('7'), {now});
	assert.equal(loopback.received.length, 1);
	assert.ok(read.outcome === 'denied' && !unauthorized);
	assert.equal(
		read.reason,
		'GET /organizations/7/users/: Not permitted for this service account (HTTP 403). Mixpanel says: needs a plan. It takes a service account made in Settings → Org → Service Accounts with the role Admin.',
	);
});

test('is not found when neither place knows the route, and tells the better reason', async t => {
	const nowhere = await serve(t, routes({}));
	const {read} = await ask(nowhere.client(), usersQuestion('7'), {now});
	assert.equal(read.outcome, 'not_found');
	assert.deepEqual(
		read.evidence.map(({outcome}) => outcome),
		['not_found', 'not_found'],
	);

	const hidden = await serve(t, ({url = ''}, response) => {
		response.writeHead(url.startsWith('/api') ? 404 : 302, {location: '/login'}).end();
	});
	assert.equal((await ask(hidden.client(), usersQuestion('7'), {now})).read.outcome, 'denied');
});

test('says which field keeps an answer from being read', async t => {
	const account = {id: 1, username: 'x', last_used: null, created: '2026-01-01T00:00:00Z'};
	const loopback = await serve(t, (_request, response) => json(response, {status: 'ok', results: [account]}));
	const {read} = await ask(loopback.client(), serviceAccountsQuestion('7', serviceAccount), {now});
	assert.ok(read.outcome === 'unreadable');
	assert.match(read.reason, /^GET \/api\/app\/organizations\/7\/service-accounts: .*“expires” is missing/);
	assert.equal(read.evidence[0]?.outcome, 'unreadable');
	assert.equal(read.evidence[0]?.grade, 'documented');
});

test('takes an error in a 200 for no answer, and shows it harmlessly', async t => {
	const loopback = await serve(t, (_request, response) =>
		json(response, {status: 'error', error: ['bad\u001b[31m', {why: 'thing'}], results: []}),
	);
	const {read} = await ask(loopback.client(), teamsQuestion('7'), {now});
	assert.ok(read.outcome === 'unreadable');
	assert.match(read.reason, /reports an error: bad\\x1b\[31m; thing$/);
});

test('joins the pages of a list', async t => {
	const pages: Readonly<Record<string, unknown>> = {
		'/organizations/7/teams': {results: [{id: 1, name: 'a'}], pagination: {page_size: 1, next_cursor: 'b&c'}},
		'/organizations/7/teams?page_size=1&cursor=b%26c': {
			results: [{id: 2, name: 'b'}],
			pagination: {page_size: 1, next_cursor: null},
		},
	};
	const loopback = await serve(t, routes(pages));
	const {read} = await ask(loopback.client(), teamsQuestion('7'), {now});
	assert.deepEqual(read.outcome === 'ok' && read.value.map(({id}) => id), ['1', '2']);
	assert.deepEqual(read.evidence, [{...row, detail: 'GET /organizations/7/teams', outcome: 'ok'}]);
});

const paging: Readonly<Record<string, unknown>> = {
	'a cursor that comes back': {results: [], pagination: {next_cursor: 'again'}},
	'a cursor of the wrong kind': {results: [], pagination: {next_cursor: 7}},
	'an empty cursor': {results: [], pagination: {next_cursor: ''}},
	'paging of the wrong kind': {results: [], pagination: 'yes'},
	'a page that is no list': {results: {}, pagination: {next_cursor: 'b'}},
};

for (const [name, body] of Object.entries(paging)) {
	test(`gives no list for ${name}`, async t => {
		const loopback = await serve(t, (_request, response) => json(response, body));
		assert.equal((await ask(loopback.client(), teamsQuestion('7'), {now})).read.outcome, 'unreadable');
		assert.ok(loopback.received.length <= 2);
	});
}

test('gives no list for pages that never end, and none when a page is denied', async t => {
	let page = 0;
	const endless = await serve(t, (_request, response) => {
		page += 1;
		const results = Array.from({length: 9000}, (_, index) => ({id: page * 10_000 + index, name: 'x'}));
		json(response, {results, pagination: {next_cursor: String(page)}});
	});
	assert.equal((await ask(endless.client(), teamsQuestion('7'), {now})).read.outcome, 'unreadable');
	assert.equal(endless.received.length, 6);

	const denied = await serve(t, ({url = ''}, response) => {
		json(response, {results: [], pagination: {next_cursor: 'x'}}, url.includes('cursor') ? 403 : 200);
	});
	assert.equal((await ask(denied.client(), teamsQuestion('7'), {now})).read.outcome, 'denied');

	const refused = await serve(t, ({url = ''}, response) => {
		json(response, {results: [], pagination: {next_cursor: 'x'}}, url.includes('cursor') ? 401 : 200);
	});
	assert.equal((await ask(refused.client(), teamsQuestion('7'), {now})).unauthorized, true);
});
