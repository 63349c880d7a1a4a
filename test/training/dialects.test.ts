import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {at, call, rowsOf, simulatorFor} from './call.ts';

describe('the dialects of a simulated organization', () => {
	for (const [families, found] of [
		['root', [200, 404]],
		['api-app', [404, 200]],
		['absent', [404, 404]],
	] as const) {
		it(`put the organization's routes at ${families}`, async test => {
			const simulator = await simulatorFor(test, {families});
			for (const route of ['users/', 'teams', 'twofactor', 'projects/', 'spark-settings']) {
				const path = `/organizations/${simulator.organizationId}/${route}`;
				assert.deepEqual(
					[(await call(simulator, path)).status, (await call(simulator, `/api/app${path}`)).status],
					found,
				);
			}

			assert.equal((await call(simulator, '/api/app/me')).status, 200);
		});
	}

	it('list people as rows, as a map with other keys, or bare', async test => {
		const answers = await Promise.all(
			(['rows', 'map', 'bare'] as const).map(async users => {
				const simulator = await simulatorFor(test, {dialects: {users}});
				return call(simulator, `/organizations/${simulator.organizationId}/users/`);
			}),
		);
		const [rows, map, bare] = answers.map(answer => answer.body);
		assert.deepEqual(bare, at(rows, 'results'));
		const mapped = Object.entries(Object(at(map, 'results')));
		assert.equal(mapped.length, 14);
		for (const [id, row] of mapped) {
			assert.equal(String(at(row, 'id')), id);
			assert.equal(at(row, 'email'), undefined);
			assert.equal(typeof at(row, 'user_email'), 'string');
			assert.equal(typeof at(row, 'org_role'), 'string');
		}
	});

	it('leave the envelope off where told', async test => {
		const simulator = await simulatorFor(test, {dialects: {bare: ['teams', 'service-accounts', 'me']}});
		const path = `/organizations/${simulator.organizationId}`;
		assert.ok(Array.isArray((await call(simulator, `${path}/teams`)).body));
		assert.ok(Array.isArray((await call(simulator, `/api/app${path}/service-accounts`)).body));
		assert.notEqual(at((await call(simulator, '/api/app/me')).body, 'organizations'), undefined);
		assert.equal(at((await call(simulator, `${path}/users/`)).body, 'status'), 'ok');
	});

	for (const [twoFactor, object] of [
		['enabled', {enabled: false}],
		['required', {is_two_factor_required: false, grace_period_days: 7}],
		['several', {two_factor_enabled: false, require_2fa_for_admins: false, remember_devices: true}],
		['nested', {policy: {two_factor: {required: false}}, changed_by: null}],
		['none', {changed_at: null, changed_by: null}],
	] as const) {
		it(`word the two-factor object as ${twoFactor}`, async test => {
			const {send} = await twoFactorOf(test, {twoFactor});
			assert.deepEqual(at((await send('')).body, 'results'), object);
		});
	}

	for (const [twoFactorWrite, status, after] of [
		['saves', 200, {is_two_factor_required: true, grace_period_days: 7}],
		['ignored', 200, {is_two_factor_required: false, grace_period_days: 7}],
		['second-key', 200, {is_two_factor_required: true, grace_period_days: 0}],
		['password', 403, {is_two_factor_required: false, grace_period_days: 7}],
	] as const) {
		it(`treat a write of the two-factor object as ${twoFactorWrite}`, async test => {
			const {send} = await twoFactorOf(test, {twoFactor: 'required', twoFactorWrite});
			const body = {is_two_factor_required: true, grace_period_days: 7};
			const answer = await send('/update', {method: 'POST', body});
			assert.equal(answer.status, status);
			assert.notDeepEqual(at(answer.body, 'results'), after);
			assert.deepEqual(at((await send('')).body, 'results'), after);
		});
	}

	it('refuse a settings body with keys that were not read, or none', async test => {
		const {send} = await twoFactorOf(test, {});
		for (const body of [{enabled: true, more: 1}, {settings: {enabled: true}}, {}, [], 'text', '']) {
			assert.equal((await send('/update', {method: 'POST', body})).status, 400);
		}

		assert.deepEqual(at((await send('')).body, 'results'), {enabled: false});
	});

	for (const [read, write, body] of [
		['org-request-access-settings', 'org-request-access-settings/update', {request_access_enabled: false}],
		['org-session-settings', 'org-session-settings/update', {session_timeout_minutes: 30}],
		['spark-settings', 'update-spark-settings', {ai_enabled: false}],
	] as const) {
		it(`remember what is written to ${read}`, async test => {
			const simulator = await simulatorFor(test);
			const base = `/organizations/${simulator.organizationId}`;
			assert.equal((await call(simulator, `${base}/${write}`, {method: 'POST', body})).status, 200);
			const after = at((await call(simulator, `${base}/${read}`)).body, 'results');
			const [[key, value] = ['', null]] = Object.entries(body);
			assert.equal(at(after, key), value);
		});
	}

	it('keep ids beyond 2^53 exact, out and in', async test => {
		const simulator = await simulatorFor(test, {scenario: 'hostile'});
		const path = `/api/app/organizations/${simulator.organizationId}/service-accounts`;
		const {text} = await call(simulator, path);
		const ids = [...text.matchAll(/"id":(\d+)/gu)].map(([, id]) => BigInt(id ?? 0));
		const [first = 0n] = ids;
		assert.ok(first > 2n ** 53n);
		assert.deepEqual(
			ids,
			ids.map((_, index) => first + BigInt(index)),
		);
		assert.ok(rowsOf({...(await call(simulator, path))}).length === ids.length);
		const projects = await call(simulator, `/organizations/${simulator.organizationId}/projects/`);
		const project = /"id":(\d+)/u.exec(projects.text)?.[1];
		const body = `{"projects":[{"id":${project},"service_account_ids":[${ids[2]}]}]}`;
		const answer = await call(simulator, `${path}/remove-from-project`, {method: 'POST', body});
		assert.equal(answer.status, 200);
		const left = (await call(simulator, `/api/app/projects/${project}/service-accounts`)).text;
		assert.ok(left.includes(`"id":${ids[1]}`));
		assert.ok(!left.includes(`"id":${ids[2]}`));
	});
});

async function twoFactorOf(
	test: Parameters<typeof simulatorFor>[0],
	dialects: NonNullable<Parameters<typeof simulatorFor>[1]>['dialects'] = {},
) {
	const simulator = await simulatorFor(test, {dialects});
	const base = `/organizations/${simulator.organizationId}/twofactor`;
	return {
		send: (path: string, options: Parameters<typeof call>[2] = {}) => call(simulator, base + path, options),
	};
}
