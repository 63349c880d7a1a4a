import assert from 'node:assert/strict';
import {open} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {readAuditLog} from '../../../source/evidence/audit-log/read-audit-log.ts';
import type {AuditLog} from '../../../source/types/evidence-facts.ts';
import {temporaryDirectory} from '../../session/state.ts';

const now = new Date('2026-11-24T10:00:00Z');
const megabyte = 1024 * 1024;
const row = '2026-11-20T09:00:00Z,ana@corp.example,session.logged_in,203.0.113.7,Acme\n';
const header = 'Date and Time,User,Action,IP Address,Project or Org\n';

/** What is counted of a file that is written piece by piece, and the memory that takes, in bytes. */
async function count(
	t: TestContext,
	pieces: Iterable<string | Uint8Array>,
): Promise<{readonly log: AuditLog; readonly memory: number}> {
	const file = join(await temporaryDirectory(t), 'log');
	const handle = await open(file, 'w');
	for (const piece of pieces) {
		await handle.write(Buffer.from(piece));
	}

	await handle.close();
	const before = process.memoryUsage.rss();
	let most = before;
	const read = await readAuditLog(file, {
		signal: new AbortController().signal,
		now,
		onProgress() {
			most = Math.max(most, process.memoryUsage.rss());
		},
		recentOf: new Set(['session.logged_in']),
	});
	return {log: read.value, memory: most - before};
}

function* repeated(piece: string | Uint8Array, times: number): Iterable<string | Uint8Array> {
	for (let turn = 0; turn < times; turn += 1) {
		yield piece;
	}
}

/** Kinds of logs whose length must not show in the memory: 40 MB each. */
const long = {
	'rows of NDJSON': () => ({
		pieces: repeated(
			`{"time":"2026-11-20T09:00:00Z","user":{"email":"ana@corp.example"},"action":"session.logged_in"}\n`.repeat(
				4000,
			),
			110,
		),
		expected: {events: 440_000, malformed: 0},
	}),
	'one line of text behind a row': () => ({
		pieces: [header, row, ...repeated('x'.repeat(megabyte), 40)],
		expected: {events: 1, malformed: 1},
	}),
	'a quote that is never closed': () => ({
		pieces: [header, row, '2026-11-20T09:00:00Z,"', ...repeated('a b\n'.repeat(megabyte / 4), 20)],
		expected: {events: 1, malformed: null},
	}),
	'bytes that are all zero': () => ({
		pieces: [header, row, ...repeated(new Uint8Array(megabyte), 40)],
		expected: {events: 1, malformed: 1},
	}),
	'one endless JSON object': () => ({
		pieces: [
			'{"time":"2026-11-20T09:00:00Z","action":"session.logged_in"}\n{"a":"',
			...repeated('x'.repeat(megabyte), 40),
		],
		expected: {events: 1, malformed: 1},
	}),
	'one line of text that is not Latin': () => ({
		pieces: [header, row, ...repeated('ж'.repeat(megabyte / 2), 40)],
		expected: {events: 1, malformed: 1},
	}),
	'a quote that is never closed in one line': () => ({
		pieces: [header, row, '2026-11-20T09:00:00Z,"', ...repeated('x'.repeat(megabyte), 40)],
		expected: {events: 1, malformed: 1},
	}),
	'rows whose names of keys are all new': () => ({
		pieces: newKeys(20),
		expected: {events: 40, malformed: 0},
	}),
} as const;

/** Rows of half a megabyte, each with its event and hundreds of keys that no other has. */
function* newKeys(megabytes: number): Iterable<string> {
	for (let turn = 0; turn < 2 * megabytes; turn += 1) {
		const others = Array.from(
			{length: 190},
			(_, index) => `"${turn}-${index}${'k'.repeat(2600)}":{"${turn}":1}`,
		);
		yield `{"time":"2026-11-20T09:00:00Z","action":"session.logged_in",${others.join()}}
`;
	}
}

for (const [name, make] of Object.entries(long)) {
	test(`memory stays flat over 40 MB: ${name}`, {timeout: 60_000}, async t => {
		const {pieces, expected} = make();
		const {log, memory} = await count(t, pieces);
		assert.equal(log.events, expected.events);
		if (expected.malformed !== null) {
			assert.equal(log.malformed, expected.malformed);
		}

		assert.ok((log.recent ?? []).length <= 5);
		assert.ok(memory < 60 * megabyte, `${Math.round(memory / megabyte)} MB more`);
	});
}

test('a beginning mark, Windows line ends, zero bytes and broken encodings spoil their own rows only', async t => {
	const bytes = Buffer.concat([
		Buffer.from('\uFEFF'),
		Buffer.from(header.replace('\n', '\r\n')),
		Buffer.from(row.replace('\n', '\r\n')),
		Buffer.from('2026-11-20T10:00:00Z,J\xF6rg,session.logged_in,203.0.113.7,Acme\r\n', 'latin1'),
		Buffer.from('2026-11-20T11:00:00Z,a\0b,session.logged_in,203.0.113.7,Acme\r\n'),
		Buffer.from('2026-11-20T12:00:00Z,x,session.log\0ged_in,203.0.113.7,Acme\r\n'),
		Buffer.from('2026-11-20T13:00:00Z,"evil\x1b[2J\u202Ename",session.logged_in,203.0.113.7,Acme'),
	]);
	const {log} = await count(t, [bytes]);
	assert.deepEqual([log.events, log.malformed], [4, 1]);
	assert.equal(log.newest, '2026-11-20T13:00:00.000Z');
	const shown = (log.recent ?? []).map(({by}) => by);
	assert.deepEqual(shown, ['evil\\x1b[2J<U+202E>name', 'a\\x00b', 'J\uFFFDrg', 'ana@corp.example']);
});
