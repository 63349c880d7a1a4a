import assert from 'node:assert/strict';
import test from 'node:test';
import {collectFacts} from '../../source/mixpanel/collect-facts.ts';
import {chooseOrganization, readIdentity} from '../../source/mixpanel/discover.ts';
import {isCancelled} from '../../source/mixpanel/mixpanel-error.ts';
import type {FactName, Identity, Read} from '../../source/types/facts.ts';
import {UserError} from '../../source/types/user-error.ts';
import {canary, type Handler, json, routes, serve, serviceAccount} from './loopback-server.ts';

const now = (): Date => new Date('2026-11-24T10:00:00Z');
const signal = new AbortController().signal;

const own = {
	id: 9001,
	username: serviceAccount,
	last_used: '2026-11-24T09:00:00Z',
	expires: '2026-12-24T09:00:00Z',
	created: '2026-11-01T08:00:00Z',
};

const me = {
	organizations: {7: {id: 7, name: 'Acme', role: 'admin'}},
	projects: {1: {name: 'Prod', organization_id: 7}, 2: {name: 'Test', organization_id: 7}},
};

const organization: Readonly<Record<string, unknown>> = {
	'/api/app/me': {status: 'ok', results: me},
	'/organizations/7/users/': {results: [{id: 1, email: 'ana@acme.example', name: 'Ana', role: 'owner'}]},
	'/organizations/7/teams': {results: [{id: 71, name: 'Analysts', member_count: 6}]},
	'/organizations/7/twofactor': {results: {enabled: true}},
	'/api/app/organizations/7/service-accounts': {results: [own]},
};

function project(id: number): Readonly<Record<string, unknown>> {
	const properties = `/api/app/projects/${id}/data-definitions/properties/?resourceType=`;
	return {
		[`/api/app/projects/${id}/service-accounts`]: {results: [{...own, role: 'admin'}]},
		[`${properties}Event`]: {results: [{name: 'ip', resourceType: 'Event', sensitive: false}]},
		[`${properties}User`]: {results: [{name: '$email', resourceType: 'User', sensitive: true}]},
		[`/api/app/projects/${id}/workspaces`]: {results: [{id: 42, name: 'All Project Data', is_global: true}]},
	};
}

const whole = {...organization, ...project(1), ...project(2)};

const everyFact: readonly FactName[] = [
	'identity',
	'users',
	'teams',
	'twoFactor',
	'serviceAccounts',
	'projectServiceAccounts',
	'properties',
	'dataViews',
];

test('reads every fact once, in order, with its progress', async t => {
	const loopback = await serve(t, routes(whole));
	const client = loopback.client();
	const identity = await readIdentity(client, now);
	assert.ok(identity.outcome === 'ok' && !identity.unauthorized);
	const told: FactName[] = [];
	const progress: string[] = [];
	const {facts, requests, unauthorized} = await collectFacts(client, {
		organizationId: '7',
		identity,
		serviceAccountName: serviceAccount,
		signal,
		now,
		onFact: name => told.push(name),
		onProgress: ({done, total}) => progress.push(`${done}/${total}`),
	});
	assert.deepEqual(told.toSorted(), everyFact.toSorted());
	assert.equal(told[0], 'identity');
	assert.deepEqual(Object.keys(facts).toSorted(), everyFact.toSorted());
	assert.ok(Object.values(facts).every(read => read.outcome === 'ok'));
	assert.equal(unauthorized, false);
	assert.equal(requests, 12);
	assert.deepEqual(
		progress,
		Array.from({length: 12}, (_, index) => `${index + 1}/12`),
	);
	const urls = loopback.received.map(({url}) => url);
	assert.equal(new Set(urls).size, urls.length);
	assert.ok(
		urls.every(url => !url.endsWith('/projects/')),
		'the project list carries secrets',
	);
	assert.ok(loopback.received.every(({method}) => method === 'GET'));

	const {properties, serviceAccounts} = facts;
	assert.ok(properties?.outcome === 'ok' && serviceAccounts?.outcome === 'ok');
	assert.equal(serviceAccounts.value[0]?.isOwn, true);
	assert.deepEqual(
		properties.value.map(({project, read}) => [
			project.name,
			read.outcome === 'ok' && read.value.map(({id}) => id),
		]),
		[
			['Prod', ['1:Event:ip', '1:User:%24email']],
			['Test', ['2:Event:ip', '2:User:%24email']],
		],
	);
	assert.equal(properties.evidence.length, 4);
	assert.deepEqual(properties.evidence[0], {
		source: 'api',
		detail: 'GET /api/app/projects/1/data-definitions/properties/',
		grade: 'provider',
		observedAt: '2026-11-24T10:00:00Z',
		outcome: 'ok',
	});
	assert.ok(!JSON.stringify(facts).includes(canary));
});

function ok(value: Identity): Read<Identity> {
	return {outcome: 'ok', value, evidence: []};
}

