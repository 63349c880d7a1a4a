import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {openSession} from '../../source/session/open-session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import type {Target} from '../../source/types/target.ts';
import {
	expectKind,
	journalPath,
	openFor,
	options,
	record,
	temporaryDirectory,
	tick,
} from '../session/state.ts';
import {startInTerminal} from '../support/pty/start-in-terminal.ts';
import {root, runProgram, startArguments} from '../support/run-program.ts';

const isUnix = process.getuid !== undefined;
const training: Target = {kind: 'simulated', organizationId: '7000001', name: makeSafe('Corp Example')};

const attested: SessionEvent = {
	type: 'rule_attested',
	attestation: {
		rule: 'sso-required',
		ruleVersion: 1,
		resource: null,
		status: 'pass',
		by: makeSafe('Ana'),
		observedOn: '2026-11-20',
		seen: makeSafe('the switch'),
	},
};
const parked: SessionEvent = {
	type: 'parked',
	parked: {
		control: '3.1',
		click: null,
		waitingFor: makeSafe('Raj'),
		what: makeSafe('who owns etl'),
		until: null,
		by: makeSafe('Ana'),
	},
};

async function worked(t: TestContext): Promise<string> {
	const directory = await temporaryDirectory(t);
	await record(directory, [attested, parked, tick('1.1.C1'), tick('3.1.C1')]);
	return directory;
}

async function stateOf(directory: string) {
	const {session} = expectKind(await openSession(options(directory, {readOnly: true})), 'open');
	return session.state;
}

function session(stateDirectory: string, ...args: string[]) {
	return runProgram({args: ['session', ...args, '--state-dir', stateDirectory]});
}

async function inTerminal(t: TestContext, stateDirectory: string, ...args: string[]) {
	const terminal = await startInTerminal({
		command: process.execPath,
		args: [...startArguments.source, 'session', ...args, '--state-dir', stateDirectory],
		cwd: root,
		columns: 100,
	});
	t.after(() => terminal.close());
	return terminal;
}

test('a session goes to another place through one file of the owner', async t => {
	const from = await worked(t);
	const file = join(from, 'acme.json');
	const written = await session(from, 'export', file);
	assert.equal(written.code, 0, written.stderr);
	assert.match(written.stdout, /Exported 5 entries and the facts of 0 assessments/);
	if (isUnix) {
		assert.equal((await stat(file)).mode & 0o777, 0o600);
	}

	const to = join(await temporaryDirectory(t), 'state');
	const read = await session(to, 'import', file);
	assert.equal(read.code, 0, read.stderr);
	assert.match(read.stdout, /Imported 5 entries of us-4410022 \(Acme\)/);
	assert.equal(await readFile(journalPath(to), 'utf8'), await readFile(journalPath(from), 'utf8'));
	const again = await session(to, 'import', file);
	assert.equal(again.code, 2);
	assert.match(again.stderr, /never merged/);
	await writeFile(file, (await readFile(file, 'utf8')).replace('the switch', 'the button'));
	const changed = await session(join(to, 'other'), 'import', file);
	assert.equal(changed.code, 2);
	assert.match(changed.stderr, /Line 2 of its journal is not as it was written/);
	assert.equal(existsSync(join(to, 'other')), false);
});

test('an export replaces nothing, and says which sessions there are when it is not clear', async t => {
	const directory = await worked(t);
	const file = join(directory, 'taken.json');
	await symlink(join(directory, 'nowhere'), file);
	const taken = await session(directory, 'export', file);
	assert.equal(taken.code, 2);
	assert.match(taken.stderr, /exists already/);
	assert.equal(existsSync(join(directory, 'nowhere')), false);
	const {session: other} = expectKind(await openSession(options(directory, {target: training})), 'open');
	await other.append(tick('a'));
	await other.close();
	const unclear = await session(directory, 'export', join(directory, 'a.json'));
	assert.equal(unclear.code, 2);
	assert.match(unclear.stderr, /simulated-7000001 and us-4410022/);
	const named = await session(directory, 'export', join(directory, 'a.json'), '--organization', '7000001');
	assert.equal(named.code, 0, named.stderr);
	const absent = await session(directory, 'export', join(directory, 'b.json'), '--organization', '1');
	assert.equal(absent.code, 2);
	assert.equal(existsSync(join(directory, 'b.json')), false);
});

