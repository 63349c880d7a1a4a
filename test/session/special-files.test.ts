import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chown, link, mkdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {openSession} from '../../source/session/open-session.ts';
import {openPreferences} from '../../source/session/preferences.ts';
import {expectKind, journalPath, options, record, temporaryDirectory, tick} from './state.ts';

const isUnix = process.getuid !== undefined;
const isRoot = process.getuid?.() === 0;
const limit = {timeout: 3000, skip: !isUnix};

const things: readonly (readonly [name: string, make: (path: string) => unknown, why: RegExp])[] = [
	[
		'a symbolic link',
		async path => {
			await rename(path, `${path}.real`).catch(() => writeFile(`${path}.real`, ''));
			await symlink(`${path}.real`, path);
		},
		/symbolic link/,
	],
	[
		'a link that leads nowhere',
		async path => {
			await rm(path, {force: true});
			await symlink(`${path}.nowhere`, path);
		},
		/symbolic link/,
	],
	[
		'a named pipe',
		async path => {
			await rm(path, {force: true});
			execFileSync('mkfifo', [path]);
		},
		/named pipe/,
	],
	[
		'a directory',
		async path => {
			await rm(path, {force: true});
			await mkdir(path);
		},
		/directory/,
	],
	[
		'a hard link',
		async path => {
			await writeFile(path, '', {flag: 'a'});
			await link(path, `${path}.second`);
		},
		/second name/,
	],
];

for (const [name, make, why] of things) {
	test(`a journal that is ${name} is refused, for writing and for reading`, limit, async t => {
		const directory = await temporaryDirectory(t);
		await record(directory, [tick('a')]);
		await make(journalPath(directory));
		for (const readOnly of [false, true]) {
			const {error} = expectKind(await openSession(options(directory, {readOnly})), 'failed');
			assert.equal(error.exitCode, 5);
			assert.match(error.why, why);
			assert.match(error.message, /journal\.jsonl/);
		}
	});

	test(`preferences that are ${name} are left alone, with a word`, limit, async t => {
		const directory = await temporaryDirectory(t);
		await make(join(directory, 'preferences.json'));
		const preferences = await openPreferences(directory, new Date());
		assert.equal(preferences.notices.length, 1);
		assert.match(preferences.notices[0] ?? '', why);
		assert.ok(!preferences.setRegion('eu'));
		assert.equal(preferences.region, 'eu');
	});
}

test('a lock that is a named pipe is refused', limit, async t => {
	const directory = await temporaryDirectory(t);
	await record(directory, [tick('a')]);
	execFileSync('mkfifo', [join(dirname(journalPath(directory)), 'lock')]);
	expectKind(await openSession(options(directory)), 'failed');
});

test('a folder that is a link, a file or a pipe is refused', limit, async t => {
	for (const make of [
		(path: string) => symlink('/tmp', path),
		(path: string) => writeFile(path, ''),
		async (path: string) => {
			execFileSync('mkfifo', [path]);
		},
	]) {
		for (const place of ['sessions', join('sessions', 'us-4410022')]) {
			const directory = await temporaryDirectory(t);
			await mkdir(dirname(join(directory, place)), {recursive: true});
			await make(join(directory, place));
			for (const readOnly of [false, true]) {
				expectKind(await openSession(options(directory, {readOnly})), 'failed');
			}
		}
	}
});

test('a state directory that is a file or a link is refused', limit, async t => {
	const directory = await temporaryDirectory(t);
	await writeFile(join(directory, 'file'), 'kept');
	await mkdir(join(directory, 'real'));
	await symlink('real', join(directory, 'link'));
	for (const name of ['file', 'link']) {
		const {error} = expectKind(await openSession(options(join(directory, name))), 'failed');
		assert.equal(error.exitCode, 5);
	}

	assert.equal(await readFile(join(directory, 'file'), 'utf8'), 'kept');
});

test('a journal or folder of another user is refused', {skip: !isRoot}, async t => {
	for (const find of [journalPath, (directory: string) => dirname(journalPath(directory))]) {
		const directory = await temporaryDirectory(t);
		await record(directory, [tick('a')]);
		await chown(find(directory), 12345, 12345);
		const {error} = expectKind(await openSession(options(directory)), 'failed');
		assert.match(error.why, /another user/);
	}
});

test('a directory that cannot be written fails with the cause', {skip: isRoot || !isUnix}, async t => {
	const directory = await temporaryDirectory(t);
	await mkdir(join(directory, 'sealed'), {mode: 0o500});
	const {error} = expectKind(await openSession(options(join(directory, 'sealed', 'state'))), 'failed');
	assert.equal(error.exitCode, 5);
	assert.match(error.why, /may not/);
});
