import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import type {SimulatorOptions} from '../../source/training/start-simulator.ts';
import {at, type CallOptions, call, rowsOf, simulatorFor} from './call.ts';

describe('property definitions of a simulated organization', () => {
	it('are listed by kind, planted flags and all', async test => {
		const {send} = await setUp(test);
		const users = rowsOf(await send('/?resourceType=User&includeCustom=true'));
		const events = rowsOf(await send('/?resourceType=Event'));
		const flagged = (flag: string) =>
			[...users, ...events].filter(row => row[flag] === true).map(row => row['name']);
		assert.ok(users.every(row => row['resourceType'] === 'User'));
		assert.ok(events.every(row => row['resourceType'] === 'Event'));
		assert.deepEqual(flagged('sensitive'), ['$name']);
		assert.deepEqual(flagged('hidden'), ['$last_name']);
		assert.deepEqual(flagged('dropped'), ['credit_card_number']);
		assert.equal(rowsOf(await send('')).length, users.length + events.length);
	});

	it('are found by name: several as a list, one as an object, an unknown one with id 0', async test => {
		const {send} = await setUp(test);
		const some = rowsOf(await send('/?name[]=%24email&name[]=%24phone&name[]=none&resourceType=User'));
		assert.deepEqual(
			some.map(row => row['name']),
			['$email', '$phone'],
		);
		const one = await send('?name=%24email&resourceType=User');
		assert.equal(at(one.body, 'results', 'name'), '$email');
		assert.notEqual(at(one.body, 'results', 'id'), 0);
		const none = await send('?name=%24email&resourceType=Event');
		assert.equal(none.status, 200);
		assert.equal(at(none.body, 'results', 'id'), 0);
		assert.equal(at(none.body, 'results', 'sensitive'), false);
	});

	it('refuse a kind in lower case and parameters nobody knows', async test => {
		const {send} = await setUp(test);
		assert.equal((await send('/?resourceType=event')).status, 400);
		assert.equal((await send('/?page_size=100')).status, 400);
		assert.equal((await send('/?colour=red')).status, 400);
	});

	it('are classified, seen so when read again, and set back', async test => {
		const {send} = await setUp(test);
		for (const sensitive of [true, false]) {
			const body = {name: '$email', resourceType: 'User', sensitive};
			const {status, body: answer} = await send('', {method: 'PATCH', body});
			assert.equal(status, 200);
			assert.equal(at(answer, 'results', 'resourceType'), 'User');
			const again = await send('?name=%24email&resourceType=User');
			assert.equal(at(again.body, 'results', 'sensitive'), sensitive);
		}
	});

	it('change the event property when the kind is spelt with an underscore', async test => {
		const {send} = await setUp(test);
		const body = {name: '$email', resource_type: 'User', sensitive: true};
		const {body: answer} = await send('', {method: 'PATCH', body});
		assert.equal(at(answer, 'results', 'resourceType'), 'Event');
		const user = await send('?name=%24email&resourceType=User');
		assert.equal(at(user.body, 'results', 'sensitive'), false);
	});

	for (const [why, body] of [
		['a kind in lower case', {name: '$email', resourceType: 'user', sensitive: true}],
		['an unknown field', {name: '$email', resourceType: 'User', secret: true}],
		['a flag as text', {name: '$email', resourceType: 'User', sensitive: 'true'}],
		['no name', {resourceType: 'User', sensitive: true}],
		['several at once', {properties: [{name: '$email', resourceType: 'User', sensitive: true}]}],
		['a user property dropped', {name: '$email', resourceType: 'User', dropped: true}],
	] as const) {
		it(`are not changed by a body with ${why}`, async test => {
			const {send} = await setUp(test);
			const before = (await send('')).text;
			assert.equal((await send('', {method: 'PATCH', body})).status, 400);
			assert.equal((await send('')).text, before);
		});
	}

	it('may be answered as changed and stay as they were', async test => {
		const {send} = await setUp(test, {dialects: {propertyWrite: 'ignored'}});
		const body = {name: '$email', resourceType: 'User', sensitive: true};
		const answer = await send('', {method: 'PATCH', body});
		assert.equal(at(answer.body, 'results', 'sensitive'), true);
		const read = await send('?name=%24email&resourceType=User');
		assert.equal(at(read.body, 'results', 'sensitive'), false);
	});

	it('are the same rows under the id of a data view', async test => {
		const {send, simulator, project} = await setUp(test);
		const [view] = rowsOf(await call(simulator, `/api/app/projects/${project}/workspaces`));
		const path = (id: unknown) => `/api/app/workspaces/${id}/data-definitions/properties/`;
		assert.equal((await call(simulator, path(view?.['id']))).text, (await send('/')).text);
		assert.equal((await call(simulator, path(1))).status, 404);
	});
});

async function setUp(test: TestContext, options: Partial<SimulatorOptions> = {}) {
	const simulator = await simulatorFor(test, options);
	const [first] = rowsOf(await call(simulator, `/organizations/${simulator.organizationId}/projects/`));
	const project = first?.['id'];
	const send = (path: string, options: CallOptions = {}) =>
		call(simulator, `/api/app/projects/${project}/data-definitions/properties${path}`, options);
	return {simulator, project, send};
}
