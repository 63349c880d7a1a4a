import assert from 'node:assert/strict';
import {appendFile, chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {encodeLine, type JournalEntry} from '../../source/session/journal-line.ts';
import {openSession} from '../../source/session/open-session.ts';
import {readJournal} from '../../source/session/read-journal.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Target} from '../../source/types/target.ts';
import {acme, expectKind, journalPath, openFor, options, record, temporaryDirectory, tick} from './state.ts';

const hasModes = process.getuid !== undefined;

/** A state directory whose journal holds the ticks a, b, c, d (five lines, the opening first). */
async function recorded(test: TestContext) {
	const directory = await temporaryDirectory(test);
	await record(
		directory,
		['a', 'b', 'c', 'd'].map(click => tick(click)),
	);
	const path = journalPath(directory);
	const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
	return {directory, path, lines};
}

async function corruptCopies(path: string): Promise<string[]> {
	return (await readdir(dirname(path))).filter(name => name.startsWith('journal.jsonl.corrupt-'));
}

test('what was recorded is there at the next start, and looking alone writes nothing', async t => {
	const {directory, path, lines} = await recorded(t);
	assert.equal(lines.length, 5);
	const before = await readFile(path, 'utf8');
	const session = await openFor(t, options(directory, {now: () => new Date('2026-12-03T10:00:00.000Z')}));
	assert.deepEqual([...session.state.ticked], ['a', 'b', 'c', 'd']);
	assert.equal(session.state.lastAt, '2026-11-24T10:00:00.000Z');
	assert.equal(session.organizationName, 'Acme');
	assert.equal(session.headHash(), JSON.parse(lines[4] ?? '').checksum);
	assert.equal(await readFile(path, 'utf8'), before);
	await session.append(tick('e'));
	assert.equal(session.state.lastAt, '2026-12-03T10:00:00.000Z');
	await session.close();
	const after = (await readFile(path, 'utf8'))
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line));
	assert.deepEqual(
		after.map(({serial}) => serial),
		[1, 2, 3, 4, 5, 6, 7],
	);
	assert.deepEqual(
		after.slice(1).map(({previous}) => previous),
		after.slice(0, -1).map(({checksum}) => checksum),
	);
	assert.deepEqual(await readdir(dirname(path)), ['journal.jsonl']);
});

test('events recorded at once keep their order, and the state is new each time', async t => {
	const directory = await temporaryDirectory(t);
	const session = await openFor(t, options(directory));
	const empty = session.state;
	await Promise.all([
		session.append(tick('a')),
		session.append(tick('a', false)),
		session.append({type: 'person_named', name: makeSafe('Ana')}),
		session.append(tick('b')),
	]);
	assert.deepEqual([...session.state.ticked], ['b']);
	assert.equal(session.state.person, 'Ana');
	assert.equal(empty.person, null);
});

test('closing waits for what is being saved; after it nothing is taken', async t => {
	const directory = await temporaryDirectory(t);
	const session = await openFor(t, options(directory));
	let isSaved = false;
	const saved = Promise.all(['a', 'b', 'c'].map(click => session.append(tick(click)))).then(() => {
		isSaved = true;
	});
	await session.close();
	assert.ok(isSaved);
	await saved;
	await assert.rejects(session.append(tick('d')), TypeError);
	const again = await openFor(t, options(directory));
	assert.deepEqual([...again.state.ticked], ['a', 'b', 'c']);
});

test('directories are 0700 and files 0600, and what was wider is tightened with a word', {
	skip: !hasModes,
}, async t => {
	const {directory, path} = await recorded(t);
	const modes = async () =>
		Promise.all(
			[directory, join(directory, 'sessions'), dirname(path), path].map(async each =>
				((await stat(each)).mode & 0o777).toString(8),
			),
		);
	assert.deepEqual(await modes(), ['700', '700', '700', '600']);
	await chmod(directory, 0o755);
	await chmod(join(directory, 'sessions'), 0o777);
	await chmod(path, 0o644);
	const {session, notices} = expectKind(await openSession(options(directory)), 'open');
	t.after(() => session.close());
	assert.equal(notices.length, 3);
	assert.deepEqual(await modes(), ['700', '700', '700', '600']);
});

