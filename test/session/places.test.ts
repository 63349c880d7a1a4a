import assert from 'node:assert/strict';
import {mkdir, utimes, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {listSessions} from '../../source/session/list-sessions.ts';
import {readSessionSummary} from '../../source/session/read-session-summary.ts';
import {parseSessionFolder, type SessionKey, sessionFolder} from '../../source/session/session-key.ts';
import {acme, journalPath, openFor, options, record, temporaryDirectory, tick} from './state.ts';

test('each key has a folder of its own, and the folder gives the key back', () => {
	const keys: SessionKey[] = [
		{kind: 'live', region: 'us', organizationId: '18446744073709551615'},
		{kind: 'live', region: 'in', organizationId: '1'},
		{kind: 'simulated', organizationId: '1'},
		{kind: 'byHand'},
	];
	assert.equal(new Set(keys.map(sessionFolder)).size, keys.length);
	for (const key of keys) {
		assert.deepEqual(parseSessionFolder(sessionFolder(key)), key);
	}

	for (const name of ['', '..', 'us-', 'us-1a', 'fr-1', 'us-1\n', 'simulated-../1', 'by-hand-1', 'US-1']) {
		assert.equal(parseSessionFolder(name), null, name);
	}
});

test('sessions are listed with the latest first; folders that are none are passed over', async t => {
	const directory = await temporaryDirectory(t);
	assert.deepEqual(await listSessions(join(directory, 'absent')), []);
	for (const [folder, day] of [
		['us-1', 3],
		['simulated-7', 5],
		['by-hand', 4],
	] as const) {
		await mkdir(join(directory, 'sessions', folder), {recursive: true});
		const path = join(directory, 'sessions', folder, 'journal.jsonl');
		await writeFile(path, '');
		await utimes(path, 0, new Date(`2026-11-0${day}T00:00:00Z`));
	}

	await mkdir(join(directory, 'sessions', 'us-9'));
	await mkdir(join(directory, 'sessions', 'notes'));
	await writeFile(join(directory, 'sessions', '.DS_Store'), '');
	assert.deepEqual(
		(await listSessions(directory)).map(({key}) => sessionFolder(key)),
		['simulated-7', 'by-hand', 'us-1'],
	);
});

test('a list that cannot be made says why', async t => {
	const directory = await temporaryDirectory(t);
	await writeFile(join(directory, 'sessions'), '');
	await assert.rejects(listSessions(directory), {name: 'UserError', exitCode: 5});
});

test('a summary tells state and holder without opening the session', async t => {
	const directory = await temporaryDirectory(t);
	await record(directory, [tick('a')]);
	const now = new Date();
	const free = await readSessionSummary(directory, acme, now);
	assert.ok(free.kind === 'read');
	assert.equal(free.holder, null);
	assert.deepEqual([...free.state.ticked], ['a']);
	await openFor(t, options(directory));
	const held = await readSessionSummary(directory, acme, now);
	assert.ok(held.kind === 'read');
	assert.equal(held.holder?.pid, process.pid);
	await writeFile(join(dirname(journalPath(directory)), 'journal.jsonl'), 'nothing of ours\n');
	assert.equal((await readSessionSummary(directory, acme, now)).kind, 'unreadable');
});