async function collect(
	t: test.TestContext,
	handler: Handler,
	options: {
		readonly identity?: Read<Identity>;
		readonly projectId?: string;
		readonly signal?: AbortSignal;
	} = {},
): Promise<{
	readonly collection: Awaited<ReturnType<typeof collectFacts>>;
	readonly urls: readonly string[];
}> {
	const loopback = await serve(t, handler);
	const client = loopback.client();
	const identity = options.identity ?? (await readIdentity(client, now));
	const collection = await collectFacts(client, {
		organizationId: '7',
		serviceAccountName: serviceAccount,
		signal,
		now,
		...options,
		identity,
	});
	return {collection, urls: loopback.received.map(({url}) => url)};
}

test('keeps a project that cannot be read in the list, with its reason', async t => {
	const handler: Handler = (request, response) => {
		if (request.url === '/api/app/projects/2/workspaces') {
			json(response, {status: 'error', error: 'plan'}, 403);
		} else if (
			request.url?.startsWith('/api/app/projects/1/data-definitions/properties/?resourceType=User')
		) {
			json(response, {results: [{name: 'ip', resourceType: 'Event'}]});
		} else {
			routes(whole)(request, response);
		}
	};
	const {collection} = await collect(t, handler);
	const {dataViews, properties} = collection.facts;
	assert.ok(dataViews?.outcome === 'ok' && properties?.outcome === 'ok');
	assert.deepEqual(
		dataViews.value.map(({read}) => read.outcome),
		['ok', 'denied'],
	);
	assert.deepEqual(
		properties.value.map(({read}) => read.outcome),
		['unreadable', 'ok'],
	);
	assert.equal(collection.unauthorized, false);
});

test('stops at a 401, and leaves the rest denied without asking', async t => {
	let asked = 0;
	const handler: Handler = (request, response) => {
		asked += 1;
		if (request.url === '/api/app/projects/1/service-accounts') {
			json(response, {error: 'expired'}, 401);
		} else if (request.url !== '/api/app/projects/2/service-accounts') {
			routes(whole)(request, response);
		}
		// The second project's read hangs until the 401 ends it.
	};
	const {collection} = await collect(t, handler);
	assert.equal(collection.unauthorized, true);
	const {users, projectServiceAccounts, properties, dataViews} = collection.facts;
	assert.equal(users?.outcome, 'ok');
	for (const fact of [projectServiceAccounts, properties, dataViews]) {
		assert.ok(fact?.outcome === 'ok');
		assert.equal(fact.value.length, 2);
	}

	assert.ok(projectServiceAccounts?.outcome === 'ok' && dataViews?.outcome === 'ok');
	assert.deepEqual(
		projectServiceAccounts.value.map(({read}) => read.outcome),
		['denied', 'denied'],
	);
	assert.deepEqual(
		dataViews.value.map(({read}) => read.outcome === 'denied' && read.evidence[0]?.outcome),
		['skipped', 'skipped'],
	);
	assert.ok(asked < 10);
});

test('tells a refused credential from other failures of /me', async t => {
	const refused = await serve(t, (_request, response) => json(response, {}, 401));
	const {outcome, unauthorized} = await readIdentity(refused.client(), now);
	assert.deepEqual({outcome, unauthorized}, {outcome: 'denied', unauthorized: true});
	const denied = await serve(t, (_request, response) => json(response, {}, 403));
	const read = await readIdentity(denied.client(), now);
	assert.deepEqual(
		{outcome: read.outcome, unauthorized: read.unauthorized},
		{outcome: 'denied', unauthorized: false},
	);
});

test('reads the organization when /me fails, and fails the projects with it', async t => {
	const {collection} = await collect(t, routes({...whole, '/api/app/me': {surprise: true}}));
	const {users, properties, dataViews, identity} = collection.facts;
	assert.equal(users?.outcome, 'ok');
	assert.equal(identity?.outcome, 'unreadable');
	assert.ok(properties?.outcome === 'unreadable' && dataViews?.outcome === 'unreadable');
	assert.equal(properties.evidence[0]?.detail, 'GET /api/app/me');
});

test('uses the given project only when /me lists none', async t => {
	const none = ok({organizations: [], projects: []});
	const without = await collect(t, routes(whole), {identity: none});
	assert.equal(without.collection.facts.properties?.outcome, 'not_found');
	const given = await collect(t, routes(whole), {identity: none, projectId: '2'});
	const {dataViews} = given.collection.facts;
	assert.deepEqual(dataViews?.outcome === 'ok' && dataViews.value.map(({project}) => project.id), ['2']);
	const listed = await collect(t, routes(whole), {projectId: '99'});
	assert.ok(listed.urls.every(url => !url.includes('/99/')));
});

