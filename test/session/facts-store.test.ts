import assert from 'node:assert/strict';
import {
	chmod,
	link,
	mkdir,
	readdir,
	readFile,
	rename,
	stat,
	symlink,
	utimes,
	writeFile,
} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type TestContext, test} from 'node:test';
import fc from 'fast-check';
import {latestFacts, loadFacts, saveFacts} from '../../source/session/facts-store.ts';
import {openSession} from '../../source/session/open-session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Facts} from '../../source/types/facts.ts';
import type {AssessmentRecord} from '../../source/types/session.ts';
import {UserError} from '../../source/types/user-error.ts';
import {anyFacts} from '../support/facts-arbitraries.ts';
import {hardenedFacts, property, read} from '../support/facts-builders.ts';
import {expectKind, journalPath, openFor, options, temporaryDirectory} from './state.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const isUnix = process.getuid !== undefined;

async function saved(t: TestContext) {
	const directory = await temporaryDirectory(t);
	const reference = await saveFacts(directory, hardenedFacts(), now);
	return {directory, reference, path: join(directory, 'facts', reference.file)};
}

function record(facts?: AssessmentRecord['facts']): {
	type: 'assessment_recorded';
	assessment: AssessmentRecord;
} {
	const assessment = {level: 'L1', score: null, decided: 0, of: 25, controls: []} as const;
	return {
		type: 'assessment_recorded',
		assessment: facts === undefined ? assessment : {...assessment, facts},
	};
}

test('facts come back as they were saved, whatever was read', async t => {
	const directory = await temporaryDirectory(t);
	await fc.assert(
		fc.asyncProperty(anyFacts, async any => {
			const facts = {...any};
			const reference = await saveFacts(directory, facts, now);
			assert.deepEqual(await loadFacts(directory, reference), {facts, why: null});
		}),
		{numRuns: 60},
	);
	assert.deepEqual(await loadFacts(directory, await saveFacts(directory, hardenedFacts(), now)), {
		facts: hardenedFacts(),
		why: null,
	});
});

test('the exact name of a property survives, and a text is made safe again', async t => {
	const directory = await temporaryDirectory(t);
	const rawName = `tab\t\u202e\ud800 ${'long'.repeat(5000)}`;
	const facts: Facts = {
		properties: read([
			{
				project: {id: '1', name: makeSafe('Shop'), organizationId: null},
				read: read([property('x', {rawName})]),
			},
		]),
	};
	const reference = await saveFacts(directory, facts, now);
	assert.deepEqual((await loadFacts(directory, reference)).facts, facts);
	const path = join(directory, 'facts', reference.file);
	const text = (await readFile(path, 'utf8')).replace('"Shop"', '"Shop\\u001b[2J"');
	const {createHash} = await import('node:crypto');
	await writeFile(path, text);
	const {facts: edited} = await loadFacts(directory, {
		file: reference.file,
		sha256: createHash('sha256').update(text).digest('hex'),
	});
	assert.ok(edited?.properties?.outcome === 'ok');
	assert.equal(edited.properties.value[0]?.project.name, 'Shop\\x1b[2J');
});

test('only the fields of the types are written, and equal facts are equal bytes', async t => {
	const directory = await temporaryDirectory(t);
	const users = read({
		users: [
			{
				...hardenedUser(),
				password: 'hunter2',
				raw: {body: 'everything'},
			},
		],
		next: 'cursor',
	});
	const reference = await saveFacts(directory, {users}, now);
	const text = await readFile(join(directory, 'facts', reference.file), 'utf8');
	assert.doesNotMatch(text, /hunter2|everything|cursor/);
	const turned = await saveFacts(
		directory,
		Object.fromEntries(Object.entries(hardenedFacts()).reverse()),
		now,
	);
	assert.deepEqual(turned, await saveFacts(directory, hardenedFacts(), now));
});

function hardenedUser() {
	const {users} = hardenedFacts();
	const [first] = users.outcome === 'ok' ? users.value.users : [];
	assert.ok(first !== undefined);
	return first;
}

test('files are for the owner alone, and lie in facts/', {skip: !isUnix}, async t => {
	const {directory, path} = await saved(t);
	assert.equal((await stat(path)).mode & 0o777, 0o600);
	assert.equal((await stat(dirname(path))).mode & 0o777, 0o700);
	assert.deepEqual(await readdir(directory), ['facts']);
	await chmod(dirname(path), 0o755);
	await saveFacts(directory, {}, now);
	assert.equal((await stat(dirname(path))).mode & 0o777, 0o700);
});

