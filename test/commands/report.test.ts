import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import {openSession} from '../../source/session/open-session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Facts} from '../../source/types/facts.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import type {Target} from '../../source/types/target.ts';
import {record} from '../report/session/make-report.ts';
import {acme, expectKind, journalPath, openFor, options, temporaryDirectory} from '../session/state.ts';
import {hardenedFacts, read, users} from '../support/facts-builders.ts';
import {runProgram} from '../support/run-program.ts';

const training: Target = {kind: 'simulated', organizationId: '7000001', name: makeSafe('Corp Example')};

/** A session with one assessment, which kept its facts when there are some. */
async function assessed(
	stateDirectory: string,
	facts: Facts | null,
	target: Target = acme,
	more: readonly SessionEvent[] = [],
): Promise<void> {
	const {session} = expectKind(await openSession(options(stateDirectory, {target})), 'open');
	const kept = facts === null ? {} : {facts: await session.saveFacts(facts)};
	const events: readonly SessionEvent[] = [
		{type: 'person_named', name: makeSafe('Ana')},
		...more,
		{type: 'assessment_recorded', assessment: {...record, ...kept}},
	];
	for (const event of events) {
		await session.append(event);
	}

	await session.close();
}

function report(stateDirectory: string, ...args: string[]) {
	return runProgram({args: ['report', '--state-dir', stateDirectory, ...args]});
}

async function reportJson(stateDirectory: string, ...args: string[]) {
	const {stdout, stderr, code} = await report(stateDirectory, '--format', 'json', ...args);
	assert.equal(code, 0, stderr);
	return JSON.parse(stdout);
}

const facts = {...hardenedFacts(), users: read({users: users(5, 2, 3)})};

