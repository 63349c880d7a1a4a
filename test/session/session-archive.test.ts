import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type TestContext, test} from 'node:test';
import fc from 'fast-check';
import {exportSession} from '../../source/session/export-session.ts';
import {prepareToForget} from '../../source/session/forget-session.ts';
import {importSession} from '../../source/session/import-session.ts';
import {encodeLine} from '../../source/session/journal-line.ts';
import {openSession} from '../../source/session/open-session.ts';
import {encodeArchive, parseArchive} from '../../source/session/session-archive.ts';
import {UserError} from '../../source/types/user-error.ts';
import {hardenedFacts} from '../support/facts-builders.ts';
import {acme, anyEvent, expectKind, journalPath, options, record, temporaryDirectory, tick} from './state.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const isUnix = process.getuid !== undefined;

/** A state directory with a session of Acme that has read its organization once. */
async function worked(t: TestContext): Promise<string> {
	const directory = await temporaryDirectory(t);
	const {session} = expectKind(await openSession(options(directory)), 'open');
	await session.append(tick('1.1.C1'));
	const facts = await session.saveFacts(hardenedFacts());
	await session.append({
		type: 'assessment_recorded',
		assessment: {level: 'L1', score: 0.5, decided: 1, of: 25, controls: [], facts},
	});
	await session.close();
	return directory;
}

async function exported(directory: string): Promise<string> {
	const {archive} = await exportSession(directory, acme);
	return encodeArchive(archive, '0.1.0', now);
}

function refuses(text: string, why: RegExp): void {
	assert.throws(
		() => parseArchive(text),
		(error: unknown) => {
			assert.ok(error instanceof UserError, String(error));
			assert.equal(error.exitCode, 2);
			assert.match(error.why, why);
			return true;
		},
	);
}

test('an export imported elsewhere is the same session, byte for byte', async t => {
	const from = await worked(t);
	const {archive, content} = parseArchive(await exported(from));
	assert.equal(content.events, 3);
	const to = join(await temporaryDirectory(t), 'elsewhere');
	const place = await importSession(to, archive);
	assert.equal(place, dirname(journalPath(to)));
	assert.equal(await readFile(journalPath(to), 'utf8'), await readFile(journalPath(from), 'utf8'));
	const {session} = expectKind(await openSession(options(to)), 'open');
	assert.deepEqual((await session.loadLatestFacts())?.facts, hardenedFacts());
	await session.append(tick('1.1.C2'));
	await session.close();
	assert.deepEqual(await readdir(join(to, 'sessions')), ['us-4410022']);
	if (isUnix) {
		assert.equal((await stat(place)).mode & 0o777, 0o700);
		assert.equal((await stat(join(place, 'facts'))).mode & 0o777, 0o700);
		assert.equal((await stat(journalPath(to))).mode & 0o777, 0o600);
	}
});

test('any events survive the way through a file', async t => {
	await fc.assert(
		fc.asyncProperty(fc.array(anyEvent, {minLength: 1, maxLength: 5}), async events => {
			const directory = await temporaryDirectory(t);
			await record(directory, events);
			const {archive} = await exportSession(directory, acme);
			const {journal, head} = parseArchive(encodeArchive(archive, '0.1.0', now)).archive;
			assert.deepEqual({journal, head}, {journal: archive.journal, head: archive.head});
		}),
		{numRuns: 15},
	);
});

test('a byte changed anywhere in journal or facts is noticed', async t => {
	const text = await exported(await worked(t));
	const given = JSON.parse(text);
	const change = (changed: object): string => JSON.stringify({...given, ...changed});
	const [first, second, third] = given.journal;
	refuses(text.replace('1.1.C1', '1.1.C9'), /Line 2 /);
	refuses(change({journal: [first, third, second]}), /missing, repeated or exchanged/);
	refuses(change({journal: [first, third]}), /missing, repeated or exchanged/);
	refuses(change({journal: [first, second]}), /ends before/);
	refuses(change({journal: [first, second, third, '{}']}), /Line 4 /);
	refuses(change({journal: [first, second, third, '']}), /Line 4 /);
	refuses(change({journal: []}), /empty/);
	refuses(change({journal: [`${first}\n${second}`, third]}), /not a session/);
	refuses(change({session: 'eu-4410022'}), /another organization/);
	refuses(change({session: '../../etc'}), /head is not/);
	refuses(change({schemaVersion: 2}), /newer version/);
	refuses(change({schemaVersion: 0}), /head is not/);
	refuses(change({archive: 'something else'}), /not a session/);
	refuses(text.slice(0, -10), /cut short/);
	refuses('[]', /not a session/);
	refuses('', /not a session/);
	const [facts] = given.facts;
	refuses(
		change({facts: [{...facts, text: facts.text.replace('Acme', 'Evil')}]}),
		/not as they were written/,
	);
	refuses(change({facts: [{...facts, file: '../../../evil.json'}]}), /no assessment/);
	refuses(change({facts: [facts, facts]}), /no assessment/);
	refuses(change({facts: [{...facts, sha256: 'ab'}]}), /no assessment/);
	parseArchive(change({facts: []}));
});

