import assert from 'node:assert/strict';
import {request} from 'node:http';
import {describe, it} from 'node:test';
import {at, call, noon, rowsOf, simulatorFor} from './call.ts';

describe('the credential of a simulated organization', () => {
	it('is marked as one for practice', async test => {
		const {serviceAccount, secret} = await simulatorFor(test);
		assert.match(serviceAccount, /^practice-wizard\.[\da-f]{6}\.mp-service-account$/u);
		assert.match(secret.reveal(), /^practice-.{32}$/u);
		assert.equal(String(secret), '[redacted]');
	});

	it('is asked for on every path, in base64', async test => {
		const simulator = await simulatorFor(test);
		const right = `${simulator.serviceAccount}:${simulator.secret.reveal()}`;
		for (const path of ['/api/app/me', `/organizations/${simulator.organizationId}/users/`, '/nothing']) {
			for (const credential of [null, 'someone:else', `${right}x`, `x${right}`, simulator.serviceAccount]) {
				const {status, body} = await call(simulator, path, {credential});
				assert.equal(status, 401);
				assert.equal(at(body, 'status'), 'error');
				assert.equal(typeof at(body, 'error'), 'string');
			}
		}

		const plain = await fetch(`${simulator.baseUrl}/api/app/me`, {
			headers: {authorization: `Basic ${right}`},
		});
		assert.equal(plain.status, 401);
	});

	it('moves the last use of its account, and lasts until it expires', async test => {
		let now = noon;
		const simulator = await simulatorFor(test, {now: () => now});
		const path = `/api/app/organizations/${simulator.organizationId}/service-accounts`;
		now = new Date('2026-12-01T08:30:15.678Z');
		const own = rowsOf(await call(simulator, path)).find(row => row['username'] === simulator.serviceAccount);
		assert.equal(own?.['last_used'], '2026-12-01T08:30:15Z');
		now = new Date('2026-12-25T00:00:00Z');
		assert.equal((await call(simulator, path)).status, 401);
	});

	it('of a plain member opens its own project and nothing of the organization', async test => {
		const simulator = await simulatorFor(test);
		const accounts = `/api/app/organizations/${simulator.organizationId}/service-accounts`;
		const [first, second] = rowsOf(
			await call(simulator, `/organizations/${simulator.organizationId}/projects/`),
		).map(row => row['id']);
		const created = await call(simulator, accounts, {
			method: 'POST',
			body: {username: 'narrow', projects: [{id: first, role: 'consumer'}]},
		});
		const credential = `${at(created.body, 'results', 'username')}:${at(created.body, 'results', 'token')}`;
		const me = await call(simulator, '/api/app/me', {credential});
		assert.deepEqual(Object.keys(Object(at(me.body, 'results', 'projects'))), [String(first)]);
		for (const [path, status] of [
			[`/api/app/projects/${first}/workspaces`, 200],
			[`/api/app/projects/${second}/workspaces`, 404],
			[`/api/app/projects/${first}/service-accounts`, 403],
			[accounts, 403],
			[`/organizations/${simulator.organizationId}/users/`, 403],
			[`/organizations/${simulator.organizationId}/twofactor`, 403],
		] as const) {
			assert.equal((await call(simulator, path, {credential})).status, status, path);
		}
	});

	it('does not reach another organization', async test => {
		const simulator = await simulatorFor(test);
		assert.equal((await call(simulator, '/organizations/1/users/')).status, 403);
		assert.equal((await call(simulator, '/api/app/organizations/1/service-accounts')).status, 403);
	});

	it('is not even looked at under another host name', async test => {
		const simulator = await simulatorFor(test);
		const status = await new Promise((resolve, reject) => {
			request(`${simulator.baseUrl}/api/app/me`, {headers: {host: 'evil.example'}}, response => {
				response.resume();
				resolve(response.statusCode);
			})
				.on('error', reject)
				.end();
		});
		assert.equal(status, 421);
	});
});
