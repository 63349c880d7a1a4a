import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import type {Invocation} from '../../source/commands/invocation.ts';
import {practise} from '../../source/commands/opening/practise.ts';
import {applyChanges} from '../../source/remediation/apply-changes.ts';
import type {Resource} from '../../source/types/resource.ts';
import {Secret} from '../../source/types/secret.ts';
import {ana, openEdges, planFor} from '../remediation/changer-world.ts';
import {everythingIn, type World, worldFor} from '../remediation/world.ts';
import {startInTerminal, type Terminal} from '../support/pty/start-in-terminal.ts';
import {root, runProgram, startArguments} from '../support/run-program.ts';

/** An organization in which $email was classified, its session closed. */
async function changedWorld(test: TestContext, person: boolean): Promise<World> {
	const world = await worldFor(test);
	if (person) {
		await world.session.append({type: 'person_named', name: ana});
	}

	await applyChanges([await planFor(world, '$email')], world.edges, {signal: world.controller.signal});
	await world.session.close();
	return world;
}

function environmentOf({reach}: World): Record<string, string> {
	return {
		MIXPANEL_BASE_URL: reach.baseUrl,
		MIXPANEL_SERVICE_ACCOUNT: reach.serviceAccount,
		MIXPANEL_SERVICE_ACCOUNT_SECRET: reach.secret.reveal(),
		MIXPANEL_HARDEN_STATE_DIR: reach.stateDirectory,
		NODE_NO_WARNINGS: '1',
	};
}

async function undo(test: TestContext, world: World): Promise<Terminal> {
	const terminal = await startInTerminal({
		command: process.execPath,
		args: [...startArguments.source, 'undo'],
		cwd: root,
		columns: 100,
		rows: 40,
		environment: environmentOf(world),
	});
	test.after(() => terminal.close());
	return terminal;
}

