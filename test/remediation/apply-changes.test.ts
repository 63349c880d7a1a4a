import assert from 'node:assert/strict';
import {rename} from 'node:fs/promises';
import {dirname} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {inspect} from 'node:util';
import type {BaseUrl} from '../../source/mixpanel/base-url.ts';
import {createClient} from '../../source/mixpanel/client.ts';
import {applyChanges, type BatchResult, type ChangeProgress} from '../../source/remediation/apply-changes.ts';
import type {ChangeEdges} from '../../source/remediation/change-edges.ts';
import type {ChangePlan} from '../../source/remediation/change-plan.ts';
import {createChangeEdges} from '../../source/remediation/create-change-edges.ts';
import {planUndo} from '../../source/remediation/plan-undo.ts';
import {placeOfProperty} from '../../source/remediation/property-place.ts';
import {reconcile} from '../../source/remediation/reconcile.ts';
import {ana, openEdges, planFor, planOf} from './changer-world.ts';
import {everythingIn, type World, worldFor} from './world.ts';

const quiet = new AbortController().signal;

function ran(result: BatchResult): Extract<BatchResult, {kind: 'ran'}> {
	assert.ok(result.kind === 'ran', result.kind === 'refused' ? result.why : '');
	return result;
}

async function apply(
	world: World,
	plans: readonly ChangePlan[],
	onProgress?: (progress: ChangeProgress) => void,
	edges: ChangeEdges = world.edges,
) {
	const result = await applyChanges(plans, edges, {
		signal: world.controller.signal,
		...(onProgress === undefined ? {} : {onProgress}),
	});
	return ran(result);
}

function outcomes(world: World): readonly (string | null)[] {
	return world.session.state.changes.map(({outcome}) => outcome);
}

/** What was sent is what the journal says was sent; the secret is in none of it. */
async function checkBooks(test: TestContext, world: World, ...shown: readonly unknown[]): Promise<void> {
	const sent = world.session.state.changes.filter(
		({outcome}) => outcome !== 'drifted' && outcome !== 'not_sent',
	);
	assert.deepEqual(
		world.writes(),
		sent.map(({request}) => request.path),
	);
	const secret = world.simulator.secret.reveal();
	const pair = `${world.simulator.serviceAccount}:${secret}`;
	const forms = [secret, pair].flatMap(text => [
		text,
		Buffer.from(text).toString('base64'),
		Buffer.from(text).toString('hex'),
		encodeURIComponent(text),
	]);
	const seen = `${await everythingIn(world.stateDirectory)}\n${inspect(shown, {depth: null, showHidden: true})}`;
	assert.ok(seen.includes('change_intended') || sent.length === 0, test.name);
	assert.deepEqual(
		forms.filter(form => seen.includes(form)),
		[],
	);
}

