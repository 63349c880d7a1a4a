import assert from 'node:assert/strict';
import {link, mkdir, readdir, readFile, stat, symlink, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {durableWrite, sweepTemporaries} from '../../source/session/durable-write.ts';
import {temporaryDirectory} from './state.ts';

test('a file is replaced whole, with mode 0600 and nothing left beside it', async t => {
	const directory = await temporaryDirectory(t);
	const path = join(directory, 'file');
	await writeFile(path, 'old', {mode: 0o644});
	await durableWrite(path, 'new ✔');
	assert.equal(await readFile(path, 'utf8'), 'new ✔');
	assert.deepEqual(await readdir(directory), ['file']);
	if (process.getuid !== undefined) {
		assert.equal((await stat(path)).mode & 0o777, 0o600);
	}
});

test('what other names of the file lead to is not written to', async t => {
	const directory = await temporaryDirectory(t);
	await writeFile(join(directory, 'victim'), 'kept');
	await symlink('victim', join(directory, 'link'));
	await link(join(directory, 'victim'), join(directory, 'second'));
	await durableWrite(join(directory, 'link'), 'new');
	await durableWrite(join(directory, 'second'), 'new');
	assert.equal(await readFile(join(directory, 'victim'), 'utf8'), 'kept');
});

test('a write that fails leaves the old file and no temporary', async t => {
	const directory = await temporaryDirectory(t);
	await mkdir(join(directory, 'place', 'taken'), {recursive: true});
	await assert.rejects(durableWrite(join(directory, 'place'), 'new'));
	await assert.rejects(durableWrite(join(directory, 'absent', 'file'), 'new'), {code: 'ENOENT'});
	assert.deepEqual(await readdir(directory), ['place']);
});

test('temporaries older than a minute are swept, and nothing else', async t => {
	const directory = await temporaryDirectory(t);
	const names = [
		'.journal.jsonl.0123456789abcdef.tmp',
		'.lock.0123456789abcdef.tmp',
		'.journal.jsonl.fedcba9876543210.tmp',
		'journal.jsonl',
		'.other.tmp',
	];
	for (const name of names) {
		await writeFile(join(directory, name), '');
		const age = name.includes('fedcba') ? 30 : 90;
		await utimes(join(directory, name), new Date(), new Date(Date.now() - age * 1000));
	}

	await mkdir(join(directory, '.folder.0123456789abcdef.tmp'));
	assert.equal(await sweepTemporaries(directory, new Date()), 2);
	assert.deepEqual((await readdir(directory)).sort(), [
		'.folder.0123456789abcdef.tmp',
		'.journal.jsonl.fedcba9876543210.tmp',
		'.other.tmp',
		'journal.jsonl',
	]);
});