describe('undo', {concurrency: 2}, () => {
	it('shows what follows and takes a change back', async test => {
		const world = await changedWorld(test, true);
		const terminal = await undo(test, world);
		await terminal.waitFor(/❯ 2026-11-24 12:00 UTC · \$email classified in project \d+, by Ana/, 20_000);
		terminal.press('enter');
		const preview = (await terminal.waitFor(/Take the mark off \$email\?/)).join('\n');
		assert.match(preview, /project Shop Production/);
		assert.match(preview, /everyone in the project can see its values again/);
		assert.match(preview, /\{"name":"\$email","resourceType":"User","sensitive":false\}/);
		terminal.type('y');
		terminal.press('enter');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		assert.match(terminal.screen().join('\n'), /Undone\. Read again: not classified\./);
		assert.equal(await world.isClassified('$email'), false);
		assert.equal(world.writes().length, 2);
		const {session} = await openEdges(world.reach);
		test.after(() => session.close());
		const [first, second] = session.state.changes;
		assert.deepEqual([second?.undoes, second?.outcome], [first?.operation, 'applied']);
		const secret = world.reach.secret.reveal();
		assert.ok(
			!terminal.output().includes(secret) && !(await everythingIn(world.stateDirectory)).includes(secret),
		);
	});

	it('asks for a name when none is known, and changes nothing unless told so', async test => {
		const world = await changedWorld(test, false);
		const terminal = await undo(test, world);
		await terminal.waitFor(/❯ 2026/, 20_000);
		terminal.press('enter');
		await terminal.waitFor(/Your name/);
		terminal.type('Ben');
		terminal.press('enter');
		await terminal.waitFor(/Take the mark off \$email\? \(y\/N\)/);
		terminal.press('enter');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		assert.match(terminal.screen().join('\n'), /Nothing was changed\./);
		assert.equal(world.writes().length, 1);
	});

	it('is broken off by Ctrl-C with 130', async test => {
		const world = await changedWorld(test, true);
		const terminal = await undo(test, world);
		await terminal.waitFor(/❯ 2026/, 20_000);
		terminal.press('ctrlC');
		assert.equal((await terminal.exit).code, 130);
		assert.equal(world.writes().length, 1);
	});

	it('settles what was left open first, and says when nothing is left to undo', async test => {
		const world = await worldFor(test);
		const plan = await planFor(world, '$email');
		await world.session.append({type: 'change_intended', intent: plan.intent});
		await world.session.close();
		const terminal = await undo(test, world);
		assert.equal((await terminal.exit).code, 0);
		const shown = terminal.screen().join('\n');
		assert.match(shown, /left open before: It was not carried out/);
		assert.match(shown, /\$email classified in project \d+, by Ana: failed[\s\S]*Nothing is left to undo/);
		assert.deepEqual(world.writes(), []);
	});

	it('needs a terminal, and a key', async test => {
		const world = await changedWorld(test, true);
		const {code, stderr} = await runProgram({args: ['undo'], environment: environmentOf(world)});
		assert.equal(code, 2);
		assert.match(stderr, /Undoing needs a terminal/);
		const terminal = await undo(test, {
			...world,
			reach: {...world.reach, serviceAccount: '', secret: new Secret('')},
		});
		assert.equal((await terminal.exit).code, 3);
		assert.match(terminal.screen().join('\n'), /There is no key to undo with/);
	});

	it('of what was done while practising takes no key, and is not done with one', async test => {
		const stateDirectory = await mkdtemp(path.join(tmpdir(), 'mixpanel-harden-undo-'));
		test.after(() => rm(stateDirectory, {recursive: true, force: true}));
		const invocation: Invocation = {
			command: 'train',
			positionals: [],
			flags: new Map(),
			environment: {
				serviceAccount: null,
				secret: null,
				organizationId: null,
				projectId: null,
				baseUrl: null,
				stateDirectory,
				plain: false,
			},
			io: {stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, isTerminal: true},
			signal: new AbortController().signal,
			now: () => new Date(),
		};
		const road = await practise(invocation, {scenario: 'startup', seed: 7}, invocation.signal);
		assert.ok(road.kind === 'opened' && road.changer !== null && road.readFacts !== null);
		await road.recorder.append({type: 'person_named', name: ana});
		const found: Resource[] = [];
		await road.readFacts({
			signal: invocation.signal,
			onWaiting: () => undefined,
			onProgress: () => undefined,
			onFact({properties}) {
				if (properties?.outcome === 'ok') {
					found.push(
						...properties.value.flatMap(({read}) =>
							read.outcome === 'ok'
								? read.value
										.filter(({rawName}) => rawName === '$email')
										.map(({id, name}): Resource => ({type: 'property', id, name}))
								: [],
						),
					);
				}
			},
		});
		const {plans} = await road.changer.planClassify(found.slice(0, 1), ana, invocation.signal);
		await road.changer.apply(plans, {signal: invocation.signal, onProgress: () => undefined});
		await road.close();

		const terminal = await startInTerminal({
			command: process.execPath,
			args: [...startArguments.source, 'undo'],
			cwd: root,
			columns: 100,
			rows: 40,
			environment: {MIXPANEL_HARDEN_STATE_DIR: stateDirectory, NODE_NO_WARNINGS: '1'},
		});
		test.after(() => terminal.close());
		await terminal.waitFor(/❯ .*\$email classified in project/, 20_000);
		assert.match(terminal.screen().join('\n'), /TRAINING|simulated/);
		terminal.press('enter');
		await terminal.waitFor(/Take the mark off \$email\?/);
		terminal.type('y');
		terminal.press('enter');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		assert.match(terminal.screen().join('\n'), /Undone\. Read again: not classified\./);
	});

	it('with a key leaves alone what was done while practising', async test => {
		const world = await changedWorld(test, true);
		const {session} = await openEdges(world.reach);
		await session.append({type: 'training_begun', scenario: 'startup', seed: 7});
		await session.close();
		const terminal = await undo(test, world);
		assert.equal((await terminal.exit).code, 3);
		assert.match(terminal.screen().join('\n'), /made while practising[\s\S]*Unset MIXPANEL_SERVICE_ACCOUNT/);
		assert.equal(world.writes().length, 1);
	});
});
