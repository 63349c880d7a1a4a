import assert from 'node:assert/strict';
import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {compareFacts} from '../../source/assessment/compare-facts.ts';
import {openIo} from '../../source/commands/call/open-io.ts';
import type {Invocation} from '../../source/commands/invocation.ts';
import {practise} from '../../source/commands/opening/practise.ts';
import {findPractice} from '../../source/training/scenarios/find-scenario.ts';
import type {Facts} from '../../source/types/facts.ts';
import type {OpenedRoad} from '../../source/ui/effects/edges.ts';
import {judgeOrganization, ruleIn} from '../support/judge-organization.ts';

const day = 86_400_000;
const noon = new Date('2026-11-24T12:00:00Z');

async function stateDirectory(test: TestContext): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-past-test-'));
	test.after(() => rm(directory, {recursive: true, force: true}));
	return directory;
}

async function open(directory: string, now: Date, seed = 1) {
	const {signal} = new AbortController();
	const invocation: Invocation = {
		command: 'train',
		positionals: ['relapse'],
		flags: new Map(),
		environment: {
			serviceAccount: null,
			secret: null,
			organizationId: null,
			projectId: null,
			baseUrl: null,
			stateDirectory: directory,
			plain: false,
		},
		io: openIo(),
		signal,
		now: () => now,
	};
	return practise(invocation, {scenario: 'relapse', seed}, signal);
}

type Opened = Extract<OpenedRoad, {kind: 'opened'}>;

function opened(road: OpenedRoad): Opened {
	assert.ok(road.kind === 'opened', road.kind);
	return road;
}

async function read(road: Opened): Promise<Facts> {
	let facts: Facts = {};
	await road.readFacts?.({
		signal: new AbortController().signal,
		onFact(more) {
			facts = {...facts, ...more};
		},
		onProgress: () => undefined,
		onWaiting: () => undefined,
	});
	return facts;
}

test('whoever practises on relapse finds the session that was left, its dates counted from today', async test => {
	const road = opened(await open(await stateDirectory(test), noon));
	test.after(() => road.close());
	const {state} = road.recorder;
	assert.equal(state.openedAt, new Date(noon.getTime() - 160 * day).toISOString());
	assert.equal(state.lastAt, new Date(noon.getTime() - 20 * day).toISOString());
	assert.deepEqual(state.training, {scenario: 'relapse', seed: 1, plantedAt: noon.toISOString()});
	assert.deepEqual(
		state.parked.map(({click, until}) => [click, until]),
		[['3.1.C5', '2026-11-18']],
	);
	assert.deepEqual(state.place, {screen: 'control', control: '3.1', stage: 'gap', row: 0});
	assert.equal(state.assessments.length, 1);
	assert.equal(state.attestations.length, 19);
	assert.equal(road.before?.at, new Date(noon.getTime() - 160 * day).toISOString());
});

test('in spring everything that can be read was in order, by the facts that were kept', async test => {
	const road = opened(await open(await stateDirectory(test), noon, 2));
	test.after(() => road.close());
	const {before, recorder} = road;
	assert.ok(before !== null);
	const then = judgeOrganization(before.facts, {
		at: new Date(noon.getTime() - 160 * day),
		decisions: recorder.state,
	});
	const {past} = findPractice('relapse');
	for (const rule of Object.keys(past?.organization.planted ?? {})) {
		assert.equal(ruleIn(then, rule).status, 'pass', rule);
	}

	assert.equal(ruleIn(then, 'organization-two-factor').basis, 'confirmed');
});

test('what is found today is the same organization, and tells what drifted', async test => {
	const road = opened(await open(await stateDirectory(test), noon));
	test.after(() => road.close());
	const facts = await read(road);
	assert.ok(road.before !== null);
	const sentences = compareFacts(road.before.facts, facts).map(({sentence}) => sentence);
	for (const wanted of [
		/is Owner now/,
		/is Admin now/,
		/Landing Pages is new/,
		/\$email in App is no longer/,
	]) {
		assert.ok(
			sentences.some(sentence => wanted.test(sentence)),
			`${wanted}: ${sentences.join('\n')}`,
		);
	}

	// Accounts that were there in spring were made on the same day then and now.
	const made = (of: Facts) =>
		new Map(
			(of.serviceAccounts?.outcome === 'ok' ? of.serviceAccounts.value : []).map(account => [
				account.username,
				[account.id, account.created, account.expires],
			]),
		);
	const now = made(facts);
	for (const [username, account] of made(road.before.facts)) {
		assert.deepEqual(now.get(username), account, username);
	}
});

test('it is left once: coming back opens what one did oneself, and nothing half written stays behind', async test => {
	const directory = await stateDirectory(test);
	const first = opened(await open(directory, noon));
	await first.recorder.append({type: 'click_ticked', click: '2.3.C2', done: true});
	await first.close();
	const later = opened(await open(directory, new Date(noon.getTime() + day)));
	test.after(() => later.close());
	assert.ok(later.recorder.state.ticked.has('2.3.C2'));
	assert.equal(later.recorder.state.attestations.length, 19);
	assert.equal((await readdir(join(directory, 'sessions'))).length, 1);
});

test('where the state cannot be written, opening says so as for any other organization', async test => {
	const directory = await stateDirectory(test);
	await writeFile(join(directory, 'sessions'), 'no directory');
	const road = await open(directory, noon);
	assert.equal(road.kind, 'failed');
});
