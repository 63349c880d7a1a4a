import assert from 'node:assert/strict';
import {mkdir, readdir, symlink, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {openSession} from '../../source/session/open-session.ts';
import {sweepImports} from '../../source/session/sweep-imports.ts';
import {temporaryDirectory} from './state.ts';

/** A directory in which something was last written `age` seconds ago. */
async function aged(directory: string, age: number): Promise<void> {
	const then = new Date(Date.now() - age * 1000);
	await utimes(directory, then, then);
}

test('imports that were killed are swept, and nothing else', async t => {
	const sessions = await temporaryDirectory(t);
	const [old, young, active] = ['0123456789abcdef', 'fedcba9876543210', '0000000000000000'].map(id =>
		join(sessions, `.import-${id}.tmp`),
	);
	assert.ok(old !== undefined && young !== undefined && active !== undefined);
	for (const directory of [old, young, active]) {
		await mkdir(join(directory, 'facts'), {recursive: true});
		await writeFile(join(directory, 'facts', 'a.json'), '{}');
	}

	await mkdir(join(sessions, 'us-1'));
	await mkdir(join(sessions, '.import-short.tmp'));
	await symlink(join(sessions, 'us-1'), join(sessions, '.import-aaaaaaaaaaaaaaaa.tmp'));
	await aged(join(old, 'facts'), 90);
	for (const directory of [old, active, join(sessions, 'us-1'), join(sessions, '.import-short.tmp')]) {
		await aged(directory, 90);
	}

	assert.equal(await sweepImports(sessions, new Date()), 1);
	assert.deepEqual((await readdir(sessions)).sort(), [
		'.import-0000000000000000.tmp',
		'.import-aaaaaaaaaaaaaaaa.tmp',
		'.import-fedcba9876543210.tmp',
		'.import-short.tmp',
		'us-1',
	]);
	assert.equal(await sweepImports(join(sessions, 'absent'), new Date()), 0);
});

test('opening any session sweeps them', async t => {
	const stateDirectory = await temporaryDirectory(t);
	const left = join(stateDirectory, 'sessions', '.import-0123456789abcdef.tmp');
	await mkdir(left, {recursive: true});
	await aged(left, 90);
	const opened = await openSession({
		stateDirectory,
		target: {kind: 'byHand'},
		tool: {version: '0.0.0', guideVersion: '0.0.0'},
		now: () => new Date(),
	});
	assert.ok(opened.kind === 'open');
	await opened.session.close();
	assert.deepEqual(await readdir(join(stateDirectory, 'sessions')), ['by-hand']);
});
