import assert from 'node:assert/strict';
import {readdir, readFile, rm, symlink, utimes, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {dirname, join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {sha256} from '../../source/session/digest.ts';
import {acquireLock, whoHolds} from '../../source/session/lock.ts';
import {openSession} from '../../source/session/open-session.ts';
import {prepareWriter} from './run-writer.ts';
import {expectKind, journalPath, openFor, options, record, temporaryDirectory, tick} from './state.ts';

const startWriter = prepareWriter();
const now = () => new Date();

async function lockOf(test: TestContext) {
	const directory = await temporaryDirectory(test);
	await record(directory, [tick('a')]);
	return {directory, path: join(dirname(journalPath(directory)), 'lock')};
}

test('the second to open sees the session, who has it, and cannot write', async t => {
	const {directory} = await lockOf(t);
	const writer = startWriter(t, {directory, name: 'first', most: 1, end: 'stay'});
	await writer.until(({saved}) => saved !== undefined);
	const held = expectKind(await openSession(options(directory)), 'held');
	assert.equal(held.holder.pid, writer.child.pid);
	assert.equal(held.holder.host, hostname());
	assert.deepEqual([...held.state.ticked], ['a', 'first.1']);
	assert.equal(held.organizationName, 'Acme');
	assert.equal((await whoHolds(dirname(journalPath(directory)), now()))?.pid, writer.child.pid);
});

test('the lock of a killed wizard is taken over with a word, and what it saved is there', async t => {
	const {directory} = await lockOf(t);
	const writer = startWriter(t, {directory, name: 'first', most: 5, end: 'stay'});
	await writer.until(({saved}) => saved === 'first.5');
	writer.child.kill('SIGKILL');
	await writer.ended;
	assert.equal(await whoHolds(dirname(journalPath(directory)), now()), null);
	const {session, notices} = expectKind(await openSession(options(directory)), 'open');
	t.after(() => session.close());
	assert.match(notices.join(), new RegExp(`process ${writer.child.pid}`));
	assert.ok(session.state.ticked.has('first.5'));
});

test('a wizard that is suspended keeps its lock, whatever the age of the file', async t => {
	const {directory, path} = await lockOf(t);
	const writer = startWriter(t, {directory, name: 'first', most: 1, end: 'stay'});
	await writer.until(({saved}) => saved !== undefined);
	writer.child.kill('SIGSTOP');
	await utimes(path, 0, 0);
	expectKind(await openSession(options(directory)), 'held');
});

test('of several wizards that start at once over a stale lock exactly one gets the session', async t => {
	const {directory, path} = await lockOf(t);
	const first = startWriter(t, {directory, name: 'gone', most: 0, end: 'stay'});
	await first.until(({kind}) => kind !== undefined);
	first.child.kill('SIGKILL');
	await first.ended;
	await readFile(path);
	const writers = [1, 2, 3, 4, 5].map(number =>
		startWriter(t, {directory, name: `w${number}`, most: 20, end: 'stay'}),
	);
	await Promise.all(writers.map(writer => writer.until(({kind}) => kind !== undefined)));
	assert.deepEqual(writers.map(({said}) => said[0]?.kind).sort(), ['held', 'held', 'held', 'held', 'open']);
	const winner = writers.find(({said}) => said[0]?.kind === 'open');
	await winner?.until(({saved}) => saved?.endsWith('.20') ?? false);
	assert.equal(winner?.said.filter(({saved}) => saved !== undefined).length, 20);
});

test('two that take and release in turn never hold at the same time and never stay locked out', async t => {
	const directory = await temporaryDirectory(t);
	let holders = 0;
	let taken = 0;
	const work = async (): Promise<void> => {
		for (let count = 0; count < 30; ) {
			const acquired = await acquireLock(directory, now);
			if (acquired.kind === 'taken') {
				holders += 1;
				assert.equal(holders, 1);
				await acquired.lock.check();
				holders -= 1;
				await acquired.lock.release();
				count += 1;
				taken += 1;
			}
		}
	};
	await Promise.all([work(), work(), work()]);
	assert.equal(taken, 90);
	assert.deepEqual(await readdir(directory), []);
});

test('of many that find the same stale lock at the same instant exactly one takes it', async t => {
	const {directory, path} = await lockOf(t);
	const {session} = expectKind(await openSession(options(directory)), 'open');
	const record: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
	await session.close();
	for (let round = 0; round < 100; round += 1) {
		await writeFile(path, JSON.stringify({...record, pid: 2 ** 22 + 1}));
		const results = await Promise.all(Array.from({length: 12}, () => acquireLock(dirname(path), now)));
		const taken = results.flatMap(result => (result.kind === 'taken' ? [result.lock] : []));
		assert.equal(taken.length, 1);
		await Promise.all(taken.map(lock => lock.check()));
		await Promise.all(taken.map(lock => lock.release()));
	}
});

test('who ended while taking a lock over is followed by the next, who leaves nothing lying about', async t => {
	const directory = await temporaryDirectory(t);
	const path = join(directory, 'lock');
	const living = await acquireLock(directory, now);
	assert.ok(living.kind === 'taken');
	const record: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
	await living.lock.release();
	const gone = (token: string): string => JSON.stringify({...record, pid: 2 ** 22 + 1, token});
	const claimOf = (text: string): string => join(directory, `.lock-claim.${sha256(text).slice(0, 32)}`);

	await writeFile(path, gone('a'));
	await writeFile(claimOf(gone('a')), gone('b'));
	await writeFile(claimOf(gone('b')), JSON.stringify(record));
	const held = await acquireLock(directory, now);
	assert.ok(held.kind === 'held', 'somebody who runs is taking it over');
	assert.equal(held.holder.pid, process.pid);
	assert.equal(await readFile(path, 'utf8'), gone('a'));

	await writeFile(claimOf(gone('b')), gone('c'));
	const taken = await acquireLock(directory, now);
	assert.ok(taken.kind === 'taken');
	assert.deepEqual(await readdir(directory), ['lock']);
	await taken.lock.release();
	assert.deepEqual(await readdir(directory), []);

	await writeFile(claimOf(gone('a')), gone('b'));
	const swept = await acquireLock(directory, now);
	assert.ok(swept.kind === 'taken');
	assert.deepEqual(await readdir(directory), ['lock']);
	await swept.lock.release();
});

/** The lock a running session wrote, changed. */
async function forge(t: TestContext, change: (record: Record<string, unknown>) => object) {
	const {directory, path} = await lockOf(t);
	const {session} = expectKind(await openSession(options(directory)), 'open');
	const written: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
	await session.close();
	await writeFile(path, JSON.stringify(change(written)));
	const opened = await openSession(options(directory, {now}));
	if (opened.kind === 'open') {
		await opened.session.close();
	}

	return opened.kind;
}

test('a lock is stale only when its process has certainly ended', async t => {
	const dead = 2 ** 22 + 1;
	assert.equal(await forge(t, lock => ({...lock, pid: dead})), 'open');
	assert.equal(await forge(t, lock => ({...lock, pid: dead, host: 'another-host'})), 'held');
	assert.equal(await forge(t, lock => ({...lock})), 'held');
	if (process.platform === 'linux') {
		assert.equal(await forge(t, lock => ({...lock, startedAt: '1'})), 'open');
		assert.equal(await forge(t, lock => ({...lock, pid: dead, pidSpace: 'pid:[1]'})), 'held');
		const boot = {bootId: '00000000-0000-0000-0000-000000000000', pid: dead};
		assert.equal(await forge(t, lock => ({...lock, ...boot, since: new Date().toISOString()})), 'held');
		assert.equal(await forge(t, lock => ({...lock, ...boot, since: '2020-01-01T00:00:00.000Z'})), 'open');
	}
});

test('a lock that cannot be read is respected, and told how to be removed', async t => {
	for (const content of ['', 'garbage', '{"pid":-1}', '{"pid":0}', '[]']) {
		const {directory, path} = await lockOf(t);
		await writeFile(path, content);
		const held = expectKind(await openSession(options(directory)), 'held');
		assert.deepEqual(held.holder, {pid: null, host: null, since: null, path});
		assert.equal(await readFile(path, 'utf8'), content);
	}
});

test('a session whose lock was lost writes no more, and leaves the new lock alone', async t => {
	const {directory, path} = await lockOf(t);
	const session = await openFor(t, options(directory));
	await session.append(tick('b'));
	const before = await readFile(journalPath(directory), 'utf8');
	await rm(path);
	await assert.rejects(session.append(tick('c')), {name: 'UserError', exitCode: 5});
	const other = await openFor(t, options(directory));
	await assert.rejects(session.append(tick('d')), {name: 'UserError', exitCode: 5});
	await session.close();
	assert.equal(await readFile(journalPath(directory), 'utf8'), before);
	await other.append(tick('e'));
	assert.deepEqual([...other.state.ticked], ['a', 'b', 'e']);
});

test('a lock that is a symbolic link is refused', async t => {
	const {directory, path} = await lockOf(t);
	await symlink(journalPath(directory), path);
	assert.equal(expectKind(await openSession(options(directory)), 'failed').error.exitCode, 5);
});