test('a line of a newer version is refused as such', async t => {
	const given = JSON.parse(await exported(await worked(t)));
	const {line, checksum} = encodeLine({
		serial: 4,
		at: now.toISOString(),
		previous: given.head,
		header: null,
		event: tick('a'),
	});
	const {createHash} = await import('node:crypto');
	const content = line.slice(0, line.indexOf(',"checksum"')).replace('click_ticked', 'soul_searched');
	const sealed = `${content},"checksum":"${createHash('sha256').update(content).digest('hex')}"}`;
	refuses(JSON.stringify({...given, head: checksum, journal: [...given.journal, sealed]}), /newer version/);
});

test('what is there is never merged with what comes, and nothing is left behind', async t => {
	const from = await worked(t);
	const {archive} = parseArchive(await exported(from));
	const before = await readFile(journalPath(from), 'utf8');
	await assert.rejects(importSession(from, archive), (error: unknown) => {
		assert.ok(error instanceof UserError);
		assert.equal(error.exitCode, 2);
		return true;
	});
	assert.equal(await readFile(journalPath(from), 'utf8'), before);
	assert.deepEqual(await readdir(join(from, 'sessions')), ['us-4410022']);
	for (const make of [
		(path: string) => writeFile(path, ''),
		(path: string) => symlink('/tmp', path),
		async (path: string) => {
			await mkdir(path);
			await writeFile(join(path, 'lock'), '');
		},
	]) {
		const to = await temporaryDirectory(t);
		await mkdir(join(to, 'sessions'));
		await make(join(to, 'sessions', 'us-4410022'));
		await assert.rejects(importSession(to, archive), UserError);
		assert.deepEqual(await readdir(join(to, 'sessions')), ['us-4410022']);
	}
});

test('an export leaves a torn last line and damaged facts out, and refuses a damaged journal', async t => {
	const directory = await worked(t);
	const whole = await readFile(journalPath(directory), 'utf8');
	await writeFile(journalPath(directory), `${whole}{"serial":4,`);
	assert.deepEqual((await exportSession(directory, acme)).archive.journal, whole.trimEnd().split('\n'));
	const facts = join(dirname(journalPath(directory)), 'facts');
	const [file = ''] = await readdir(facts);
	await writeFile(join(facts, file), '{}');
	const {archive, leftOut} = await exportSession(directory, acme);
	assert.deepEqual([archive.facts, leftOut], [[], 1]);
	await writeFile(journalPath(directory), whole.replace('1.1.C1', '1.1.C2'));
	await assert.rejects(exportSession(directory, acme), (error: unknown) => {
		assert.ok(error instanceof UserError);
		assert.equal(error.exitCode, 5);
		return true;
	});
});

test('forgetting removes the folder alone: links in it are not followed', {skip: !isUnix}, async t => {
	const directory = await worked(t);
	const outside = join(directory, 'outside');
	await mkdir(outside);
	await writeFile(join(outside, 'kept.txt'), 'mine');
	await symlink(outside, join(dirname(journalPath(directory)), 'facts', 'link'));
	const found = await prepareToForget(directory, acme, () => now);
	assert.ok('remove' in found);
	assert.equal(found.files, 3);
	const open = expectKind(await openSession(options(directory)), 'held');
	assert.equal(open.holder.pid, process.pid);
	await found.remove();
	assert.deepEqual(await readdir(join(directory, 'sessions')), []);
	assert.equal(await readFile(join(outside, 'kept.txt'), 'utf8'), 'mine');
});

test('a folder that is a link, and a session that is open, are not forgotten', {skip: !isUnix}, async t => {
	const directory = await worked(t);
	const linked = await temporaryDirectory(t);
	await mkdir(join(linked, 'sessions'));
	await symlink(dirname(journalPath(directory)), join(linked, 'sessions', 'us-4410022'));
	await assert.rejects(
		prepareToForget(linked, acme, () => now),
		UserError,
	);
	const {session} = expectKind(await openSession(options(directory)), 'open');
	assert.ok('holder' in (await prepareToForget(directory, acme, () => now)));
	await session.close();
	const found = await prepareToForget(directory, acme, () => now);
	assert.ok('keep' in found);
	await found.keep();
	assert.deepEqual((await readdir(dirname(journalPath(directory)))).sort(), ['facts', 'journal.jsonl']);
});
