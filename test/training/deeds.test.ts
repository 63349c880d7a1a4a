import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import type {Deed} from '../../source/training/deeds/deed.ts';
import type {Simulator} from '../../source/training/start-simulator.ts';
import {at, call, noon, rowsOf, simulatorFor} from './call.ts';

const daysLater = (days: number) => new Date(noon.getTime() + days * 86_400_000);

describe('what others do in a simulated organization', () => {
	it('is seen by the next request', async test => {
		const simulator = await simulatorFor(test);
		assert.equal((await owners(simulator)).length, 4);
		simulator.act({type: 'give_role', person: 'partner', role: 'no role'});
		assert.equal((await owners(simulator)).length, 3);
		simulator.act({type: 'remove_person', person: 'founder'});
		assert.equal((await owners(simulator)).length, 2);
		simulator.act({type: 'delete_service_account', account: 'etl'});
		assert.ok(!(await accountNames(simulator)).some(name => name.startsWith('etl.')));
	});

	it('can take back what the tool has done, and add to what it has to look at', async test => {
		const simulator = await simulatorFor(test);
		const property = {name: '$email', resourceType: 'User'} as const;
		simulator.act({type: 'classify_property', project: 'shop', property, sensitive: true});
		assert.deepEqual(await sensitive(simulator, '$email'), [true]);
		simulator.act({type: 'classify_property', project: 'shop', property, sensitive: false});
		assert.deepEqual(await sensitive(simulator, '$email'), [false]);
		simulator.act({
			type: 'send_property',
			project: 'shop',
			property: {name: 'passport', resourceType: 'User'},
		});
		assert.deepEqual(await sensitive(simulator, 'passport'), [false]);
	});

	it('leaves alone what is gone, and fails for what was never there', async test => {
		const simulator = await simulatorFor(test);
		const twice: Deed = {type: 'delete_service_account', account: 'etl'};
		simulator.act(twice);
		simulator.act(twice);
		assert.throws(() => simulator.act({type: 'remove_person', person: 'nobody'}), /nobody/);
	});

	it('happens by itself as days pass, once and in its order', async test => {
		let now = noon;
		const simulator = await startedAtNoon(test, () => now);
		const before = {owners: (await owners(simulator)).length, accounts: await accountNames(simulator)};
		now = daysLater(1);
		assert.equal((await owners(simulator)).length, before.owners);
		now = daysLater(9);
		assert.equal((await owners(simulator)).length, before.owners - 1);
		const gone = before.accounts.filter(name => name.startsWith('old-export.'));
		assert.deepEqual(
			await accountNames(simulator),
			before.accounts.filter(name => !gone.includes(name)),
		);
		// What somebody does about it afterwards stands.
		simulator.act({type: 'give_role', person: 'former-lead', role: 'owner'});
		assert.equal((await owners(simulator)).length, before.owners);
	});

	it('has happened when the organization is started again days later', async test => {
		const simulator = await startedAtNoon(test, () => daysLater(9));
		assert.equal((await owners(simulator)).length, 3);
	});
});

function startedAtNoon(test: TestContext, now: () => Date): Promise<Simulator> {
	return simulatorFor(test, {now, plantedAt: noon});
}

async function owners(simulator: Simulator): Promise<readonly unknown[]> {
	const answer = await call(simulator, `/organizations/${simulator.organizationId}/users/`);
	assert.equal(answer.status, 200);
	return rowsOf(answer).filter(row => row['role'] === 'owner');
}

async function accountNames(simulator: Simulator): Promise<readonly string[]> {
	const path = `/api/app/organizations/${simulator.organizationId}/service-accounts`;
	return rowsOf(await call(simulator, path)).map(row => String(row['username']));
}

/** Whether the properties of that name in the first project are classified. */
async function sensitive(simulator: Simulator, name: string): Promise<readonly unknown[]> {
	const me = await call(simulator, '/api/app/me');
	const [project] = Object.keys(Object(at(me.body, 'results', 'projects')));
	const answer = await call(simulator, `/api/app/projects/${project}/data-definitions/properties`);
	return rowsOf(answer)
		.filter(row => row['name'] === name)
		.map(row => row['sensitive'] === true);
}