describe('a change', () => {
	it('is recorded, sent once, read again and recorded as applied', async test => {
		const world = await worldFor(test);
		const plan = await planFor(world, '$email');
		const steps: string[] = [];
		const result = await apply(world, [plan], progress =>
			steps.push(progress.kind === 'step' ? progress.step : progress.result.outcome),
		);
		assert.deepEqual(steps, ['recording', 'reading', 'sending', 'verifying', 'applied']);
		assert.deepEqual(
			[result.done.length, result.failed, result.notTried, result.isCancelled],
			[1, null, [], false],
		);
		assert.ok(await world.isClassified('$email'));
		const [change] = world.session.state.changes;
		assert.deepEqual(
			[change?.outcome, change?.before, change?.desired, change?.by, change?.detail],
			[
				'applied',
				{sensitive: false},
				{sensitive: true},
				'Ana',
				'Read again: classified. Mixpanel answered HTTP 200.',
			],
		);
		assert.equal(change?.request.body, '{"name":"$email","resourceType":"User","sensitive":true}');
		await checkBooks(test, world, result);
	});

	it('stops when somebody else was faster', async test => {
		const world = await worldFor(test);
		const plan = await planFor(world, '$email');
		await world.classifyElsewhere('$email', true);
		const before = world.writes().length;
		const {done, failed} = await apply(world, [plan]);
		assert.deepEqual([done.length, failed?.outcome], [0, 'drifted']);
		assert.deepEqual(failed?.differences, [{field: 'sensitive', expected: false, found: true}]);
		assert.match(failed?.detail ?? '', /was not classified when this was planned, and is classified now/);
		assert.equal(world.writes().length, before);
		assert.deepEqual(outcomes(world), ['drifted']);
	});

	it('that is refused has failed, with the reason', async test => {
		const world = await worldFor(test, {faults: ['denied@writes']});
		const {failed} = await apply(world, [await planFor(world, '$email')]);
		assert.equal(failed?.outcome, 'failed');
		assert.match(failed?.detail ?? '', /HTTP 403.*do not have permission/);
		assert.equal(await world.isClassified('$email'), false);
		await checkBooks(test, world, failed);
	});

	for (const fault of ['reset', 'html', 'empty', 'truncated', 'wrong-types']) {
		it(`whose answer is spoiled (${fault}) is settled by reading, never by sending again`, async test => {
			const world = await worldFor(test, {faults: [`${fault}@writes`]});
			const result = await apply(world, [await planFor(world, '$email')]);
			assert.equal(result.done.length, 1);
			assert.deepEqual(outcomes(world), ['applied']);
			assert.equal(world.writes().length, 1);
			await checkBooks(test, world, result);
		});
	}

	for (const [name, options] of [
		['answered with 500 and not carried out', {faults: ['server-error@writes']}],
		['sent elsewhere', {faults: ['redirect-cross-host@writes']}],
		['accepted and ignored', {dialects: {propertyWrite: 'ignored'}}],
	] as const) {
		it(`that is ${name} has failed`, async test => {
			const world = await worldFor(test, options);
			const {failed} = await apply(world, [await planFor(world, '$email')]);
			assert.equal(failed?.outcome, 'failed');
			assert.match(failed?.detail ?? '', /not carried out\. Read again: still not classified\./);
			assert.equal(world.writes().length, 1);
			await checkBooks(test, world, failed);
		});
	}

	it('that takes a moment to show is waited for', async test => {
		const world = await worldFor(test, {dialects: {propertyWrite: 'ignored'}});
		const plan = await planFor(world, '$email');
		let pauses = 0;
		const result = await apply(world, [plan], undefined, {
			...world.edges,
			async pause() {
				pauses += 1;
				if (pauses === 2) {
					await world.classifyElsewhere('$email', true);
				}
			},
			async readProperty(place, options) {
				const read = await world.edges.readProperty(place, options);
				return pauses === 2 && read.outcome === 'ok' ? {...read, value: {sensitive: true}} : read;
			},
		});
		assert.deepEqual([result.done.length, pauses], [1, 2]);
	});

	it('is not sent when it cannot be read before', async test => {
		const world = await worldFor(test, {faults: ['unauthorized-after:3']});
		const plan = await planFor(world, '$email');
		const {failed} = await apply(world, [plan]);
		assert.equal(failed?.outcome, 'not_sent');
		assert.match(failed?.detail ?? '', /could not be read before/);
		assert.deepEqual([world.writes(), outcomes(world)], [[], ['not_sent']]);
	});

	it('that can be read no more after the send is unknown, and settled later', async test => {
		const world = await worldFor(test, {faults: ['reset@writes']});
		const plan = await planFor(world, '$email');
		let reads = 0;
		const {failed} = await apply(world, [plan], undefined, {
			...world.edges,
			async readProperty(place, options) {
				reads += 1;
				const elsewhere = {...place, projectId: '1'};
				return world.edges.readProperty(reads === 1 ? place : elsewhere, options);
			},
		});
		assert.deepEqual([failed?.outcome, outcomes(world)], ['unknown', ['unknown']]);
		const refused = await applyChanges([await planFor(world, '$phone')], world.edges, {signal: quiet});
		assert.equal(refused.kind, 'ran', 'another property is no concern of it');
		const blind: ChangeEdges = {
			...world.edges,
			readProperty: async (place, options) => world.edges.readProperty({...place, projectId: '1'}, options),
		};
		const line = world.session.headHash();
		const [still] = await reconcile(world.session.state.changes, blind, quiet);
		assert.equal(still?.outcome, 'unknown');
		assert.equal(world.session.headHash(), line, 'what is no news is not recorded again');
		const settled = await reconcile(world.session.state.changes, world.edges, quiet);
		assert.deepEqual(
			settled.map(({outcome}) => outcome),
			['applied'],
		);
		assert.equal(world.writes().length, 2);
	});
});

