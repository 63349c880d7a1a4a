import assert from 'node:assert/strict';
import {chmod, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openPreferences} from '../../source/session/preferences.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {temporaryDirectory} from './state.ts';

const now = new Date('2026-11-24T10:00:00.000Z');

test('name and region are there at the next start, in a private file', async t => {
	const directory = join(await temporaryDirectory(t), 'new');
	const first = await openPreferences(directory, now);
	assert.deepEqual([first.person, first.region, first.notices], [null, null, []]);
	assert.ok(first.setPerson(makeSafe('Ana')));
	assert.ok(first.setRegion('eu'));
	assert.deepEqual([first.person, first.region], ['Ana', 'eu']);
	const next = await openPreferences(directory, now);
	assert.deepEqual([next.person, next.region, next.notices], ['Ana', 'eu', []]);
	if (process.getuid !== undefined) {
		assert.equal((await stat(join(directory, 'preferences.json'))).mode & 0o777, 0o600);
		assert.equal((await stat(directory)).mode & 0o777, 0o700);
	}
});

test('a file that cannot be read is moved aside, said, and never overwritten', async t => {
	for (const content of [
		'',
		'[]',
		'null',
		'42',
		'{"person":',
		Buffer.from([0xff, 0xfe]),
		'x'.repeat(6_000_000),
	]) {
		const directory = await temporaryDirectory(t);
		await writeFile(join(directory, 'preferences.json'), content);
		const preferences = await openPreferences(directory, now);
		assert.equal(preferences.notices.length, 1);
		assert.ok(preferences.setRegion('in'));
		const aside = (await readdir(directory)).find(name => name.includes('.corrupt-')) ?? '';
		assert.ok((await readFile(join(directory, aside))).equals(Buffer.from(content)));
		assert.equal((await openPreferences(directory, now)).region, 'in');
	}
});

test('edited values are made safe or dropped', async t => {
	const directory = await temporaryDirectory(t);
	const path = join(directory, 'preferences.json');
	await writeFile(
		path,
		JSON.stringify({person: 'Ana\u001b[2J', region: 'evil.example', __proto__: {region: 'us'}}),
	);
	await chmod(path, 0o644);
	const preferences = await openPreferences(directory, now);
	assert.equal(preferences.person, 'Ana\\x1b[2J');
	assert.equal(preferences.region, null);
	if (process.getuid !== undefined) {
		assert.equal((await stat(path)).mode & 0o777, 0o600);
	}
});
