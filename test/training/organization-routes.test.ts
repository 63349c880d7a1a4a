import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {at, call, rowsOf, simulatorFor} from './call.ts';

describe('the simulated organization', () => {
	it('says who the caller is and what it reaches', async test => {
		const simulator = await simulatorFor(test);
		const {status, body} = await call(simulator, '/api/app/me?include_workspace_users=false');
		assert.equal(status, 200);
		assert.equal(at(body, 'status'), 'ok');
		assert.equal(at(body, 'results', 'user_email'), simulator.serviceAccount);
		const organization = at(body, 'results', 'organizations', simulator.organizationId);
		assert.equal(at(organization, 'id'), Number(simulator.organizationId));
		assert.equal(at(organization, 'name'), simulator.organizationName);
		assert.equal(at(organization, 'role'), 'admin');
		assert.equal(Object.keys(Object(at(body, 'results', 'projects'))).length, 3);
		assert.equal(Object.keys(Object(at(body, 'results', 'workspaces'))).length, 3);
	});

	it('lists thirteen people, one invitation and the planted roles', async test => {
		const simulator = await simulatorFor(test);
		const rows = rowsOf(await call(simulator, `/organizations/${simulator.organizationId}/users/`));
		const joined = rows.filter(row => row['invited'] !== true);
		assert.equal(rows.length, 14);
		assert.equal(joined.length, 13);
		assert.equal(joined.filter(row => row['role'] === 'owner').length, 4);
		assert.equal(joined.filter(row => row['role'] === 'owner' || row['role'] === 'admin').length, 6);
		assert.equal(new Set(rows.map(row => row['email'])).size, 14);
	});

	it('lists one team with members and one without', async test => {
		const simulator = await simulatorFor(test);
		const rows = rowsOf(await call(simulator, `/organizations/${simulator.organizationId}/teams`));
		assert.deepEqual(
			rows.map(row => row['member_count']),
			[6, 0],
		);
	});

	for (const path of ['users', 'projects', 'add-users-to-projects']) {
		it(`sends ${path} without its slash to the path with it, whatever the method`, async test => {
			const simulator = await simulatorFor(test);
			const base = `/organizations/${simulator.organizationId}/${path}`;
			for (const method of ['GET', 'POST']) {
				const {status, headers} = await call(simulator, `${base}?a=b`, {method});
				assert.equal(status, 301);
				assert.equal(headers.get('location'), `${base}/?a=b`);
			}
		});
	}

	it('shows the secrets of projects in the list of projects and nowhere else', async test => {
		const simulator = await simulatorFor(test);
		const organization = `/organizations/${simulator.organizationId}`;
		const listed = await call(simulator, `${organization}/projects/`);
		const project = rowsOf(listed)[0]?.['id'];
		for (const kind of ['token', 'api_key', 'api_secret']) {
			assert.ok(rowsOf(listed).every(row => String(row[kind]).startsWith('practice-canary-')));
		}

		for (const path of [
			'/api/app/me',
			`${organization}/users/`,
			`${organization}/teams`,
			`${organization}/twofactor`,
			`/api/app${organization}/service-accounts`,
			`/api/app/projects/${project}/service-accounts`,
			`/api/app/projects/${project}/workspaces`,
			`/api/app/projects/${project}/data-definitions/properties/`,
		]) {
			const {status, text} = await call(simulator, path);
			assert.equal(status, 200, path);
			assert.doesNotMatch(text, /canary/u, path);
			assert.ok(!text.includes(simulator.secret.reveal()), path);
		}
	});

	it('takes grants with numbers for ids and breaks on text', async test => {
		const simulator = await simulatorFor(test);
		const path = `/organizations/${simulator.organizationId}/add-users-to-projects/`;
		const body = (id: unknown) => ({projects: [{id, users: [{email: 'a@b.example', role: 'analyst'}]}]});
		assert.equal((await call(simulator, path, {method: 'POST', body: body(1)})).status, 200);
		assert.equal((await call(simulator, path, {method: 'POST', body: body('1')})).status, 500);
		assert.equal((await call(simulator, path, {method: 'POST', body: {users: [1]}})).status, 400);
	});

	it('lists data views: no own one, a closed default, an open one', async test => {
		const simulator = await simulatorFor(test);
		const projects = rowsOf(await call(simulator, `/organizations/${simulator.organizationId}/projects/`));
		const views = await Promise.all(
			projects.map(async ({id}) => rowsOf(await call(simulator, `/api/app/projects/${id}/workspaces`))),
		);
		const own = views.map(rows => rows.filter(row => row['is_global'] === false));
		assert.deepEqual(
			own.map(rows => rows.length),
			[0, 1, 1],
		);
		assert.equal(own[1]?.[0]?.['is_default'], true);
		assert.notEqual(own[1]?.[0]?.['data_filters'], null);
		assert.equal(own[2]?.[0]?.['is_visible'], true);
		assert.equal(views.flat().filter(row => row['is_default'] === true).length, 3);
	});

	it('keeps custom roles for the Enterprise plan', async test => {
		const simulator = await simulatorFor(test);
		const [project] = rowsOf(await call(simulator, `/organizations/${simulator.organizationId}/projects/`));
		const refused = await call(simulator, `/api/app/projects/${project?.['id']}/custom-roles`);
		assert.equal(refused.status, 403);
		assert.match(refused.text, /plan/u);

		const hostile = await simulatorFor(test, {scenario: 'hostile'});
		const [id] = await projectIds(hostile);
		assert.equal(rowsOf(await call(hostile, `/api/app/projects/${id}/custom-roles`)).length, 1);
	});

	it('answers what does not exist with 404, as JSON under /api and as a page elsewhere', async test => {
		const simulator = await simulatorFor(test);
		const api = await call(simulator, '/api/app/nothing');
		assert.equal(api.status, 404);
		assert.equal(at(api.body, 'status'), 'error');
		const page = await call(simulator, `/organizations/${simulator.organizationId}/audit-logs`);
		assert.equal(page.status, 404);
		assert.match(page.headers.get('content-type') ?? '', /html/u);
		assert.equal((await call(simulator, '/api/app/projects/1/workspaces')).status, 404);
	});
});

async function projectIds(simulator: Parameters<typeof call>[0]): Promise<readonly string[]> {
	const {body} = await call(simulator, '/api/app/me');
	return Object.keys(Object(at(body, 'results', 'projects')));
}
