import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, test} from 'node:test';
import {emptySession} from '../../../source/session/fold.ts';
import {openSession} from '../../../source/session/open-session.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {exitCodes} from '../../../source/types/exit-code.ts';
import type {Facts} from '../../../source/types/facts.ts';
import type {SessionEvent} from '../../../source/types/session.ts';
import type {Target} from '../../../source/types/target.ts';
import {UserError} from '../../../source/types/user-error.ts';
import type {Archive} from '../../../source/ui/effects/archive.ts';
import type {
	Edges,
	FactReader,
	OpenedOrganization,
	OpenedRoad,
	Recorder,
} from '../../../source/ui/effects/edges.ts';
import {createEffectRunner, type EffectRunner} from '../../../source/ui/effects/run-effects.ts';
import type {AppEvent} from '../../../source/ui/state/app-event.ts';
import type {Outcome, Road} from '../../../source/ui/state/app-state.ts';
import type {Effect} from '../../../source/ui/state/effect.ts';
import {now} from '../world.ts';

const target: Target = {kind: 'simulated', organizationId: '4410022', name: makeSafe('Corp Example')};
const byHand: Road = {kind: 'by_hand'};
const practise: Road = {kind: 'practise', scenario: 'startup', seed: 1};
const full = new UserError('Nothing was saved', {
	why: 'The disk is full.',
	next: 'Free some space and try again.',
	exitCode: exitCodes.state,
});

/** A runner over edges of a test, with everything it tells in the order it tells it. */
type Rig = {
	readonly runner: EffectRunner;
	readonly events: AppEvent[];
	/** Resolves with the first event, old or new, of a type. */
	readonly told: (type: AppEvent['type']) => Promise<AppEvent>;
	readonly left: Outcome[];
};

function rig(edges: Partial<Edges>): Rig {
	const events: AppEvent[] = [];
	const waiting: {type: string; resolve: (event: AppEvent) => void}[] = [];
	const left: Outcome[] = [];
	const runner = createEffectRunner(
		{
			open: async () => opened({}),
			startRows: async () => [],
			knownPerson: async () => null,
			rememberPerson: async () => undefined,
			openPage: async () => false,
			saveText: async () => '/tmp/none.md',
			copy: () => true,
			...edges,
		},
		{
			dispatch(event) {
				events.push(event);
				for (const {resolve} of waiting.filter(({type}) => type === event.type)) {
					resolve(event);
				}
			},
		},
		({outcome}) => left.push(outcome),
	);
	return {
		runner,
		events,
		left,
		told(type) {
			const {promise, resolve} = Promise.withResolvers<AppEvent>();
			const known = events.find(event => event.type === type);
			if (known !== undefined) {
				resolve(known);
			}

			waiting.push({type, resolve});
			return promise;
		},
	};
}

function opened(parts: {
	readonly recorder?: Recorder;
	readonly readFacts?: FactReader;
	readonly close?: () => Promise<void>;
	readonly mend?: () => Promise<OpenedRoad>;
	readonly connect?: OpenedOrganization['connect'];
}): Extract<OpenedRoad, {kind: 'opened'}> {
	return {
		kind: 'opened',
		target,
		label: 'Corp Example',
		recorder: parts.recorder ?? {
			state: emptySession,
			append: async () => undefined,
			saveFacts: async () => ({file: 'facts.json', sha256: '0'.repeat(64)}),
		},
		changer: null,
		before: null,
		recall: async () => [],
		readOnly: null,
		offline: null,
		connect: parts.connect ?? null,
		notice: null,
		mend: parts.mend ?? null,
		readFacts: parts.readFacts ?? null,
		close: parts.close ?? (async () => undefined),
	};
}

function tick(click: string): SessionEvent {
	return {type: 'click_ticked', click, done: true};
}

function record(events: readonly SessionEvent[], message: string | null = null): Effect {
	return {type: 'record', events, message, ofForm: false};
}

function types(events: readonly AppEvent[]): readonly string[] {
	return events.map(event => event.type);
}

