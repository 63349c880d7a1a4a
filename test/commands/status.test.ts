import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {policySha256} from '../../source/report/policy/policy-digest.ts';
import {openSession} from '../../source/session/open-session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import type {Target} from '../../source/types/target.ts';
import {acme, expectKind, journalPath, openFor, options, temporaryDirectory, tick} from '../session/state.ts';
import {runProgram} from '../support/run-program.ts';

const training: Target = {kind: 'simulated', organizationId: '7000001', name: makeSafe('Corp Example')};

async function work(stateDirectory: string, target: Target, events: readonly SessionEvent[]): Promise<void> {
	const {session} = expectKind(await openSession(options(stateDirectory, {target})), 'open');
	for (const event of events) {
		await session.append(event);
	}

	await session.close();
}

/** One live session with some work done, one in training that has only begun. */
async function twoSessions(t: TestContext): Promise<string> {
	const directory = await temporaryDirectory(t);
	await work(directory, training, [{type: 'person_named', name: makeSafe('Ben')}]);
	await work(directory, acme, [
		{type: 'person_named', name: makeSafe('Ana')},
		{type: 'place_moved', place: {screen: 'control', control: '2.3', stage: 'gap', row: 1}},
		tick('2.3.C1'),
		{type: 'note_written', control: '2.3', text: makeSafe('ask Raj')},
		{
			type: 'assessment_recorded',
			assessment: {
				level: 'L2',
				score: 0.416,
				decided: 7,
				of: 25,
				controls: [{id: '2.3', status: 'fail', basis: 'verified', reason: '4 Owners, 3 at most'}],
				due: [
					{rule: 'sso-required', on: '2099-01-01'},
					{rule: 'audit-log-exported', on: '2020-02-01'},
				],
			},
		},
	]);
	return directory;
}

function status(stateDirectory: string, ...args: string[]) {
	return runProgram({args: ['status', '--state-dir', stateDirectory, ...args]});
}

test('without a session it says so and how to begin, and creates nothing', async t => {
	const directory = join(await temporaryDirectory(t), 'absent');
	const {stdout, stderr, code} = await status(directory);
	assert.equal(code, 0, stderr);
	assert.match(stdout, /No session/);
	assert.match(stdout, /mixpanel-harden train/);
	assert.deepEqual(await readdir(dirname(directory)), []);
});

test('each session is shown with what it is, how far it is, and what is due', async t => {
	const {stdout, stderr, code} = await status(await twoSessions(t));
	assert.equal(code, 0, stderr);
	const [first = '', second = ''] = stdout.split('\n\n').sort();
	assert.match(first, /^Acme · 4410022 · US · LIVE$/m);
	assert.match(first, /Ana · level L2 · 7 of 25 rules decided · score 0\.42/);
	assert.match(first, /at 2\.3, Gap/);
	assert.match(first, /Due: audit-log-exported, held until 2020-02-01/);
	assert.doesNotMatch(first, /sso-required/);
	assert.match(first, /1 note, 1 step ticked/);
	assert.match(second, /^Corp Example · 7000001 · simulated · TRAINING$/m);
	assert.match(second, /Ben · level L1 · not assessed yet/);
});

test('one organization can be asked for, as JSON that holds the same', async t => {
	const directory = await twoSessions(t);
	const {stdout, code} = await status(directory, '--organization', '4410022', '--format', 'json');
	assert.equal(code, 0);
	const {schemaVersion, sessions, errors} = JSON.parse(stdout);
	assert.equal(schemaVersion, '1');
	assert.deepEqual(errors, []);
	assert.equal(sessions.length, 1);
	assert.deepEqual(sessions[0], {
		organizationId: '4410022',
		organizationName: 'Acme',
		region: 'us',
		simulated: false,
		person: 'Ana',
		verdictsFrom: 'record',
		verdictsNote: null,
		level: 'L2',
		decided: 7,
		of: 25,
		policy: {overrides: [], sha256: policySha256(defaultPolicy)},
		policyNote: null,
		score: 0.416,
		assessedAt: '2026-11-24T10:00:00.000Z',
		controls: [{id: '2.3', status: 'fail', basis: 'verified', reason: '4 Owners, 3 at most'}],
		openedAt: '2026-11-24T10:00:00.000Z',
		lastAt: '2026-11-24T10:00:00.000Z',
		place: {screen: 'control', control: '2.3', stage: 'gap', row: 1},
		due: [
			{rule: 'audit-log-exported', title: null, control: null, on: '2020-02-01', overdue: true},
			{rule: 'sso-required', title: null, control: null, on: '2099-01-01', overdue: false},
		],
		inDoubt: null,
		changed: null,
		expiring: [],
		waiting: [],
		next: null,
		openChanges: [],
		notes: 1,
		tickedClicks: 1,
		holder: null,
		damaged: false,
		leftOutLines: 0,
	});
	assert.match((await status(directory, '--organization', '1')).stdout, /No session of that organization/);
});