test('a file that was changed, cut, exchanged or removed gives no facts but a reason', async t => {
	const {directory, reference, path} = await saved(t);
	const text = await readFile(path, 'utf8');
	for (const changed of [text.replace('"admin"', '"owner"'), text.slice(0, -1), '', `${text}\n`]) {
		await writeFile(path, changed);
		const {facts, why} = await loadFacts(directory, reference);
		assert.equal(facts, null);
		assert.match(why ?? '', /not as it was written/);
	}

	await rename(path, `${path}.moved`);
	assert.match((await loadFacts(directory, reference)).why ?? '', /gone/);
});

test('a file with a good hash and no facts in it gives a reason', async t => {
	const directory = await temporaryDirectory(t);
	const {createHash} = await import('node:crypto');
	await mkdir(join(directory, 'facts'));
	for (const text of [
		'{"users":1}',
		'[]',
		'null',
		'not json',
		'{"users":{"outcome":"fine","evidence":[]}}',
	]) {
		await writeFile(join(directory, 'facts', 'a.json'), text);
		const sha256 = createHash('sha256').update(text).digest('hex');
		const {facts, why} = await loadFacts(directory, {file: 'a.json', sha256});
		assert.equal(facts, null, text);
		assert.match(why ?? '', /no facts/);
	}
});

test('a link, a second name or a path is never followed', {skip: !isUnix}, async t => {
	const {directory, reference, path} = await saved(t);
	await rename(path, join(directory, 'elsewhere.json'));
	await symlink('../elsewhere.json', path);
	assert.match((await loadFacts(directory, reference)).why ?? '', /symbolic link/);
	await rename(path, `${path}.link`);
	await link(join(directory, 'elsewhere.json'), path);
	assert.match((await loadFacts(directory, reference)).why ?? '', /second name/);
	for (const file of ['../elsewhere.json', 'a/b.json', '..', '.', '', '/etc/passwd', 'a\u0000.json']) {
		const {facts, why} = await loadFacts(directory, {...reference, file});
		assert.equal(facts, null);
		assert.match(why ?? '', /name/, file);
	}

	const other = await temporaryDirectory(t);
	await symlink(join(directory, 'facts'), join(other, 'facts'));
	assert.match((await loadFacts(other, reference)).why ?? '', /symbolic link/);
	await assert.rejects(saveFacts(other, {}, now), UserError);
});

test('the newest thirty are kept, and those that assessments name', async t => {
	const directory = await temporaryDirectory(t);
	const at = (minute: number) => new Date(now.getTime() + minute * 60_000);
	const first = await saveFacts(directory, {}, at(0));
	const stranger = join(directory, 'facts', 'notes.txt');
	await writeFile(stranger, 'mine');
	const orphan = join(directory, 'facts', '.a.json.0123456789abcdef.tmp');
	await writeFile(orphan, 'half');
	await utimes(orphan, at(0), at(0));
	for (let minute = 1; minute <= 40; minute += 1) {
		await saveFacts(directory, {}, at(minute), [first]);
	}

	const names = await readdir(join(directory, 'facts'));
	assert.equal(names.length, 32);
	assert.ok(names.includes(first.file));
	assert.ok(names.includes('notes.txt'));
	assert.equal((await loadFacts(directory, first)).why, null);
});

test('a session keeps facts, finds the latest again, and reads them without writing', async t => {
	const directory = await temporaryDirectory(t);
	const session = await openFor(t, options(directory));
	assert.equal(await session.loadLatestFacts(), null);
	const reference = await session.saveFacts(hardenedFacts());
	await session.append(record(reference));
	await session.append(record());
	assert.deepEqual(session.state.assessments.at(-1)?.facts, undefined);
	await session.append(record(reference));
	await session.close();
	const {session: reader} = expectKind(await openSession(options(directory, {readOnly: true})), 'open');
	assert.deepEqual(await reader.loadLatestFacts(), {
		facts: hardenedFacts(),
		why: null,
		at: '2026-11-24T10:00:00.000Z',
	});
	await assert.rejects(reader.saveFacts({}), UserError);
	const place = dirname(journalPath(directory));
	await writeFile(join(place, 'facts', reference.file), '{}');
	const damaged = await latestFacts(reader.state, place);
	assert.equal(damaged?.facts, null);
	assert.match(damaged?.why ?? '', /not as it was written/);
});

test('a session whose lock is gone saves no facts, and goes on saving when it can', async t => {
	const directory = await temporaryDirectory(t);
	const session = await openFor(t, options(directory));
	const place = dirname(journalPath(directory));
	await rename(join(place, 'lock'), join(place, 'lock.moved'));
	await assert.rejects(session.saveFacts({}), (error: unknown) => {
		assert.ok(error instanceof UserError);
		assert.equal(error.exitCode, 5);
		return true;
	});
	assert.deepEqual((await readdir(place)).sort(), ['lock.moved']);
	await rename(join(place, 'lock.moved'), join(place, 'lock'));
	assert.match((await session.saveFacts({})).file, /^2026-11-24T10-00-00-000Z-/);
});