test('a directory with a life of its own is not made private, and refused when others may write to it', {
	skip: !hasModes,
}, async t => {
	const directory = await temporaryDirectory(t);
	await writeFile(join(directory, 'somebody-elses-file'), '');
	await chmod(directory, 0o755);
	await openFor(t, options(directory));
	assert.equal((await stat(directory)).mode & 0o777, 0o755);

	const shared = join(await temporaryDirectory(t), 'shared');
	await mkdir(shared);
	await writeFile(join(shared, 'somebody-elses-file'), '');
	await chmod(shared, 0o777);
	const {error} = expectKind(await openSession(options(shared)), 'failed');
	assert.equal(error.exitCode, 5);
	assert.equal((await stat(shared)).mode & 0o777, 0o777);
});

test('a last line that was cut short is left out and said; all before it is there', async t => {
	for (const tail of ['{"serial":6,"at":"2026', '{"serial":6}\n', '\0'.repeat(300)]) {
		const {directory, path} = await recorded(t);
		const whole = await readFile(path, 'utf8');
		await appendFile(path, tail);
		const {session, notices} = expectKind(await openSession(options(directory)), 'open');
		assert.equal(notices.length, 1);
		assert.deepEqual([...session.state.ticked], ['a', 'b', 'c', 'd']);
		assert.equal(await readFile(path, 'utf8'), whole);
		assert.equal((await corruptCopies(path)).length, 1);
		await session.append(tick('e'));
		await session.close();
		const again = await openFor(t, options(directory));
		assert.deepEqual([...again.state.ticked], ['a', 'b', 'c', 'd', 'e']);
	}
});

test('a last line that only lost its newline is kept', async t => {
	const {directory, path, lines} = await recorded(t);
	await writeFile(path, lines.join('\n'));
	const session = await openFor(t, options(directory));
	assert.ok(session.state.ticked.has('d'));
	await session.append(tick('e'));
	await session.close();
	const again = await openFor(t, options(directory));
	assert.deepEqual([...again.state.ticked], ['a', 'b', 'c', 'd', 'e']);
});

test('cut at any byte, a journal gives the events before the cut and is never taken for damage', async t => {
	const {directory, path} = await recorded(t);
	const bytes = await readFile(path);
	for (let size = 1; size <= bytes.length; size += 1) {
		await writeFile(path, bytes.subarray(0, size));
		const reading = await readJournal(path, 'us-4410022');
		const whole = bytes.subarray(0, size + 1).filter(byte => byte === 0x0a).length;
		assert.equal(reading?.kind, whole === 0 ? 'foreign' : 'whole');
		assert.equal(reading?.kind === 'whole' ? reading.content.events : 0, whole);
	}

	await openFor(t, options(directory));
});

const damages: readonly {
	name: string;
	change: (lines: string[]) => (string | Buffer)[];
	keeps: string;
	leftOut: number;
}[] = [
	{
		name: 'a torn middle line',
		change: ([one = '', two = '', ...rest]) => [one, two.slice(0, 30), ...rest],
		keeps: 'bcd',
		leftOut: 1,
	},
	{
		name: 'an edited middle line',
		change: lines => lines.map(line => line.replace('"click":"b"', '"click":"x"')),
		keeps: 'acd',
		leftOut: 1,
	},
	{
		name: 'a line that is not UTF-8',
		change: ([one = '', two = '', , ...rest]) => [one, two, Buffer.from([0xff, 0xfe, 0x00]), ...rest],
		keeps: 'acd',
		leftOut: 1,
	},
	{
		name: 'a line that is too long',
		change: ([one = '', two = '', , ...rest]) => [one, two, 'x'.repeat(2 * 1024 * 1024), ...rest],
		keeps: 'acd',
		leftOut: 1,
	},
	{
		name: 'a missing line',
		change: ([one = '', two = '', , ...rest]) => [one, two, ...rest],
		keeps: 'acd',
		leftOut: 0,
	},
	{name: 'the missing first line', change: ([, ...rest]) => rest, keeps: 'abcd', leftOut: 0},
	{
		name: 'lines that were exchanged',
		change: ([one = '', two = '', three = '', ...rest]) => [one, three, two, ...rest],
		keeps: 'bacd',
		leftOut: 0,
	},
	{
		name: 'a repeated line',
		change: ([one = '', two = '', ...rest]) => [one, two, two, ...rest],
		keeps: 'abcd',
		leftOut: 0,
	},
	{
		name: 'several bad lines at the end',
		change: lines => [...lines, 'torn', 'and torn again'],
		keeps: 'abcd',
		leftOut: 2,
	},
];