test('decisions on a control are taken back with --yes, and the journal still tells of them', async t => {
	const directory = await worked(t);
	const {stdout, stderr, code} = await session(directory, 'reset', '3.1', '--yes');
	assert.equal(code, 0, stderr);
	assert.match(stdout, /waiting: 3\.1, for Raj: who owns etl/);
	assert.match(stdout, /ticked step: 3\.1\.C1/);
	assert.doesNotMatch(stdout, /sso-required/);
	const state = await stateOf(directory);
	assert.deepEqual(state.parked, []);
	assert.deepEqual([...state.ticked], ['1.1.C1']);
	assert.equal(state.attestations.length, 1);
	assert.match(await readFile(journalPath(directory), 'utf8'), /who owns etl/);
	const section = await session(directory, 'reset', 'authentication & sso', '--yes');
	assert.match(section.stdout, /answer: sso-required: pass, by Ana, 2026-11-20/);
	assert.equal((await stateOf(directory)).attestations.length, 0);
	const before = await readFile(journalPath(directory), 'utf8');
	const nothing = await session(directory, 'reset', 'all', '--yes');
	assert.equal(nothing.code, 0);
	assert.match(nothing.stdout, /nothing to take back/);
	assert.equal(await readFile(journalPath(directory), 'utf8'), before);
});

test('without a terminal nothing is reset unasked and nothing forgotten at all', async t => {
	const directory = await worked(t);
	const before = await readFile(journalPath(directory), 'utf8');
	const reset = await session(directory, 'reset', 'all');
	assert.equal(reset.code, 2);
	assert.match(reset.stderr, /--yes/);
	const forget = await session(directory, 'forget', '4410022', '--yes');
	assert.equal(forget.code, 2);
	assert.match(forget.stderr, /needs a terminal/);
	assert.equal(await readFile(journalPath(directory), 'utf8'), before);
});

test('unknown words are refused with what there is', async t => {
	const directory = await worked(t);
	for (const [args, wanted] of [
		[[], /export, import, reset and forget/],
		[['exprt'], /Did you mean `mixpanel-harden session export`/],
		[['export'], /needs a file/],
		[['import'], /needs the file/],
		[['import', join(directory, 'absent')], /no such file/],
		[['reset', '9.9', '--yes'], /There is no "9\.9"[\s\S]*1 \(Authentication & SSO\)/],
		[['reset', '--yes'], /needs to know of what/],
	] as const) {
		const {code, stderr} = await session(directory, ...args);
		assert.equal(code, 2, stderr);
		assert.match(stderr, wanted);
	}
});

test('a session that is open elsewhere is not reset', async t => {
	const directory = await worked(t);
	await openFor(t, options(directory));
	const {code, stderr} = await session(directory, 'reset', 'all', '--yes');
	assert.equal(code, 5);
	assert.match(stderr, new RegExp(`process ${process.pid}`));
});

test('a reset asks first: no leaves all, yes takes back', {skip: !isUnix}, async t => {
	const directory = await worked(t);
	const before = await readFile(journalPath(directory), 'utf8');
	const refusing = await inTerminal(t, directory, 'reset', 'all');
	await refusing.waitFor(/Take these 4 back\?/);
	refusing.press('enter');
	assert.deepEqual(await refusing.exit, {code: 130, signal: null});
	assert.equal(await readFile(journalPath(directory), 'utf8'), before);
	const agreeing = await inTerminal(t, directory, 'reset', 'all');
	await agreeing.waitFor(/Take these 4 back\?/);
	agreeing.type('y');
	agreeing.press('enter');
	assert.deepEqual(await agreeing.exit, {code: 0, signal: null});
	assert.equal((await stateOf(directory)).ticked.size, 0);
});

test('forgetting shows what is there and wants the organization typed', {skip: !isUnix}, async t => {
	const directory = await worked(t);
	const mistaken = await inTerminal(t, directory, 'forget');
	await mistaken.waitFor(/Type 4410022 to delete it/);
	assert.match(mistaken.screen().join('\n'), /us-4410022\n +Acme\n +1 answer or decision, 2 steps ticked/);
	mistaken.type('4410023');
	mistaken.press('enter');
	assert.deepEqual(await mistaken.exit, {code: 130, signal: null});
	assert.ok(existsSync(journalPath(directory)));
	const cancelled = await inTerminal(t, directory, 'forget');
	await cancelled.waitFor(/Type 4410022 to delete it/);
	cancelled.press('ctrlC');
	assert.equal((await cancelled.exit).code, 130);
	assert.ok(existsSync(journalPath(directory)));
	const meant = await inTerminal(t, directory, 'forget', '4410022');
	await meant.waitFor(/Type 4410022 to delete it/);
	meant.type('4410022');
	meant.press('enter');
	assert.deepEqual(await meant.exit, {code: 0, signal: null});
	assert.equal(existsSync(dirname(journalPath(directory))), false);
	assert.ok(existsSync(join(directory, 'sessions')));
});