describe('what the reducer asks for', () => {
	let directory: string;
	beforeEach(async () => {
		directory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-effects-'));
	});
	afterEach(() => rm(directory, {recursive: true, force: true}));

	/** A session on the disk, opened as the wizard does. */
	async function onDisk(): Promise<ReturnType<typeof opened>> {
		const session = await openSession({
			stateDirectory: directory,
			target,
			tool: {version: '0.1.0', guideVersion: '0.1.0'},
			now: () => now,
		});
		assert.ok(session.kind === 'open');
		return opened({recorder: session.session, close: () => session.session.close()});
	}

	async function journal(): Promise<string> {
		return readFile(join(directory, 'sessions', 'simulated-4410022', 'journal.jsonl'), 'utf8');
	}

	test('records reach the disk in the order they were asked for, and leaving waits for them', async () => {
		const way = await onDisk();
		const {runner, events, left, told} = rig({open: async () => way});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		for (let number = 1; number <= 20; number += 1) {
			runner.run(record([tick(`1.1.C${number}`)], `${number}`));
		}

		runner.run({type: 'leave', outcome: {kind: 'quit'}});
		assert.deepEqual(left, []);
		await runner.recorded();
		await runner.close();
		assert.deepEqual(left, [{kind: 'quit'}]);
		const written = [...(await journal()).matchAll(/1\.1\.C\d+/g)].map(String);
		assert.deepEqual(
			written,
			Array.from({length: 20}, (_, index) => `1.1.C${index + 1}`),
		);
		const changes = events.filter(event => event.type === 'session_changed');
		assert.deepEqual(
			changes.map(event => event.session.ticked.size),
			Array.from({length: 20}, (_, index) => index + 1),
		);
		assert.equal(changes.at(-1)?.message, '20');
	});

	test('a record that fails says why, and the next one may succeed', async () => {
		const way = await onDisk();
		let broken = true;
		const recorder: Recorder = {
			get state() {
				return way.recorder.state;
			},
			saveFacts: facts => way.recorder.saveFacts(facts),
			append: event => (broken ? Promise.reject(full) : way.recorder.append(event)),
		};
		const {runner, events, told} = rig({open: async () => ({...way, recorder})});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		runner.run({type: 'record', events: [tick('1.1.C1')], message: 'Ticked.', ofForm: true});
		const failed = await told('session_failed');
		assert.deepEqual(failed, {
			type: 'session_failed',
			what: 'Nothing was saved. The disk is full. Free some space and try again.',
			ofForm: true,
		});
		broken = false;
		runner.run(record([tick('1.1.C2')], 'Ticked.'));
		await told('session_changed');
		assert.deepEqual(types(events), ['opened', 'session_failed', 'session_changed']);
		await runner.close();
	});

	test('a name that cannot be remembered keeps nothing from being recorded', async () => {
		const way = await onDisk();
		const {runner, events, told} = rig({
			open: async () => way,
			knownPerson: () => Promise.reject(new Error('no preferences')),
			rememberPerson: () => Promise.reject(new Error('no preferences')),
		});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		runner.run(record([{type: 'person_named', name: makeSafe('Ana')}, tick('1.1.C1')]));
		await told('session_changed');
		assert.deepEqual(types(events), ['opened', 'session_changed']);
		assert.ok(way.recorder.state.ticked.has('1.1.C1'));
		await runner.close();
	});

	test('facts come back as they arrive', async () => {
		const readFacts: FactReader = async ({onFact, onProgress, onWaiting}) => {
			onProgress(0, 2);
			onFact({});
			onWaiting('limit reached, 12 s');
			return {requests: 2, problem: null};
		};
		const {runner, events, told} = rig({open: async () => opened({readFacts})});
		runner.run({type: 'open', road: practise});
		await told('opened');
		runner.run({type: 'read'});
		assert.deepEqual(await told('reading_finished'), {type: 'reading_finished', requests: 2});
		assert.deepEqual(types(events), [
			'opened',
			'reading_started',
			'read_progress',
			'fact_read',
			'read_waiting',
			'reading_finished',
		]);
		const before = events.length;
		runner.run({type: 'stop_reading'});
		assert.equal(events.length, before, 'nothing is left to be stopped');
		await runner.close();
	});

	test('a reading that goes wrong says so, however it does', async () => {
		for (const readFacts of [
			async () => ({requests: 1, problem: 'The key was refused.'}),
			() =>
				Promise.reject(new UserError('The key was refused', {why: '', next: '', exitCode: exitCodes.state})),
		] satisfies readonly FactReader[]) {
			const {runner, told} = rig({open: async () => opened({readFacts})});
			runner.run({type: 'open', road: practise});
			await told('opened');
			runner.run({type: 'read'});
			const failed = await told('reading_failed');
			assert.ok(failed.type === 'reading_failed' && failed.what.startsWith('The key was refused.'));
			await runner.close();
		}
	});

	test('nobody listens to what a stopped reading still finds', async () => {
		const late = Promise.withResolvers<void>();
		const ended = Promise.withResolvers<void>();
		const readFacts: FactReader = async ({onFact, onProgress, signal}) => {
			await late.promise;
			assert.equal(signal.aborted, true);
			onFact({});
			onProgress(1, 1);
			ended.resolve();
			return {requests: 1, problem: null};
		};
		const {runner, events, told} = rig({open: async () => opened({readFacts})});
		runner.run({type: 'open', road: practise});
		await told('opened');
		runner.run({type: 'read'});
		await told('reading_started');
		runner.run({type: 'stop_reading'});
		late.resolve();
		await ended.promise;
		await runner.close();
		assert.deepEqual(types(events), ['opened', 'reading_started', 'reading_stopped']);
	});

	test('an organization that answers at last is read, and one that was left by then is not', async () => {
		for (const isLeft of [false, true]) {
			const answer = Promise.withResolvers<OpenedRoad>();
			const asked = Promise.withResolvers<void>();
			let reads = 0;
			const readFacts: FactReader = async () => {
				reads += 1;
				return {requests: 5, problem: null};
			};
			const {runner, events, told} = rig({
				open: async () =>
					opened({
						connect: () => {
							asked.resolve();
							return answer.promise;
						},
					}),
			});
			runner.run({type: 'open', road: practise});
			await told('opened');
			runner.run({type: 'read'});
			await asked.promise;
			const closed = isLeft ? runner.close() : null;
			// The session is let go before the answer comes.
			await closed;
			answer.resolve(opened({readFacts}));
			await (isLeft ? answer.promise : told('reading_finished'));
			await runner.close();
			assert.equal(reads, isLeft ? 0 : 1);
			assert.deepEqual(
				types(events),
				isLeft ? ['opened', 'reading_started'] : ['opened', 'reading_started', 'reached', 'reading_finished'],
			);
		}
	});

	test('closing stops the reading, and closes once what was recorded is on the disk', async () => {
		const steps: string[] = [];
		const slow = Promise.withResolvers<void>();
		const begun = Promise.withResolvers<AbortSignal>();
		const {runner, told} = rig({
			open: async () =>
				opened({
					recorder: {
						state: emptySession,
						saveFacts: async () => ({file: 'facts.json', sha256: '0'.repeat(64)}),
						async append() {
							await slow.promise;
							steps.push('recorded');
						},
					},
					readFacts: ({signal}) => {
						begun.resolve(signal);
						return new Promise(() => undefined);
					},
					async close() {
						steps.push('closed');
					},
				}),
		});
		runner.run({type: 'open', road: practise});
		await told('opened');
		runner.run({type: 'read'});
		const signal = await begun.promise;
		runner.run(record([tick('1.1.C1')]));
		const closed = runner.close();
		assert.equal(signal.aborted, true);
		slow.resolve();
		await closed;
		assert.deepEqual(steps, ['recorded', 'closed']);
	});

	test('an opening that was cancelled arrives nowhere and is closed again', async () => {
		const way = Promise.withResolvers<OpenedRoad>();
		const closed = Promise.withResolvers<void>();
		const signals: AbortSignal[] = [];
		const {runner, events} = rig({
			open(_, signal) {
				signals.push(signal);
				return way.promise;
			},
		});
		runner.run({type: 'open', road: practise});
		await runner.recorded();
		await new Promise(setImmediate);
		runner.run({type: 'close'});
		assert.equal(signals[0]?.aborted, true);
		way.resolve(
			opened({
				async close() {
					closed.resolve();
				},
			}),
		);
		await closed.promise;
		assert.deepEqual(events, []);
	});

	test('an opening can be cancelled while the organization before it is still closing', async () => {
		const closing = Promise.withResolvers<void>();
		const roads: Road[] = [];
		const {runner, events, told} = rig({
			async open(road) {
				roads.push(road);
				return opened({close: () => closing.promise});
			},
		});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		runner.run({type: 'close'});
		runner.run({type: 'open', road: practise});
		runner.run({type: 'close'});
		closing.resolve();
		await runner.close();
		await new Promise(setImmediate);
		assert.deepEqual(roads, [byHand]);
		assert.deepEqual(
			types(events).filter(type => type !== 'start_rows_known'),
			['opened'],
		);
	});

	test('an organization that was left is on the start screen by then, with what was written down last', async () => {
		const steps: string[] = [];
		const {runner, told} = rig({
			open: async () =>
				opened({
					async close() {
						await new Promise(setImmediate);
						steps.push('closed');
					},
				}),
			async startRows() {
				steps.push('listed');
				return [];
			},
		});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		runner.run({type: 'close'});
		await told('start_rows_known');
		assert.deepEqual(steps, ['closed', 'listed']);
	});

	test('the organization before is closed before the next one is opened', async () => {
		const steps: string[] = [];
		const {runner, told, events} = rig({
			async open(road) {
				steps.push(`open ${road.kind}`);
				return opened({
					async close() {
						await new Promise(setImmediate);
						steps.push(`close ${road.kind}`);
					},
				});
			},
		});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		events.length = 0;
		runner.run({type: 'open', road: practise});
		await told('opened');
		await runner.close();
		assert.deepEqual(steps, ['open by_hand', 'close by_hand', 'open practise', 'close practise']);
	});

	test('left and entered again at once, an organization is free by then', async () => {
		let held = false;
		const {runner, told, events} = rig({
			async open() {
				assert.equal(held, false);
				held = true;
				return opened({
					async close() {
						await new Promise(setImmediate);
						held = false;
					},
				});
			},
		});
		runner.run({type: 'open', road: practise});
		await told('opened');
		runner.run({type: 'close'});
		events.length = 0;
		runner.run({type: 'open', road: practise});
		runner.run({type: 'close'});
		runner.run({type: 'open', road: practise});
		await told('opened');
		await runner.close();
		assert.deepEqual(
			types(events).filter(type => type !== 'start_rows_known'),
			['opened'],
		);
	});

	test('a way that fails or needs the terminal says so', async () => {
		const failing = rig({open: async () => ({kind: 'failed', what: 'The key was refused.'})});
		failing.runner.run({type: 'open', road: practise});
		assert.deepEqual(await failing.told('open_failed'), {type: 'open_failed', what: 'The key was refused.'});
		const throwing = rig({open: () => Promise.reject(full)});
		throwing.runner.run({type: 'open', road: practise});
		const event = await throwing.told('open_failed');
		assert.ok(event.type === 'open_failed' && event.what.startsWith('Nothing was saved.'));
		const outcome: Outcome = {kind: 'connect', organizationId: null};
		const leaving = rig({open: async () => ({kind: 'leave', outcome})});
		leaving.runner.run({type: 'open', road: {kind: 'connect', organizationId: null}});
		while (leaving.left.length === 0) {
			await new Promise(setImmediate);
		}

		assert.deepEqual(leaving.left, [outcome]);
	});

	test('an organization that cannot be closed does not keep the next one from opening', async () => {
		let number = 0;
		const {runner, told, events} = rig({
			async open() {
				number += 1;
				return opened(number === 1 ? {close: () => Promise.reject(full)} : {});
			},
		});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		events.length = 0;
		runner.run({type: 'open', road: practise});
		await told('opened');
		await runner.close();
	});

	test('mending opens what could be saved in place of the damaged one', async () => {
		const mended = opened({
			recorder: {
				state: {...emptySession, person: makeSafe('Ana')},
				append: async () => undefined,
				saveFacts: async () => ({file: 'facts.json', sha256: '0'.repeat(64)}),
			},
		});
		const {runner, told, events} = rig({open: async () => opened({mend: async () => mended})});
		runner.run({type: 'open', road: byHand});
		const first = await told('opened');
		assert.ok(first.type === 'opened' && first.canMend);
		events.length = 0;
		runner.run({type: 'mend'});
		const second = await told('opened');
		assert.ok(second.type === 'opened' && !second.canMend && second.session.person === 'Ana');
		await runner.close();
	});

	test('what is asked for without an organization does nothing', async () => {
		const {runner, events, left} = rig({});
		runner.run({type: 'read'});
		runner.run({type: 'mend'});
		runner.run({type: 'stop_reading'});
		runner.run(record([tick('1.1.C1')]));
		runner.run({type: 'leave', outcome: {kind: 'interrupted'}});
		await runner.recorded();
		await runner.close();
		assert.deepEqual(events, []);
		assert.deepEqual(left, [{kind: 'interrupted'}]);
	});

	const save: Effect = {
		type: 'save_report',
		place: '/tmp/report.md',
		format: 'markdown',
		content: '# Report',
	};

	/** An archive that saves anything, or refuses with a reason. */
	function archive(problem?: UserError): Archive {
		return {
			loadFacts: async references => references.map(() => ({facts: null, why: 'gone'})),
			makeReport: async () => Promise.reject(full),
			saveReport: async place => (problem === undefined ? place : Promise.reject(problem)),
		};
	}

	test('a report is saved in its turn, and where it is is recorded; leaving waits for it', async () => {
		const way = await onDisk();
		const {runner, events, left, told} = rig({open: async () => ({...way, archive: archive()})});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		runner.run(record([tick('1.1.C1')]));
		runner.run(save);
		runner.run({type: 'leave', outcome: {kind: 'quit'}});
		assert.deepEqual(left, []);
		await runner.recorded();
		await runner.close();
		assert.deepEqual(left, [{kind: 'quit'}]);
		assert.match(await journal(), /1\.1\.C1[\s\S]*"report_saved"[\s\S]*"\/tmp\/report\.md"/);
		const last = events.findLast(event => event.type === 'session_changed');
		assert.equal(last?.session.report?.path, '/tmp/report.md');
		assert.equal(last.message, 'Saved as /tmp/report.md.');
		assert.equal(last.ofForm, true);
	});

	test('a report that cannot be saved keeps the form, one that is saved does not lose its place to the journal', async () => {
		for (const [parts, type, words] of [
			[{archive: archive(full)}, 'session_failed', /The disk is full/],
			[{}, 'session_failed', /Nothing is kept here/],
			[
				{
					archive: archive(),
					recorder: {
						state: emptySession,
						append: () => Promise.reject(full),
						saveFacts: () => Promise.reject(full),
					},
				},
				'session_changed',
				/^Saved as \/tmp\/report\.md\. Where it is could not be recorded: .*disk is full/,
			],
			[{archive: archive(), readOnly: 'Only looking.'}, 'session_changed', /^Saved as \/tmp\/report\.md\.$/],
		] as const) {
			const {runner, told} = rig({open: async () => ({...opened({}), ...parts})});
			runner.run({type: 'open', road: byHand});
			await told('opened');
			runner.run(save);
			const event = await told(type);
			assert.ok(event.type === 'session_failed' || event.type === 'session_changed');
			assert.equal(event.ofForm, true);
			assert.match((event.type === 'session_failed' ? event.what : event.message) ?? '', words);
			await runner.close();
		}
	});

	test('the report of an organization that was left is shown to nobody', async () => {
		const making = Promise.withResolvers<never>();
		const slow = {...archive(), makeReport: () => making.promise};
		const {runner, events, told} = rig({open: async () => ({...opened({}), archive: slow})});
		runner.run({type: 'open', road: byHand});
		await told('opened');
		runner.run({type: 'make_report', judged: null});
		await runner.close();
		making.reject(full);
		await new Promise(setImmediate);
		assert.ok(events.every(({type}) => type !== 'report_failed'));
	});

	test('what was kept and reports come back as events, also when there is nothing to ask', async () => {
		for (const parts of [{archive: archive()}, {}]) {
			const {runner, told} = rig({open: async () => ({...opened({}), ...parts})});
			runner.run({type: 'open', road: byHand});
			await told('opened');
			runner.run({type: 'load_facts', references: [{file: 'a.json', sha256: '0'}]});
			const loaded = await told('facts_loaded');
			assert.ok(loaded.type === 'facts_loaded');
			assert.equal(loaded.kept.length, 1);
			runner.run({type: 'make_report', judged: null});
			assert.equal((await told('report_failed')).type, 'report_failed');
			await runner.close();
		}
	});
});

test('a fact is passed on as it is', async () => {
	const facts: Facts = {teams: {outcome: 'ok', value: [], evidence: []}};
	const {runner, told} = rig({
		open: async () =>
			opened({
				async readFacts({onFact}) {
					onFact(facts);
					return {requests: 1, problem: null};
				},
			}),
	});
	runner.run({type: 'open', road: practise});
	await told('opened');
	runner.run({type: 'read'});
	assert.deepEqual(await told('fact_read'), {type: 'fact_read', facts});
	await runner.close();
});