for (const {name, change, keeps, leftOut} of damages) {
	test(`${name} is damage: good lines are read, a copy is kept, and nothing is written before it is mended`, async t => {
		const {directory, path, lines} = await recorded(t);
		const newline = Buffer.from('\n');
		const bytes = Buffer.concat(change(lines).flatMap(line => [Buffer.from(line), newline]));
		await writeFile(path, bytes);
		const looked = expectKind(await openSession(options(directory)), 'damaged');
		assert.deepEqual([...looked.state.ticked], [...keeps]);
		assert.equal(looked.leftOut, leftOut);
		assert.ok(leftOut > 0 || looked.breaks > 0);
		await looked.close();
		assert.ok((await readFile(path)).equals(bytes));

		const damaged = expectKind(await openSession(options(directory)), 'damaged');
		assert.equal((await corruptCopies(path)).length, 1);
		assert.ok((await readFile(damaged.copy ?? '')).equals(bytes));
		const {session} = expectKind(await damaged.repair(), 'open');
		await session.append(tick('z'));
		await session.close();
		assert.ok((await readFile(damaged.copy ?? '')).equals(bytes));
		const again = await openFor(t, options(directory));
		assert.deepEqual([...again.state.ticked], [...keeps, 'z']);
	});
}

test('a damaged session is held until it is mended or left', async t => {
	const {directory, path, lines} = await recorded(t);
	await writeFile(path, [...lines.slice(0, 2), 'torn', ...lines.slice(2), ''].join('\n'));
	const damaged = expectKind(await openSession(options(directory)), 'damaged');
	expectKind(await openSession(options(directory)), 'held');
	await damaged.close();
	const next = expectKind(await openSession(options(directory)), 'damaged');
	await next.close();
});

