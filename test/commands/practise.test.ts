import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {openIo} from '../../source/commands/call/open-io.ts';
import type {Invocation} from '../../source/commands/invocation.ts';
import {practise} from '../../source/commands/opening/practise.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Facts} from '../../source/types/facts.ts';
import {Secret} from '../../source/types/secret.ts';
import type {OpenedRoad} from '../../source/ui/effects/edges.ts';

const day = 86_400_000;

test('in training the claimed domains are looked up at its own name server, and no real SCIM token is used', async test => {
	const stateDirectory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-practise-'));
	test.after(() => rm(stateDirectory, {recursive: true, force: true}));
	const {signal} = new AbortController();
	const invocation: Invocation = {
		command: 'train',
		positionals: [],
		flags: new Map(),
		environment: {
			serviceAccount: null,
			secret: null,
			scimToken: new Secret('not-for-training'),
			organizationId: null,
			projectId: null,
			baseUrl: null,
			stateDirectory,
			plain: false,
		},
		io: openIo(),
		signal,
		now: () => new Date('2026-11-24T10:00:00Z'),
	};
	const road = opened(await practise(invocation, {scenario: 'startup', seed: 1}, signal));
	test.after(() => road.close());
	assert.equal((await read(road, signal)).domainClaims, undefined);

	const domains = ['harbour.example', 'labs.harbour.example'].map(domain => makeSafe(domain));
	await road.recorder.append({type: 'profile_answered', answers: {domains}});
	const {domainClaims, scimUsers} = await read(road, signal);
	assert.deepEqual(
		domainClaims?.outcome === 'ok' &&
			domainClaims.value.map(({domain, answer}) => [domain, answer.kind === 'records' && answer.proofs]),
		[
			['harbour.example', 1],
			['labs.harbour.example', 0],
		],
	);
	assert.equal(scimUsers, undefined);

	// Named while the organization is open: asked about apart, and nothing else with them.
	await road.recorder.append({
		type: 'profile_answered',
		answers: {domains: [makeSafe('broken.harbour.example')]},
	});
	const claims = await road.readClaims?.(signal);
	assert.deepEqual(Object.keys(claims ?? {}), ['domainClaims']);
	const again = claims?.domainClaims;
	assert.equal(again?.outcome === 'ok' && again.value[0]?.answer.kind, 'failed');
	await road.recorder.append({type: 'profile_answered', answers: {sso: 'disabled'}});
	assert.deepEqual(await road.readClaims?.(signal), {});
});

test('a training organization is found again as it was left: the same dates, and what was changed stays changed', async test => {
	const stateDirectory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-practise-'));
	test.after(() => rm(stateDirectory, {recursive: true, force: true}));
	let now = new Date('2026-11-24T10:00:00Z');
	const {signal} = new AbortController();
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
		io: openIo(),
		signal,
		now: () => now,
	};
	const open = async () => opened(await practise(invocation, {scenario: 'startup', seed: 1}, signal));

	const first = await open();
	// The session begins a moment after the organization was planted.
	now = new Date(now.getTime() + 1500);
	const before = await read(first, signal);
	const [property] = openProperties(before);
	assert.ok(property !== undefined && first.changer !== null);
	await first.recorder.append({type: 'person_named', name: makeSafe('Ana')});
	const {plans} = await first.changer.planClassify(
		[{type: 'property', ...property}],
		makeSafe('Ana'),
		signal,
	);
	const result = await first.changer.apply(plans, {signal, onProgress: () => undefined});
	assert.ok(result.kind === 'ran' && result.done.length === 1);
	await first.close();

	now = new Date(now.getTime() + 9 * day);
	const again = await open();
	const after = await read(again, signal);
	await again.close();
	// Nine days are enough for the colleague of the scenario: an account is gone, a property is new.
	const left = expiries(after).map(([id]) => id);
	assert.equal(left.length, expiries(before).length - 1);
	assert.deepEqual(
		expiries(after),
		expiries(before).filter(([id]) => left.includes(id)),
	);
	const known = new Set(openProperties(before).map(({id}) => id));
	const fresh = openProperties(after).filter(({id}) => !known.has(id));
	assert.deepEqual(
		fresh.map(({name}) => String(name)),
		['phone_number'],
	);
	assert.ok(!openProperties(after).some(({id}) => id === property.id), 'still classified');
	assert.equal(openProperties(after).length, openProperties(before).length);
});

function opened(road: OpenedRoad): Extract<OpenedRoad, {kind: 'opened'}> {
	assert.ok(road.kind === 'opened');
	return road;
}

async function read({readFacts}: Extract<OpenedRoad, {kind: 'opened'}>, signal: AbortSignal): Promise<Facts> {
	let facts: Facts = {};
	assert.ok(readFacts !== null);
	const {problem} = await readFacts({
		signal,
		onFact(more) {
			facts = {...facts, ...more};
		},
		onProgress: () => undefined,
		onWaiting: () => undefined,
	});
	assert.equal(problem, null);
	return facts;
}

function openProperties({properties}: Facts) {
	assert.ok(properties?.outcome === 'ok');
	return properties.value.flatMap(({read: each}) => {
		assert.ok(each.outcome === 'ok');
		return each.value.filter(({sensitive}) => sensitive === false).map(({id, name}) => ({id, name}));
	});
}

function expiries({serviceAccounts}: Facts) {
	assert.ok(serviceAccounts?.outcome === 'ok');
	return serviceAccounts.value.map(({id, expires, created}) => [id, expires, created]);
}

test('who practises for the first time is told what there is to do, and what a limited key cannot judge', async test => {
	const stateDirectory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-practise-'));
	test.after(() => rm(stateDirectory, {recursive: true, force: true}));
	const {signal} = new AbortController();
	const open = async (scenario: string) =>
		opened(
			await practise(
				{
					command: 'train',
					positionals: [scenario],
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
					io: openIo(),
					signal,
					now: () => new Date('2026-11-24T10:00:00Z'),
				},
				{scenario, seed: 1},
				signal,
			),
		);
	const first = await open('limited');
	await first.close();
	assert.match(first.notice ?? '', /^You advise the company .*is Member of the organization.* 6 of 17 rules/);
	const again = await open('limited');
	await again.close();
	assert.match(again.notice ?? '', /^This key is Member/);
	const plain = await open('startup');
	await plain.close();
	assert.equal(plain.notice, null);
});
