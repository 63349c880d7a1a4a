import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {at, call, rowsOf, simulatorFor} from './call.ts';

const me = '/api/app/me';

describe('a fault of a simulated organization', () => {
	for (const [fault, says] of [
		['rate-limit', (value: string | null) => value === '1'],
		['retry-date', (value: string | null) => Date.parse(value ?? '') > Date.now()],
		['retry-huge:3', (value: string | null) => Number(value) > 86_400],
		['retry-negative', (value: string | null) => value === '-5'],
		['retry-absent', (value: string | null) => value === null],
	] as const) {
		it(`${fault} answers 429 to every third request, in its own way`, async test => {
			const simulator = await simulatorFor(test, {faults: [fault]});
			const answers = [];
			for (let count = 0; count < 6; count += 1) {
				answers.push(await call(simulator, me));
			}

			assert.deepEqual(
				answers.map(({status}) => status),
				[200, 200, 429, 200, 200, 429],
			);
			assert.ok(says(answers[2]?.headers.get('retry-after') ?? null));
		});
	}

	it('server-error answers 500', async test => {
		const simulator = await simulatorFor(test, {faults: ['server-error']});
		assert.equal((await call(simulator, me)).status, 500);
	});

	it('html answers with a page', async test => {
		const simulator = await simulatorFor(test, {faults: ['html']});
		const {status, headers, text} = await call(simulator, me);
		assert.equal(status, 200);
		assert.match(headers.get('content-type') ?? '', /text\/html/u);
		assert.match(text, /^<!doctype html>/u);
	});

	it('empty answers with nothing', async test => {
		const simulator = await simulatorFor(test, {faults: ['empty']});
		const {status, text} = await call(simulator, me);
		assert.deepEqual([status, text], [200, '']);
	});

	it('wrong-types answers in the envelope, with rubbish in it', async test => {
		const simulator = await simulatorFor(test, {faults: ['wrong-types']});
		const {status, body} = await call(simulator, me);
		assert.equal(status, 200);
		assert.equal(at(body, 'status'), 'ok');
		assert.ok(Array.isArray(at(body, 'results')));
	});

	it('truncated ends in the middle of an answer', async test => {
		const simulator = await simulatorFor(test, {faults: ['truncated']});
		await assert.rejects(call(simulator, me), {name: 'TypeError'});
		assert.equal(simulator.requests[0]?.status, 200);
	});

	it('reset cuts the connection, after a write has been carried out', async test => {
		const simulator = await simulatorFor(test, {faults: ['reset:2@properties']});
		const path = `/organizations/${simulator.organizationId}/projects/`;
		const project = rowsOf(await call(simulator, path))[0]?.['id'];
		const properties = `/api/app/projects/${project}/data-definitions/properties`;
		const read = async () => {
			const {body} = await call(simulator, `${properties}?name=%24email&resourceType=User`);
			return at(body, 'results', 'sensitive');
		};
		const body = {name: '$email', resourceType: 'User', sensitive: true};
		assert.equal(await read(), false);
		await assert.rejects(call(simulator, properties, {method: 'PATCH', body}), {name: 'TypeError'});
		assert.equal(await read(), true);
		assert.deepEqual(
			simulator.requests.map(({status}) => status),
			[200, 200, null, 200],
		);
	});

	it('aimed at writes strikes nothing that only reads', async test => {
		const simulator = await simulatorFor(test, {faults: ['denied@writes']});
		const path = `/organizations/${simulator.organizationId}/projects/`;
		const project = rowsOf(await call(simulator, path))[0]?.['id'];
		const properties = `/api/app/projects/${project}/data-definitions/properties`;
		const body = {name: '$email', resourceType: 'User', sensitive: true};
		assert.equal((await call(simulator, properties, {method: 'PATCH', body})).status, 403);
		assert.equal((await call(simulator, `${properties}?resourceType=User`)).status, 200);
	});

	it('slow holds each answer back', async test => {
		const simulator = await simulatorFor(test, {faults: ['slow:60']});
		assert.equal((await call(simulator, me)).status, 200);
		assert.ok((simulator.requests[0]?.duration ?? 0) >= 55);
	});

	it('redirect-login and redirect-cross-host send the caller away', async test => {
		const login = await simulatorFor(test, {faults: ['redirect-login']});
		const toLogin = await call(login, me);
		assert.equal(toLogin.status, 302);
		assert.equal(toLogin.headers.get('location'), '/login/?next=%2Fapi%2Fapp%2Fme');
		const cross = await simulatorFor(test, {faults: ['redirect-cross-host']});
		const elsewhere = await call(cross, me);
		assert.equal(elsewhere.status, 302);
		assert.equal(
			elsewhere.headers.get('location'),
			`${cross.baseUrl}${me}`.replace('127.0.0.1', 'localhost'),
		);
	});

	it('denied refuses the routes of the organization and leaves the others', async test => {
		const simulator = await simulatorFor(test, {faults: ['denied']});
		const path = `/organizations/${simulator.organizationId}`;
		assert.equal((await call(simulator, `${path}/users/`)).status, 403);
		assert.equal((await call(simulator, `${path}/twofactor`)).status, 403);
		assert.equal((await call(simulator, me)).status, 200);
		assert.equal((await call(simulator, `/api/app${path}/service-accounts`)).status, 200);
	});

	it('aimed at a route strikes that one alone', async test => {
		const simulator = await simulatorFor(test, {faults: ['denied@service-accounts,html@teams']});
		const path = `/organizations/${simulator.organizationId}`;
		assert.equal((await call(simulator, `/api/app${path}/service-accounts`)).status, 403);
		assert.equal((await call(simulator, `${path}/users/`)).status, 200);
		assert.match((await call(simulator, `${path}/teams`)).text, /^<!doctype/u);
	});

	it('unauthorized-after lets the first requests through', async test => {
		const simulator = await simulatorFor(test, {faults: ['unauthorized-after:2']});
		const statuses = [];
		for (let count = 0; count < 4; count += 1) {
			statuses.push((await call(simulator, me)).status);
		}

		assert.deepEqual(statuses, [200, 200, 401, 401]);
	});

	it('family-absent and family-api-app move the routes of the organization', async test => {
		for (const [fault, found] of [
			['family-absent', [404, 404]],
			['family-api-app', [404, 200]],
		] as const) {
			const simulator = await simulatorFor(test, {faults: [fault]});
			const path = `/organizations/${simulator.organizationId}/teams`;
			assert.deepEqual(
				[(await call(simulator, path)).status, (await call(simulator, `/api/app${path}`)).status],
				found,
			);
		}
	});

	for (const [fault, message] of [
		['servr-error', /Did you mean "server-error"/u],
		['denied@usrs', /Did you mean "users"/u],
		['rate-limit:0', /from 1 to 999999/u],
		['rate-limit:x', /from 1 to 999999/u],
		['\u001B[2J', /Known are: rate-limit/u],
	] as const) {
		it(`called ${JSON.stringify(fault)} is refused with advice`, async test => {
			await assert.rejects(simulatorFor(test, {faults: [fault]}), (error: Error) => {
				assert.equal(error.name, 'UserError');
				const told = `${error.message} ${'why' in error && error.why} ${'next' in error && error.next}`;
				assert.match(told, message);
				assert.ok(!told.includes('\u001B'));
				return 'exitCode' in error && error.exitCode === 2;
			});
		});
	}
});
