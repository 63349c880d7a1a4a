import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {open, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {readAuditLog} from '../../../source/evidence/audit-log/read-audit-log.ts';
import type {AuditLog, ReadProgress} from '../../../source/types/evidence-facts.ts';
import {UserError} from '../../../source/types/user-error.ts';
import {temporaryDirectory} from '../../session/state.ts';

const now = new Date('2026-11-24T10:00:00Z');
const options = {signal: new AbortController().signal, now, onProgress: () => undefined};

async function written(t: TestContext, content: string | Uint8Array, name = 'log.csv'): Promise<string> {
	const file = join(await temporaryDirectory(t), name);
	await writeFile(file, content);
	return file;
}

async function counted(t: TestContext, content: string | Uint8Array): Promise<AuditLog> {
	const read = await readAuditLog(await written(t, content), options);
	assert.equal(read.outcome, 'ok');
	assert.ok(read.outcome === 'ok');
	return read.value;
}

const csv = `Date and Time,User,Action,IP Address,Project or Org
2026-11-20T09:00:00Z,ana@acme.example,session.logged_in,203.0.113.7,Acme
2026-11-19T09:00:00Z,"Ben, the ""admin""",user.role_changed,203.0.113.8,Acme
2026-10-01T09:00:00Z,ana@acme.example,raw_event_export.requested,203.0.113.7,Shop
2026-09-30T09:00:00Z,ana@acme.example,session.logged_in,203.0.113.7,Acme
2026-09-30T08:00:00Z,eve@acme.example,dashboard.painted,203.0.113.7,Acme
2026-09-29T08:00:00Z,eve@acme.example,project.transferred,203.0.113.7,Acme
`;

test('a CSV export becomes numbers: groups, kinds, span and gaps, and nothing of a person', async t => {
	const log = await counted(t, csv);
	assert.deepEqual(log, {
		format: 'csv',
		events: 6,
		malformed: 0,
		unlisted: 1,
		oldest: '2026-09-29T08:00:00.000Z',
		newest: '2026-11-20T09:00:00.000Z',
		groups: {authentication: 2, permissions: 1, projects: 1, exports: 1, other: 0},
		kinds: [
			{name: 'session.logged_in', count: 2, newest: '2026-11-20T09:00:00.000Z'},
			{name: 'project.transferred', count: 1, newest: '2026-09-29T08:00:00.000Z'},
			{name: 'raw_event_export.requested', count: 1, newest: '2026-10-01T09:00:00.000Z'},
			{name: 'user.role_changed', count: 1, newest: '2026-11-19T09:00:00.000Z'},
		],
		gaps: [{from: '2026-10-02', to: '2026-11-18', days: 48}],
		sha256: createHash('sha256').update(csv).digest('hex'),
	} satisfies AuditLog);
	assert.ok(!/acme|203\.0/.test(JSON.stringify(log)));
});

test('an NDJSON export gives the same, whatever its keys are called and however deep they lie', async t => {
	const rows = csv
		.trim()
		.split('\n')
		.slice(1)
		.map(line => /^([^,]+),(?:"[^"]*(?:""[^"]*)*"|[^,]*),([^,]+)/.exec(line) ?? [])
		.map(([, time, action]) =>
			JSON.stringify({meta: {at: time, who: {ip: '203.0.113.7'}}, what: {verb: action}}),
		);
	const {format, sha256: _, ...log} = await counted(t, `${rows.join('\n')}\n`);
	const {format: __, sha256: ___, ...fromCsv} = await counted(t, csv);
	assert.equal(format, 'ndjson');
	assert.deepEqual(log, fromCsv);
});

test('columns are found by what stands in them: other names, order, separators, encodings and no header', async t => {
	const semicolons = csv.replaceAll('Ben, the', 'Ben the').replaceAll(',', ';');
	const shuffled = csv
		.replace(/"Ben.*"/, 'Ben')
		.trim()
		.split('\n')
		.map(line => line.split(',').toReversed().join(','))
		.join('\r\n');
	const bare = csv.slice(csv.indexOf('\n') + 1);
	const wide = Buffer.from(`\ufeff${csv}`, 'utf16le');
	for (const content of [semicolons, bare, wide, `\ufeff${csv}`]) {
		assert.equal((await counted(t, content)).events, 6);
	}

	assert.equal((await counted(t, shuffled)).groups.authentication, 2);
});

test('rows that cannot be read are counted, whatever stands in them', async t => {
	const hostile = [
		'not a date,x,session.logged_in,x,x',
		'2026-11-20T09:00:00Z,x,\u001b[2J\u202eevil,x,x',
		'2027-11-20T09:00:00Z,x,session.logged_in,x,x',
		'"broken" quote,x,y',
		'=HYPERLINK("http://x"),x',
	];
	const log = await counted(t, `${csv}${hostile.join('\n')}\n`);
	assert.equal(log.events, 6);
	assert.equal(log.malformed, 5);
	assert.equal(log.newest, '2026-11-20T09:00:00.000Z');
	const ndjson = await counted(
		t,
		`{"t":"2026-11-20T09:00:00Z","e":"session.logged_in"}\n{broken\n[1]\nnull\n{"t":1,"e":2,"__proto__":{"x":"y"}}\n${'['.repeat(50_000)}\n`,
	);
	assert.deepEqual([ndjson.events, ndjson.malformed], [1, 5]);
});

test('key events that come late are still found', async t => {
	const early = '{"t":"2026-11-01T09:00:00Z","e":"dashboard.painted"}\n'.repeat(1200);
	const log = await counted(t, `${early}{"t":"2026-11-02T09:00:00Z","e":"session.logged_in"}\n`);
	assert.equal(log.groups.authentication, 1);
});

test('what is no audit log is refused with exit 2 and says why', async t => {
	const directory = await temporaryDirectory(t);
	const refused: readonly (readonly [string, RegExp])[] = [
		[await written(t, ''), /can be understood/],
		[await written(t, 'a,b\n1,2\n'), /can be understood/],
		[await written(t, gzipSync(csv)), /packed/],
		[await written(t, '[{"a":1}]'), /one JSON list/],
		[join(directory, 'none.csv'), /no such file/],
		[directory, /not a regular file/],
	];
	for (const [file, words] of refused) {
		await assert.rejects(readAuditLog(file, options), (error: unknown) => {
			assert.ok(error instanceof UserError);
			assert.equal(error.exitCode, 2);
			assert.match(`${error.message} ${error.why}`, words);
			return true;
		});
	}
});

test('a file beyond 1 GB is refused before it is read', async t => {
	const file = join(await temporaryDirectory(t), 'huge.csv');
	const handle = await open(file, 'w');
	await handle.truncate(1024 ** 3 + 1);
	await handle.close();
	await assert.rejects(readAuditLog(file, options), /too large/);
});

test('a large file is read in little memory, tells how far it is, and can be stopped', async t => {
	const file = join(await temporaryDirectory(t), 'large.csv');
	const handle = await open(file, 'w');
	const block = csv.slice(csv.indexOf('\n') + 1).repeat(2500);
	await handle.write(csv.slice(0, csv.indexOf('\n') + 1));
	const blocks = Math.ceil((30 * 1024 * 1024) / block.length);
	for (let count = 0; count < blocks; count += 1) {
		await handle.write(block);
	}

	await handle.close();
	const said: ReadProgress[] = [];
	const before = process.memoryUsage.rss();
	let most = before;
	const read = await readAuditLog(file, {
		...options,
		onProgress(progress) {
			said.push(progress);
			most = Math.max(most, process.memoryUsage.rss());
		},
	});
	assert.equal(read.outcome === 'ok' ? read.value.events : 0, blocks * 2500 * 6);
	assert.ok(most - before < 100 * 1024 * 1024, `${Math.round((most - before) / 1024 / 1024)} MB more`);
	assert.equal(said.at(-1)?.done, said.at(-1)?.size);
	assert.ok(new Set(said.map(({done}) => done)).size > 50);
	assert.ok(said.every(({events}, index) => events >= (said[index - 1]?.events ?? 0)));

	const stop = new AbortController();
	const stopped = readAuditLog(file, {...options, signal: stop.signal, onProgress: () => stop.abort()});
	await assert.rejects(stopped, {name: 'AbortError'});
});