test('who has a session open is named, and the session is left as it is', async t => {
	const directory = await twoSessions(t);
	await openFor(t, options(directory));
	const before = await readFile(journalPath(directory), 'utf8');
	const {stdout, code} = await status(directory);
	assert.equal(code, 0);
	assert.match(stdout, new RegExp(`Open now: process ${process.pid} on `));
	assert.equal(await readFile(journalPath(directory), 'utf8'), before);
});

test('state that cannot be read ends in exit 5, and the rest is still shown', async t => {
	const directory = await twoSessions(t);
	await mkdir(join(directory, 'sessions', 'eu-5'));
	await writeFile(join(directory, 'sessions', 'eu-5', 'journal.jsonl'), 'nothing of ours\n');
	const text = await status(directory);
	assert.equal(text.code, 5);
	assert.match(text.stdout, /Acme/);
	assert.match(text.stderr, /eu-5/);
	const json = await status(directory, '--format', 'json');
	assert.equal(json.code, 5);
	assert.equal(JSON.parse(json.stdout).sessions.length, 2);
	assert.equal(JSON.parse(json.stdout).errors.length, 1);
});

test('a damaged journal is announced; its good lines are shown', async t => {
	const directory = await twoSessions(t);
	const path = journalPath(directory);
	const damaged = (await readFile(path, 'utf8')).replace('ask Raj', 'ask Eve');
	await writeFile(path, damaged);
	const {stdout, code} = await status(directory);
	assert.equal(code, 0);
	assert.match(stdout, /damaged: 1 line left out/);
	assert.match(stdout, /7 of 25 rules decided/);
	assert.equal(await readFile(path, 'utf8'), damaged);
});

test('an unknown format is refused with the list', async t => {
	const {stderr, stdout, code} = await status(await temporaryDirectory(t), '--format', 'xml');
	assert.equal(code, 2);
	assert.equal(stdout, '');
	assert.match(stderr, /text.*json/s);
});

test('the calendar names rules by their titles, for each session', async t => {
	const {stdout, stderr, code} = await status(await twoSessions(t), '--format', 'ics');
	assert.equal(code, 0, stderr);
	const unfolded = stdout.replaceAll('\r\n ', '');
	assert.match(unfolded, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
	assert.match(unfolded, /UID:due-sso-required-us-4410022@mixpanel-harden\r\n/);
	const {controls} = await import('../../source/controls/index.ts');
	const rule = controls.flatMap(({rules}) => rules).find(({id}) => id === 'sso-required');
	assert.ok(unfolded.includes(`SUMMARY:Acme: Look again: ${rule?.title}\r\n`));
});

test('what waits, runs out or was left open is shown, and makes --fail-on due fail', async t => {
	const directory = await temporaryDirectory(t);
	await work(directory, acme, [
		{
			type: 'parked',
			parked: {
				control: '1.1',
				click: '1.1.C2',
				waitingFor: makeSafe('Ben, DNS'),
				what: makeSafe('the TXT record'),
				until: '2020-03-01',
				by: makeSafe('Ana'),
			},
		},
		{
			type: 'change_intended',
			intent: {
				operation: 'op1',
				fix: 'classify-property',
				control: '3.2',
				rule: 'pii-classified',
				resource: {type: 'property', id: '1:User:email', name: makeSafe('email')},
				request: {method: 'PATCH', path: '/somewhere', body: '{}'},
				before: {sensitive: false},
				desired: {sensitive: true},
				undoes: null,
				by: makeSafe('Ana'),
			},
		},
	]);
	const text = await status(directory, '--fail-on', 'due');
	assert.equal(text.code, 1);
	assert.match(text.stdout, /Waiting: 1\.1\.C2 for Ben, DNS, look again since 2020-03-01: the TXT record/);
	assert.match(text.stdout, /Open change: classify-property of email for 3\.2, begun 2026-11-24/);
	const {sessions} = JSON.parse((await status(directory, '--format', 'json')).stdout);
	assert.deepEqual(sessions[0].waiting, [
		{
			control: '1.1',
			click: '1.1.C2',
			waitingFor: 'Ben, DNS',
			what: 'the TXT record',
			until: '2020-03-01',
			overdue: true,
			passes: null,
		},
	]);
	assert.deepEqual(sessions[0].openChanges, [
		{
			fix: 'classify-property',
			control: '3.2',
			rule: 'pii-classified',
			resource: {type: 'property', id: '1:User:email', name: 'email'},
			at: '2026-11-24T10:00:00.000Z',
		},
	]);
});