describe('a journal that cannot be written', () => {
	it('lets nothing be sent', async test => {
		const world = await worldFor(test);
		await apply(world, [await planFor(world, '$email')]);
		const plan = await planFor(world, '$phone');
		const requests = world.simulator.requests.length;
		const place = dirname(world.session.path);
		await rename(place, `${place}.gone`);
		const {failed, done, notTried} = await apply(world, [plan, await planFor(world, '$first_name')]);
		assert.deepEqual([failed?.outcome, done.length, notTried.length], ['not_sent', 0, 1]);
		assert.equal(failed?.problem?.exitCode, 5);
		assert.equal(world.writes().length, 1);
		assert.equal(
			world.simulator.requests.length,
			requests + 1,
			'not even the read before; the one is the second plan',
		);
		await rename(`${place}.gone`, place);
	});

	it('after the send leaves the change open, and reading settles it', async test => {
		const world = await worldFor(test);
		const place = dirname(world.session.path);
		const {promise: moved, resolve} = Promise.withResolvers<void>();
		const {done} = await apply(
			world,
			[await planFor(world, '$email')],
			progress => {
				if (progress.kind === 'step' && progress.step === 'verifying') {
					rename(place, `${place}.gone`).then(resolve);
				}
			},
			{
				...world.edges,
				async record(event) {
					await (event.type === 'change_settled' ? moved : undefined);
					return world.edges.record(event);
				},
			},
		);
		assert.equal(done[0]?.problem?.exitCode, 5);
		assert.equal(done[0]?.outcome, 'applied');
		assert.deepEqual(outcomes(world), [null]);
		await rename(`${place}.gone`, place);
		await world.classifyElsewhere('$email', false);
		const same = await applyChanges([await planFor(world, '$email')], world.edges, {signal: quiet});
		assert.match(same.kind === 'refused' ? same.why : '', /earlier change of \$email is not known yet/);
		await world.classifyElsewhere('$email', true);
		await reconcile(world.session.state.changes, world.edges, quiet);
		assert.deepEqual(outcomes(world), ['applied']);
	});
});

describe('a batch', () => {
	it('takes one property the first time', async test => {
		const world = await worldFor(test);
		const plans = [await planFor(world, '$email'), await planFor(world, '$phone')];
		const result = await applyChanges(plans, world.edges, {signal: quiet});
		assert.match(result.kind === 'refused' ? result.why : '', /first run takes one/);
		assert.deepEqual([world.writes(), world.session.state.changes], [[], []]);
	});

	it('stops at the first failure and tells done, failed and not tried apart', async test => {
		const world = await worldFor(test);
		await apply(world, [await planFor(world, '$last_name')]);
		const plans = [
			await planFor(world, '$email'),
			await planFor(world, '$phone'),
			await planFor(world, '$first_name'),
		];
		await world.classifyElsewhere('$phone', true);
		const before = world.writes().length;
		const {done, failed, notTried} = await apply(world, plans);
		assert.deepEqual(
			[done.map(({plan}) => plan), failed?.plan, notTried],
			[[plans[0]], plans[1], [plans[2]]],
		);
		assert.equal(world.writes().length, before + 1);
		assert.equal(await world.isClassified('$first_name'), false);
	});

	it('is never made twice, nor twice the same, nor elsewhere', async test => {
		const world = await worldFor(test);
		const plan = await planFor(world, '$email');
		await apply(world, [plan]);
		const other = await planFor(world, '$phone');
		const twice = {...other, intent: {...other.intent, operation: 'another'}};
		const elsewhere = {...other, target: {...other.target, organizationId: '1'}};
		const live = {
			...other,
			target: {kind: 'live', region: 'eu', organizationId: other.target.organizationId, name: ana},
		} as const;
		const requests = world.simulator.requests.length;
		for (const plans of [[plan], [other, other], [other, twice], [elsewhere], [live]]) {
			assert.equal((await applyChanges(plans, world.edges, {signal: quiet})).kind, 'refused');
		}

		assert.equal(world.simulator.requests.length, requests);
		assert.equal(world.session.state.changes.length, 1);
	});

	it('cancelled between two sends nothing more; cancelled while sending waits for the outcome', async test => {
		const world = await worldFor(test, {faults: ['slow:50@writes']});
		await apply(world, [await planFor(world, '$last_name')]);
		const plans = [await planFor(world, '$email'), await planFor(world, '$phone')];
		const {done, failed, notTried, isCancelled} = await apply(world, plans, progress => {
			if (progress.kind === 'step' && progress.step === 'sending') {
				setImmediate(() => world.controller.abort());
			}
		});
		assert.deepEqual([done.length, failed, notTried.length, isCancelled], [1, null, 1, true]);
		assert.deepEqual(outcomes(world), ['applied', 'applied']);
		await checkBooks(test, world);
	});

	it('cancelled before the send is recorded as not sent', async test => {
		const world = await worldFor(test);
		const {failed, isCancelled} = await apply(world, [await planFor(world, '$email')], progress => {
			if (progress.kind === 'step' && progress.step === 'reading') {
				world.controller.abort();
			}
		});
		assert.deepEqual([failed?.outcome, isCancelled, outcomes(world)], ['not_sent', true, ['not_sent']]);
		assert.deepEqual(world.writes(), []);
	});
});