describe('report', {concurrency: 2}, () => {
	test('judges the facts that were kept again, and names the journal by its head', async t => {
		const directory = await temporaryDirectory(t);
		await assessed(directory, facts);
		const before = await readFile(journalPath(directory), 'utf8');
		const {reading, controls, journal, summary} = await reportJson(directory);
		assert.equal(reading.from, 'facts');
		assert.deepEqual(reading.coverage.users, {seen: 10, known: 10});
		assert.equal(summary.counts.total, 6);
		const rules = controls.flatMap((control: {rules: unknown[]}) => control.rules);
		const owners = rules.find((rule: {id: string}) => rule.id === 'owner-count');
		assert.equal(owners.verdict.status, 'fail');
		assert.match(owners.verdict.actual, /5/u);
		const lastLine = before.trimEnd().split('\n').at(-1) ?? '';
		assert.equal(journal.headHash, JSON.parse(lastLine).checksum);
		assert.equal(await readFile(journalPath(directory), 'utf8'), before);
	});

	test('without the facts it gives what was recorded, and says why', async t => {
		const directory = await temporaryDirectory(t);
		await assessed(directory, facts);
		await rm(join(directory, 'sessions', 'us-4410022', 'facts'), {recursive: true});
		const {stdout, code} = await report(directory);
		assert.equal(code, 0);
		assert.match(stdout, /^# Mixpanel hardening report: Acme\n/u);
		assert.match(stdout, /Verdicts: as recorded on 2026-11-24T10:00:00Z/u);
		assert.match(stdout, /- Note: The file is gone\./u);
		assert.match(stdout, /2\.3 Limit Admin Access \| L1 \| FAIL · verified \| 4 Owners, 3 at most/u);
	});

	test('what was kept but is no longer as written is not used', async t => {
		const directory = await temporaryDirectory(t);
		await assessed(directory, facts);
		const place = join(directory, 'sessions', 'us-4410022', 'facts');
		const [file = ''] = await readdir(place);
		const text = await readFile(join(place, file), 'utf8');
		await writeFile(join(place, file), text.replace('owner0', 'ownerX'));
		const {reading} = await reportJson(directory);
		assert.equal(reading.from, 'record');
		assert.match(reading.note, /not as it was written/u);
	});

	test('a session by hand is what people said', async t => {
		const directory = await temporaryDirectory(t);
		const target = {kind: 'byHand'} as const;
		await assessed(directory, null, target, [
			{
				type: 'rule_attested',
				attestation: {
					rule: 'owner-count',
					ruleVersion: 1,
					resource: null,
					status: 'pass',
					by: makeSafe('Ana'),
					observedOn: new Date().toISOString().slice(0, 10),
					seen: makeSafe('two Owners'),
				},
			},
		]);
		const {reading, target: told, controls} = await reportJson(directory);
		assert.equal(reading.from, 'words');
		assert.equal(told.organizationId, null);
		const rules = controls.flatMap((control: {rules: unknown[]}) => control.rules);
		const owners = rules.find((rule: {id: string}) => rule.id === 'owner-count');
		assert.deepEqual([owners.verdict.status, owners.verdict.basis], ['pass', 'attested']);
	});

	test('of several sessions it takes the one worked on last, says so, and finds the others by name', async t => {
		const directory = await temporaryDirectory(t);
		await assessed(directory, facts);
		await assessed(directory, facts, training);
		const latest = await report(directory);
		assert.equal(latest.code, 0);
		assert.match(latest.stderr, /Corp Example, 7000001, TRAINING, worked on last of 2 sessions/u);
		assert.match(latest.stdout, /^# Mixpanel hardening report: Corp Example · TRAINING\n/u);
		const {target} = await reportJson(directory, '--organization', '4410022');
		assert.equal(target.organizationName, 'Acme');
		const other = await report(directory, '--organization', '5');
		assert.equal(other.code, 2);
		assert.match(other.stderr, /no session of organization 5[\s\S]*7000001, 4410022|4410022, 7000001/u);
	});

	test('a session that is open elsewhere is reported on as well', async t => {
		const directory = await temporaryDirectory(t);
		await assessed(directory, facts);
		await openFor(t, options(directory));
		assert.equal((await reportJson(directory)).reading.from, 'facts');
	});

	test('a damaged journal is announced in the report and beside it', async t => {
		const directory = await temporaryDirectory(t);
		await assessed(directory, facts);
		const path = journalPath(directory);
		await writeFile(path, (await readFile(path, 'utf8')).replace('"Ana"', '"Eve"'));
		const {stdout, stderr, code} = await report(directory);
		assert.equal(code, 0, stderr);
		assert.match(stderr, /damaged; 1 of its lines/u);
		assert.match(stdout, /The journal is damaged: 1 line left out/u);
	});

	test('without a session, or before the first assessment, it advises and writes nothing', async t => {
		const directory = await temporaryDirectory(t);
		const file = join(directory, 'report.md');
		const none = await report(join(directory, 'absent'), '--output', file);
		assert.equal(none.code, 2);
		assert.match(none.stderr, /no session to report on[\s\S]*mixpanel-harden train/u);
		const {session} = expectKind(await openSession(options(directory)), 'open');
		await session.append({type: 'person_named', name: makeSafe('Ana')});
		await session.close();
		const early = await report(directory, '--output', file);
		assert.equal(early.code, 2);
		assert.match(early.stderr, /nothing to report yet/u);
		await assert.rejects(stat(file), {code: 'ENOENT'});
	});

	test('a file is written for its owner alone, and only replaced when told to', async t => {
		const directory = await withSession(t);
		const file = join(directory, 'report.md');
		const first = await report(directory, '--output', file);
		assert.deepEqual([first.code, first.stdout, first.stderr], [0, '', '']);
		const text = await readFile(file, 'utf8');
		assert.match(text, /^# Mixpanel hardening report: Acme\n/u);
		assert.equal((await stat(file)).mode & 0o777, 0o600);
		await writeFile(file, 'mine');
		const second = await report(directory, '--output', file);
		assert.equal(second.code, 2);
		assert.match(second.stderr, /exists already[\s\S]*--overwrite/u);
		assert.equal(await readFile(file, 'utf8'), 'mine');
		assert.equal((await report(directory, '--output', file, '--overwrite')).code, 0);
		assert.match(await readFile(file, 'utf8'), /^# Mixpanel hardening report: Acme\n/u);
	});

	test('directories, links and places that cannot be written are refused with the reason', async t => {
		const directory = await withSession(t);
		await mkdir(join(directory, 'folder'));
		await symlink(join(directory, 'elsewhere'), join(directory, 'link'));
		for (const [name, why] of [
			['folder', /is a directory/u],
			['link', /not a plain file/u],
			[join('absent', 'report.md'), /There is no directory/u],
		] as const) {
			const {code, stderr, stdout} = await report(
				directory,
				'--output',
				join(directory, name),
				'--overwrite',
			);
			assert.deepEqual([code, stdout], [2, '']);
			assert.match(stderr, why);
		}
	});
});

async function withSession(t: TestContext): Promise<string> {
	const directory = await temporaryDirectory(t);
	await assessed(directory, facts);
	return directory;
}