for (const [name, content] of [
	['empty', ''],
	['a list', '[1,2,3]\n'],
	['null', 'null'],
	['a number', '42\n'],
	['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0x0a, 0xff])],
	['too deep', `${'['.repeat(200_000)}\n`],
	['one endless line', 'x'.repeat(3 * 1024 * 1024)],
] as const) {
	test(`a journal that is ${name} is moved aside, said, and the session starts anew`, async t => {
		const {directory, path} = await recorded(t);
		await writeFile(path, content);
		const {session, notices} = expectKind(await openSession(options(directory)), 'open');
		t.after(() => session.close());
		assert.equal(notices.length, 1);
		assert.equal(session.state.openedAt, null);
		assert.equal(session.headHash(), null);
		const [copy = ''] = await corruptCopies(path);
		assert.ok((await readFile(join(dirname(path), copy))).equals(Buffer.from(content)));
		await session.append(tick('a'));
		assert.equal((await readFile(path, 'utf8')).trimEnd().split('\n').length, 2);
	});
}

function journalOf(...entries: Partial<JournalEntry>[]): string {
	let previous: string | null = null;
	return entries
		.map((entry, index) => {
			const encoded = encodeLine({
				serial: index + 1,
				at: '2026-11-24T10:00:00.000Z',
				previous,
				header: {session: 'us-4410022', organizationName: null},
				event: {type: 'session_opened', tool: '1', guide: '1'},
				...entry,
			});
			previous = encoded.checksum;
			return `${encoded.line}\n`;
		})
		.join('');
}

test('a journal of a newer version is refused and nothing is touched', async t => {
	const {directory, path} = await recorded(t);
	const newer = `${await readFile(path, 'utf8')}{"serial":6,"journalSchema":2,"type":"session_opened"}\n`;
	await writeFile(path, newer);
	for (const readOnly of [false, true]) {
		const {error} = expectKind(await openSession(options(directory, {readOnly})), 'newer');
		assert.equal(error.exitCode, 5);
		assert.match(error.next, /newer version/);
	}

	assert.equal(await readFile(path, 'utf8'), newer);
	assert.deepEqual(await readdir(dirname(path)), ['journal.jsonl']);
});

test('a journal of another organization or region is refused and never merged', async t => {
	const {directory, path} = await recorded(t);
	const others = journalOf({header: {session: 'eu-4410022', organizationName: null}});
	await writeFile(path, others);
	const {error} = expectKind(await openSession(options(directory)), 'failed');
	assert.match(error.why, /eu-4410022/);
	assert.equal(await readFile(path, 'utf8'), others);
});

test('a journal that does not say whose it is counts as damaged; mended, it says so', async t => {
	const {directory, path} = await recorded(t);
	await writeFile(path, journalOf({header: null, event: tick('a')}));
	const damaged = expectKind(await openSession(options(directory)), 'damaged');
	const {session} = expectKind(await damaged.repair(), 'open');
	await session.close();
	assert.equal(JSON.parse((await readFile(path, 'utf8')).split('\n')[0] ?? '').session, 'us-4410022');
	assert.deepEqual([...session.state.ticked], ['a']);
});

test('sessions of organizations, regions, training and by hand are kept apart', async t => {
	const directory = await temporaryDirectory(t);
	const name = makeSafe('Acme');
	const targets: Target[] = [
		acme,
		{kind: 'live', region: 'eu', organizationId: '4410022', name},
		{kind: 'live', region: 'us', organizationId: '4410023', name},
		{kind: 'simulated', organizationId: '4410022', name},
		{kind: 'byHand'},
	];
	for (const [index, target] of targets.entries()) {
		const session = await openFor(t, options(directory, {target}));
		assert.equal(session.state.ticked.size, 0);
		await session.append(tick(`click-${index}`));
	}

	assert.deepEqual((await readdir(join(directory, 'sessions'))).sort(), [
		'by-hand',
		'eu-4410022',
		'simulated-4410022',
		'us-4410022',
		'us-4410023',
	]);
});

test('an organization id that is no number is refused before a path is made of it', async t => {
	const directory = await temporaryDirectory(t);
	for (const organizationId of ['../../etc', '', '1'.repeat(21), '12a', '１２', '1\n']) {
		const target: Target = {kind: 'live', region: 'us', organizationId, name: makeSafe('Acme')};
		expectKind(await openSession(options(directory, {target})), 'failed');
	}

	assert.deepEqual(await readdir(directory), []);
});

test('opening for reading changes nothing and takes no lock', async t => {
	const directory = await temporaryDirectory(t);
	const {session: none} = expectKind(await openSession(options(directory, {readOnly: true})), 'open');
	assert.equal(none.state.openedAt, null);
	assert.deepEqual(await readdir(directory), []);

	const {directory: used, path} = await recorded(t);
	await appendFile(path, '{"torn');
	const before = await readFile(path, 'utf8');
	const {session} = expectKind(await openSession(options(used, {readOnly: true})), 'open');
	assert.ok(session.isReadOnly);
	assert.ok(session.state.ticked.has('d'));
	await assert.rejects(session.append(tick('e')), {name: 'UserError', exitCode: 5});
	assert.equal(await readFile(path, 'utf8'), before);
	assert.deepEqual(await readdir(dirname(path)), ['journal.jsonl']);
});

test('a journal that is moved, deleted or changed while it is open is not written to', async t => {
	const changes: ((path: string) => Promise<unknown>)[] = [
		path => rm(path),
		path => rename(path, `${path}.moved`),
		path => appendFile(path, 'x\n'),
		path => writeFile(path, ''),
	];
	for (const change of changes) {
		const {directory, path} = await recorded(t);
		const session = await openFor(t, options(directory));
		await session.append(tick('e'));
		await change(path);
		await assert.rejects(session.append(tick('f')), {name: 'UserError', exitCode: 5});
		assert.ok(!session.state.ticked.has('f'));
		await session.close();
	}
});

test('an event that could not be read again is not written', async t => {
	const {directory, path} = await recorded(t);
	const session = await openFor(t, options(directory));
	const before = await readFile(path, 'utf8');
	await assert.rejects(session.append(tick('two words')), TypeError);
	assert.equal(await readFile(path, 'utf8'), before);
	await session.append(tick('e'));
	assert.ok(session.state.ticked.has('e'));
});