describe('undoing', () => {
	async function undo(world: World, name: string) {
		const {changes} = world.session.state;
		const change = changes.findLast(each => each.resource.name === name && each.undoes === null);
		const place = placeOfProperty(change?.resource.id ?? '');
		const [project] = world.projects;
		assert.ok(change !== undefined && place !== null && project !== undefined);
		const read = await world.edges.readProperty(place, {signal: quiet});
		assert.ok(read.outcome === 'ok');
		return planUndo({
			change,
			current: read.value,
			changes,
			project,
			target: world.target,
			operation: world.edges.newOperation(),
			by: ana,
		});
	}

	it('brings back the state before, once', async test => {
		const world = await worldFor(test);
		await apply(world, [await planFor(world, '$email')]);
		const plan = planOf(await undo(world, '$email'));
		assert.equal(plan.intent.undoes, world.session.state.changes[0]?.operation);
		await apply(world, [plan]);
		assert.equal(await world.isClassified('$email'), false);
		const again = await undo(world, '$email');
		assert.match(again.kind === 'refused' ? again.why : '', /already undone/);
		await apply(world, [await planFor(world, '$email')]);
		assert.equal((await undo(world, '$email')).kind, 'planned', 'what was classified anew');
		await checkBooks(test, world);
	});

	it('is refused when the property is no longer as the change left it, and stops on drift', async test => {
		const world = await worldFor(test);
		await apply(world, [await planFor(world, '$email')]);
		const plan = planOf(await undo(world, '$email'));
		await world.classifyElsewhere('$email', false);
		const refused = await undo(world, '$email');
		assert.match(refused.kind === 'refused' ? refused.why : '', /no longer as this change left it/);
		assert.equal((await apply(world, [plan])).failed?.outcome, 'drifted');
	});

	it('is refused for a change that was not applied', async test => {
		const world = await worldFor(test, {faults: ['denied@writes']});
		await apply(world, [await planFor(world, '$email')]);
		const refused = await undo(world, '$email');
		assert.match(refused.kind === 'refused' ? refused.why : '', /cannot be undone: failed/);
	});
});

describe('edges', () => {
	it('are not made over the session of another organization', async test => {
		const world = await worldFor(test);
		await assert.rejects(openEdges({...world.reach, organizationId: world.target.organizationId}), /held/);
		const other = await worldFor(test, {seed: 8});
		const clientOf = (baseUrl: BaseUrl) =>
			createClient({baseUrl, serviceAccount: 'x', secret: world.reach.secret, signal: quiet});
		const simulated = clientOf({kind: 'simulated', origin: world.reach.baseUrl});
		const live = clientOf({kind: 'live', region: 'eu', origin: 'https://eu.mixpanel.com'});
		const {session, target} = world;
		const now = () => new Date();
		assert.equal(createChangeEdges({client: simulated, session, target, now}).target, target);
		assert.throws(() => createChangeEdges({client: live, session, target, now}), {exitCode: 2});
		assert.throws(() => createChangeEdges({client: simulated, session, target: other.target, now}), {
			exitCode: 2,
		});
	});
});
