import assert from 'node:assert/strict';
import {test} from 'node:test';
import {emptySession} from '../../source/session/fold.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import type {Edges} from '../../source/ui/effects/edges.ts';
import {runApp} from '../../source/ui/run-app.ts';
import {fakeTerminal} from './components/fake-terminal.ts';
import {now, started} from './world.ts';

const timeout = 20_000;

type Kept = {readonly edges: Edges; readonly recorded: SessionEvent[]; readonly closed: () => boolean};

/** An organization by hand, whose records stay in memory. */
function byHand(): Kept {
	const recorded: SessionEvent[] = [];
	let isClosed = false;
	return {
		recorded,
		closed: () => isClosed,
		edges: {
			open: async () => ({
				kind: 'opened',
				target: {kind: 'byHand'},
				label: 'By hand, without a key',
				recorder: {
					state: emptySession,
					saveFacts: async () => ({file: 'facts.json', sha256: '0'.repeat(64)}),
					async append(event) {
						assert.equal(isClosed, false);
						recorded.push(event);
					},
				},
				changer: null,
				before: null,
				recall: async () => [],
				offline: null,
				connect: null,
				readOnly: null,
				notice: null,
				mend: null,
				readFacts: null,
				async close() {
					isClosed = true;
				},
			}),
			startRows: async () => started().startRows,
			knownPerson: async () => null,
			rememberPerson: async () => undefined,
			openPage: async () => false,
			saveText: async () => '/tmp/none.md',
			copy: () => true,
		},
	};
}

test('it goes down the road it is given, and leaves with the place recorded and all let go', {
	timeout,
}, async () => {
	const terminal = fakeTerminal();
	const {edges, recorded, closed} = byHand();
	const left = runApp(started(), {kind: 'by_hand'}, edges, {
		stdin: terminal.stdin,
		stdout: terminal.stdout,
		now: () => now,
		signal: new AbortController().signal,
	});
	await terminal.shows(/BY HAND/);
	terminal.press('q');
	const {outcome, state} = await left;
	assert.deepEqual(outcome, {kind: 'quit'});
	assert.equal(state.open?.label, 'By hand, without a key');
	assert.deepEqual(
		recorded.map(event => event.type),
		['assessment_recorded', 'place_moved'],
	);
	assert.equal(closed(), true);
	const all = terminal.written.join('');
	assert.ok(all.lastIndexOf('\u001B[?1049l') > all.lastIndexOf('\u001B[?1049h'), 'the screen before is back');
});

test('told to end, it leaves as by an interrupt, even when it was told before it began', {
	timeout,
}, async () => {
	for (const early of [true, false]) {
		const terminal = fakeTerminal();
		const ending = new AbortController();
		if (early) {
			ending.abort();
		}

		const left = runApp(started(), null, byHand().edges, {
			stdin: terminal.stdin,
			stdout: terminal.stdout,
			now: () => now,
			signal: ending.signal,
		});
		if (!early) {
			await terminal.shows(/Practise/);
			ending.abort();
		}

		assert.deepEqual((await left).outcome, {kind: 'interrupted'});
	}
});

test('sessions whose names cannot be read leave the start as it was', {timeout}, async () => {
	const terminal = fakeTerminal();
	const {edges} = byHand();
	const asked = Promise.withResolvers<void>();
	const left = runApp(
		started(),
		null,
		{
			...edges,
			startRows() {
				asked.resolve();
				return Promise.reject(new Error('unreadable'));
			},
		},
		{stdin: terminal.stdin, stdout: terminal.stdout, now: () => now, signal: new AbortController().signal},
	);
	await asked.promise;
	await new Promise(setImmediate);
	terminal.press('q');
	const {outcome, state} = await left;
	assert.deepEqual(outcome, {kind: 'quit'});
	assert.equal(state.startRows.length, 4);
});

test('the controls and the guide come after the first frame, and a road waits for them', {
	timeout,
}, async () => {
	const terminal = fakeTerminal();
	const {edges} = byHand();
	const {controls, chapters, reference, ...bare} = started();
	const arriving = Promise.withResolvers<void>();
	const left = runApp(
		{...bare, reference, controls: [], chapters: []},
		{kind: 'by_hand'},
		{
			...edges,
			async guide() {
				assert.match(terminal.written.join(''), /Practise/);
				await arriving.promise;
				return {controls, chapters, reference};
			},
		},
		{stdin: terminal.stdin, stdout: terminal.stdout, now: () => now, signal: new AbortController().signal},
	);
	await terminal.shows(/Opening the session by hand/);
	arriving.resolve();
	await terminal.shows(/2\.1 .*Organization Roles/i);
	terminal.press('q');
	assert.deepEqual((await left).outcome, {kind: 'quit'});
});

test('a guide that cannot be loaded is said when a road needs it', {timeout}, async () => {
	const terminal = fakeTerminal();
	const {edges} = byHand();
	const left = runApp(
		started(),
		{kind: 'by_hand'},
		{...edges, guide: () => Promise.reject(new Error('A part of the program is missing.'))},
		{stdin: terminal.stdin, stdout: terminal.stdout, now: () => now, signal: new AbortController().signal},
	);
	await terminal.shows(/A part of the program is missing/);
	terminal.press('q');
	assert.deepEqual((await left).outcome, {kind: 'quit'});
});