test('asks about the projects of this organization only', async t => {
	const loopback = await serve(
		t,
		routes({
			'/api/app/me': {
				organizations: {7: {name: 'Acme'}, 8: {name: 'Other'}},
				projects: {
					1: {name: 'Prod', organization_id: 7},
					3: {name: 'Theirs', organization_id: 8},
					4: {name: 'Whose'},
				},
			},
		}),
	);
	const identity = await readIdentity(loopback.client(), now);
	const {collection, urls} = await collect(t, routes(whole), {identity});
	const {dataViews} = collection.facts;
	assert.ok(dataViews?.outcome === 'ok');
	assert.deepEqual(
		dataViews.value.map(({project, read}) => [project.id, read.outcome]),
		[
			['1', 'ok'],
			['4', 'unreadable'],
		],
	);
	assert.ok(urls.every(url => !url.includes('/projects/3') && !url.includes('/projects/4')));
});

test('rejects as cancelled, and tells of nothing afterwards', async t => {
	const controller = new AbortController();
	const loopback = await serve(t, (request, response) => {
		if (request.url === '/organizations/7/teams') {
			controller.abort();
		} else {
			routes(whole)(request, response);
		}
	});
	const client = loopback.client();
	const identity = await readIdentity(client, now);
	const told: FactName[] = [];
	await assert.rejects(
		collectFacts(client, {
			organizationId: '7',
			identity,
			serviceAccountName: serviceAccount,
			signal: controller.signal,
			now,
			onFact: name => told.push(name),
		}),
		isCancelled,
	);
	const before = told.length;
	await new Promise(resolve => setImmediate(resolve));
	assert.equal(told.length, before);
	assert.ok(!told.includes('dataViews'));
});

test('refuses ids that are no numbers before anything is sent', async t => {
	const loopback = await serve(t, routes(whole));
	const common = {
		identity: ok({organizations: [], projects: []}),
		serviceAccountName: serviceAccount,
		signal,
		now,
	};
	for (const ids of [
		{organizationId: '7/../8'},
		{organizationId: '7', projectId: '../x'},
		{organizationId: ''},
	]) {
		await assert.rejects(
			collectFacts(loopback.client(), {...common, ...ids}),
			error => error instanceof UserError && error.exitCode === 2,
		);
	}

	assert.equal(loopback.received.length, 0);
});

test('never lets the values of answers that carry secrets surface', async t => {
	const secrets = {token: 'tok-123456789', api_key: 'key-123456789', api_secret: 'sec-123456789'};
	const handler = routes({
		...whole,
		'/api/app/me': {results: {...me, projects: {1: {name: 'Prod', organization_id: 7, ...secrets}}}},
		'/api/app/organizations/7/service-accounts': {results: [{...own, ...secrets}]},
		'/organizations/7/twofactor': {results: {enabled: true, ...secrets}},
	});
	const {collection} = await collect(t, handler);
	assert.ok(!/(?:tok|key|sec)-123456789/.test(JSON.stringify(collection)));
});

test('keeps three requests under way as long as there is something to ask', async t => {
	const listed = Array.from({length: 20}, (_, index) => [index + 1, {name: 'x', organization_id: 7}]);
	const held: (() => void)[] = [];
	const loopback = await serve(t, ({url = ''}, response) => {
		if (url === '/api/app/me') {
			json(response, {organizations: me.organizations, projects: Object.fromEntries(listed)});
			return;
		}

		// Nothing is answered until three are waiting: with fewer under way this would never end.
		held.push(() => json(response, {results: []}));
		if (held.length === 3) {
			for (const answer of held.splice(0)) {
				answer();
			}
		}
	});
	const client = loopback.client();
	const identity = await readIdentity(client, now);
	const {requests} = await collectFacts(client, {
		organizationId: '7',
		identity,
		serviceAccountName: serviceAccount,
		signal,
		now,
	});
	assert.equal(requests, 84);
});

const organizations = [
	{id: '7', name: me.organizations[7].name, role: 'admin'},
	{id: '9007199254740993', name: 'Other', role: null},
];

test('chooses an organization, or says why not', async t => {
	const loopback = await serve(
		t,
		routes({'/api/app/me': {organizations: {7: organizations[0], '9007199254740993': {name: 'Other'}}}}),
	);
	const identity = await readIdentity(loopback.client(), now);
	assert.ok(identity.outcome === 'ok');
	const both = identity.value;
	assert.deepEqual(chooseOrganization(both, null), {kind: 'several', organizations});
	assert.deepEqual(chooseOrganization(both, '9007199254740993'), {
		kind: 'chosen',
		organization: organizations[1],
	});
	assert.deepEqual(chooseOrganization(both, '9007199254740992'), {
		kind: 'not_listed',
		askedId: '9007199254740992',
	});
	const one = {...both, organizations: both.organizations.slice(0, 1)};
	assert.deepEqual(chooseOrganization(one, null), {kind: 'chosen', organization: organizations[0]});
	const none = {...both, organizations: []};
	assert.deepEqual(chooseOrganization(none, null), {kind: 'none'});
	assert.deepEqual(chooseOrganization(none, '7'), {kind: 'not_listed', askedId: '7'});
});
