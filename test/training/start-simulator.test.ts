import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {buildOrganization} from '../../source/training/build-organization.ts';
import {plainDialects} from '../../source/training/dialects.ts';
import {plantedIn} from '../../source/training/planted.ts';
import {scenarios} from '../../source/training/scenarios/list.ts';
import {call, noon, simulatorFor} from './call.ts';

const anySeed = fc.maxSafeInteger();
const anyScenario = fc.constantFrom(...scenarios);
const later = new Date('2027-03-01T00:00:00Z');

describe('a simulated organization', () => {
	it('is the same for the same scenario and seed, on any port', async test => {
		const [one, other] = [await simulatorFor(test), await simulatorFor(test)];
		assert.notEqual(one.baseUrl, other.baseUrl);
		for (const path of ['/api/app/me', `/organizations/${one.organizationId}/users/`]) {
			assert.equal((await call(one, path)).text, (await call(other, path)).text);
		}

		assert.equal(one.secret.reveal(), other.secret.reveal());
	});

	it('takes nothing but dates from the clock', () => {
		fc.assert(
			fc.property(anyScenario, anySeed, (scenario, seed) => {
				const [now, then] = [noon, later].map(time => buildOrganization(scenario, seed, plainDialects, time));
				const timeless = (organization: typeof now) => ({
					...organization,
					own: organization?.own.username,
					accounts: organization?.accounts.map(({id, username, secret}) => ({id, username, secret})),
				});
				assert.deepEqual(timeless(now), timeless(then));
			}),
			{numRuns: 50},
		);
	});

	it('is another one for another seed', () => {
		fc.assert(
			fc.property(anyScenario, anySeed, anySeed, (scenario, seed, otherSeed) => {
				fc.pre(seed !== otherSeed);
				const [one, other] = [seed, otherSeed].map(each =>
					buildOrganization(scenario, each, plainDialects, noon),
				);
				assert.notEqual(one?.id, other?.id);
				assert.notEqual(one?.own.secret, other?.own.secret);
				assert.notEqual(one?.own.username, other?.own.username);
			}),
			{numRuns: 50},
		);
	});

	it('never gives one id twice within a kind, nor one e-mail', () => {
		fc.assert(
			fc.property(anyScenario, anySeed, (scenario, seed) => {
				const organization = buildOrganization(scenario, seed, plainDialects, noon);
				const {users, accounts, projects} = organization;
				for (const all of [
					users.map(({id}) => id),
					users.map(({email}) => email),
					accounts.map(({id}) => id),
					accounts.map(({username}) => username),
					projects.map(({id}) => id),
					projects.flatMap(({views}) => views.map(({id}) => id)),
					projects.flatMap(({properties}) => properties.map(({id}) => id)),
				]) {
					assert.equal(new Set(all).size, all.length);
				}
			}),
			{numRuns: 50},
		);
	});

	it('has what its planted table points at, whatever the seed', () => {
		fc.assert(
			fc.property(anyScenario, anySeed, (scenario, seed) => {
				const {users, teams, accounts, projects} = buildOrganization(scenario, seed, plainDialects, noon);
				const known = new Set([
					...[...users, ...teams, ...accounts, ...projects].map(({id}) => id),
					...projects.flatMap(({id, views}) => views.map(view => `${id}:${view.id}`)),
					...projects.flatMap(({id, properties}) =>
						properties.map(
							({resourceType, name}) => `${id}:${resourceType}:${encodeURIComponent(name.toWellFormed())}`,
						),
					),
				]);
				const planted = Object.values(plantedIn(scenario.name, seed));
				assert.equal(planted.length, 16);
				for (const {status, resourceIds} of planted) {
					assert.equal(resourceIds.length > 0, status === 'fail');
					assert.equal(new Set(resourceIds).size, resourceIds.length);
					assert.ok(resourceIds.every(id => known.has(id)));
				}
			}),
			{numRuns: 50},
		);
	});

	it('logs each request without its credential', async test => {
		const logged: unknown[] = [];
		const simulator = await simulatorFor(test, {log: entry => logged.push(entry)});
		await call(simulator, '/api/app/me?include_workspace_users=false');
		await call(simulator, '/api/app/nothing', {method: 'DELETE', credential: 'a:b'});
		assert.deepEqual(
			simulator.requests.map(({time, method, path, status}) => ({time, method, path, status})),
			[
				{
					time: noon.toISOString(),
					method: 'GET',
					path: '/api/app/me?include_workspace_users=false',
					status: 200,
				},
				{time: noon.toISOString(), method: 'DELETE', path: '/api/app/nothing', status: 401},
			],
		);
		assert.deepEqual(logged, simulator.requests);
	});

	it('gives away nothing of being simulated in its headers', async test => {
		const simulator = await simulatorFor(test);
		const {headers} = await call(simulator, '/api/app/me');
		assert.deepEqual(
			[...headers.keys()],
			['connection', 'content-length', 'content-type', 'date', 'keep-alive'],
		);
	});

	it('adds the latency asked for', async test => {
		const simulator = await simulatorFor(test, {latency: 60});
		await call(simulator, '/api/app/me');
		assert.ok((simulator.requests[0]?.duration ?? 0) >= 55);
	});

	it('says so when its port is taken, and when the scenario is unknown', async test => {
		const {baseUrl} = await simulatorFor(test);
		const port = Number(new URL(baseUrl).port);
		await assert.rejects(simulatorFor(test, {port}), {
			name: 'UserError',
			message: new RegExp(`cannot use port ${port}`, 'u'),
			exitCode: 2,
		});
		await assert.rejects(simulatorFor(test, {scenario: 'strtup'}), {
			name: 'UserError',
			next: 'Did you mean "startup"?',
			exitCode: 2,
		});
	});

	it('stops at once, also with a request under way', async test => {
		const simulator = await simulatorFor(test, {faults: ['slow:30000']});
		const pending = assert.rejects(call(simulator, '/api/app/me'));
		const again = await simulatorFor(test);
		assert.equal((await call(again, '/api/app/me')).status, 200);
		const started = performance.now();
		await simulator.close();
		await pending;
		assert.ok(performance.now() - started < 2000);
	});
});
