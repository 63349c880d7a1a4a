import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import type {Simulator} from '../../source/training/start-simulator.ts';
import {at, type CallOptions, call, rowsOf, simulatorFor} from './call.ts';

type Options = Parameters<typeof simulatorFor>[1];

describe('service accounts of a simulated organization', () => {
	it('are seven, as planted, with dates relative to the start', async test => {
		const {list} = await setUp(test);
		const rows = await list();
		assert.equal(rows.length, 7);
		const find = (name: string) => rows.find(row => String(row['username']).startsWith(`${name}.`));
		assert.equal(find('etl')?.['expires'], null);
		assert.equal(find('support')?.['expires'], '2026-11-21T12:00:00Z');
		assert.equal(find('support')?.['org_role'], 'owner');
		assert.equal(find('partner-sync')?.['last_used'], null);
		assert.equal(find('old-export')?.['last_used'], '2026-05-08T12:00:00Z');
		assert.ok(rows.every(row => Number.isInteger(row['id']) && !('token' in row) && !('secret' in row)));
	});

	it('are shown one by one', async test => {
		const {send, list} = await setUp(test);
		const [first] = await list();
		const {body} = await send(`/${first?.['id']}`);
		assert.deepEqual(at(body, 'results'), first);
		assert.equal((await send('/1')).status, 404);
	});

	it('show their role in each project, and how they came by it', async test => {
		const {simulator, projects} = await setUp(test);
		const rows = rowsOf(await call(simulator, `/api/app/projects/${projects[2]}/service-accounts`));
		const seen = rows.map(row => [String(row['username']).split('.')[0], row['role'], row['target_type']]);
		assert.deepEqual(seen, [
			['practice-wizard', 'admin', 'organization'],
			['support', 'owner', 'organization'],
			['partner-sync', 'consumer', 'individual'],
			['reporting', 'consumer', 'team'],
		]);
		assert.ok(rows.every(row => typeof row['hasSensitiveAccess'] === 'boolean' && !('org_role' in row)));
	});

	it('are created with a secret that is shown once and works', async test => {
		const {simulator, send, list, projects} = await setUp(test);
		const created = await send('', {
			method: 'POST',
			body: {
				username: 'etl-next',
				role: 'consumer',
				expires: '2027-02-22T00:00:00Z',
				projects: [{id: projects[0], role: 'analyst'}],
			},
		});
		assert.equal(created.status, 201);
		const username = String(at(created.body, 'results', 'username'));
		const secret = String(at(created.body, 'results', 'token'));
		assert.match(username, /^etl-next\.[\da-f]{6}\.mp-service-account$/u);
		assert.match(secret, /^practice-/u);
		const again = await send('');
		assert.ok(!again.text.includes(secret));
		const row = rowsOf(again).find(candidate => candidate['username'] === username);
		assert.equal(row?.['expires'], '2027-02-22T00:00:00Z');
		assert.equal(row?.['last_used'], null);
		assert.equal(new Set((await list()).map(candidate => candidate['id'])).size, 8);
		const credential = `${username}:${secret}`;
		assert.equal((await call(simulator, '/api/app/me', {credential})).status, 200);
		assert.notEqual((await list()).at(-1)?.['last_used'], null);
	});

	for (const [why, body, status] of [
		['an unknown field', {username: 'x', colour: 'red'}, 400],
		['no username', {role: 'admin'}, 400],
		['an unknown role', {username: 'x', role: 'king'}, 400],
		['a fraction in the expiry', {username: 'x', expires: '2027-02-22T00:00:00.000Z'}, 400],
		['an expiry in the past', {username: 'x', expires: '2020-02-22T00:00:00Z'}, 400],
		['a project that is not there', {username: 'x', projects: [{id: 1, role: 'analyst'}]}, 404],
		['a project id as text', {username: 'x', projects: [{id: '1', role: 'analyst'}]}, 400],
		['no JSON', '{', 400],
		['more than a megabyte', JSON.stringify({username: 'x'.repeat(1_000_001)}), 413],
	] as const) {
		it(`are not created with ${why}`, async test => {
			const {send, list} = await setUp(test);
			assert.equal((await send('', {method: 'POST', body})).status, status);
			assert.equal((await list()).length, 7);
		});
	}

	it('are deleted from every project at once', async test => {
		const {simulator, send, list, projects} = await setUp(test);
		const id = (await list()).find(row => String(row['username']).startsWith('etl.'))?.['id'];
		const deleted = await send(`/${id}`, {method: 'DELETE'});
		assert.deepEqual(deleted.body, {status: 'ok'});
		assert.equal((await send(`/${id}`, {method: 'DELETE'})).status, 404);
		assert.equal((await list()).length, 6);
		const left = rowsOf(await call(simulator, `/api/app/projects/${projects[0]}/service-accounts`));
		assert.ok(left.every(row => row['id'] !== id));
	});

	it('leave a project and come back, by two bodies that nest differently', async test => {
		const {send, roleIn, idOf, projects} = await setUp(test);
		const [id, shop] = [await idOf('etl'), 0];
		const remove = {projects: [{id: projects[shop], service_account_ids: [id]}]};
		const add = {projects: [{id: projects[shop], role: 'consumer'}], service_account_ids: [id]};
		assert.equal(await roleIn(shop, id), 'analyst');
		assert.equal((await send('/remove-from-project', {method: 'POST', body: remove})).status, 200);
		assert.equal(await roleIn(shop, id), undefined);
		assert.equal((await send('/add-to-project', {method: 'POST', body: add})).status, 200);
		assert.equal(await roleIn(shop, id), 'consumer');
		assert.equal((await send('/add-to-project', {method: 'POST', body: remove})).status, 400);
		assert.equal((await send('/remove-from-project', {method: 'POST', body: add})).status, 400);
	});

	it('stay where a team put them, though the answer is 200', async test => {
		const {send, roleIn, idOf, projects} = await setUp(test);
		const id = await idOf('reporting');
		const body = {projects: [{id: projects[2], service_account_ids: [id]}]};
		assert.equal((await send('/remove-from-project', {method: 'POST', body})).status, 200);
		assert.equal(await roleIn(2, id), 'consumer');
	});

	for (const [repeatedGrant, role] of [
		['replaces', 'consumer'],
		['keeps', 'admin'],
	] as const) {
		it(`end as ${role} when a second grant ${repeatedGrant} the first`, async test => {
			const {send, roleIn, idOf, projects} = await setUp(test, {dialects: {repeatedGrant}});
			const id = await idOf('dashboard-feed');
			const body = {projects: [{id: projects[0], role: 'consumer'}], service_account_ids: [id]};
			assert.equal((await send('/add-to-project', {method: 'POST', body})).status, 200);
			assert.equal(await roleIn(0, id), role);
		});
	}

	for (const [dialect, has] of [
		['org_role', {org_role: 'owner'}],
		['role', {role: 'owner'}],
		['null', {role: null}],
		['absent', {}],
	] as const) {
		it(`carry their organization role as the dialect ${dialect} says`, async test => {
			const {list} = await setUp(test, {dialects: {serviceAccountRole: dialect}});
			const support = (await list()).find(row => String(row['username']).startsWith('support.')) ?? {};
			const roles = Object.entries(support).filter(([key]) => key.endsWith('role'));
			assert.deepEqual(Object.fromEntries(roles), has);
		});
	}

	it('come in pages where the dialect pages, and refuse paging where it does not', async test => {
		const paged = await setUp(test, {dialects: {pageSize: 3}});
		const names: unknown[] = [];
		let cursor: unknown = '0';
		for (let pages = 0; typeof cursor === 'string' && pages < 5; pages += 1) {
			const {body} = await paged.send(`?page_size=100&cursor=${cursor}`);
			names.push(...Object.values(Object(at(body, 'results'))));
			cursor = at(body, 'pagination', 'next_cursor');
		}

		assert.equal(cursor, null);
		assert.equal(names.length, 7);
		const plain = await setUp(test);
		assert.equal((await plain.send('?page_size=100')).status, 400);
		assert.equal(at((await plain.send('')).body, 'pagination'), undefined);
	});
});

async function setUp(test: TestContext, options: Options = {}) {
	const simulator = await simulatorFor(test, options);
	const base = `/api/app/organizations/${simulator.organizationId}/service-accounts`;
	const projects = await projectIds(simulator);
	const send = (path: string, callOptions: CallOptions = {}) => call(simulator, base + path, callOptions);
	const list = async () => rowsOf(await send(''));
	return {
		simulator,
		projects,
		send,
		list,
		async idOf(name: string) {
			return (await list()).find(row => String(row['username']).startsWith(`${name}.`))?.['id'];
		},
		async roleIn(project: number, id: unknown) {
			const rows = rowsOf(await call(simulator, `/api/app/projects/${projects[project]}/service-accounts`));
			return rows.find(row => row['id'] === id)?.['role'];
		},
	};
}

async function projectIds(simulator: Simulator): Promise<readonly unknown[]> {
	const answer = await call(simulator, `/organizations/${simulator.organizationId}/projects/`);
	return rowsOf(answer).map(row => row['id']);
}
