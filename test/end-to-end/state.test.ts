import assert from 'node:assert/strict';
import {chmod, mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {
	openControl,
	readToEnd,
	run,
	see,
	startSimulate,
	startWizard,
	temporaryDirectory,
	toStage,
} from './program.ts';

const folder = 'sessions/simulated-4340997';

type Place = {readonly state: string; readonly directory: string; readonly journal: string};

async function place(test: TestContext): Promise<Place> {
	const state = await temporaryDirectory(test);
	const directory = path.join(state, folder);
	return {state, directory, journal: path.join(directory, 'journal.jsonl')};
}

async function train(test: TestContext, state: string): Promise<Terminal> {
	return startWizard(test, {args: ['train', '--state-dir', state], rows: 30});
}

/** Tick the next click of 1.1, up to `count` of them. */
async function tick(terminal: Terminal, count: number): Promise<void> {
	await openControl(terminal, '1.1');
	await toStage(terminal, 'Act');
	for (let done = 1; done <= count; done += 1) {
		terminal.press('space');
		await see(terminal, new RegExp(`${done} of \\d+ ticked`));
	}
}

/** Past the page for whoever comes back, to where it was left. */
async function goOn(terminal: Terminal): Promise<void> {
	await see(terminal, /Welcome back/, /enter go on/, readToEnd);
	terminal.press('enter');
}

async function leave(terminal: Terminal): Promise<void> {
	terminal.type('q');
	assert.deepEqual(await terminal.exit, {code: 0, signal: null});
}

/** A session with one tick in it, left in order. */
async function prepare(test: TestContext): Promise<Place> {
	const prepared = await place(test);
	const terminal = await train(test, prepared.state);
	await see(terminal, readToEnd, /\bL1\b.* rules decided/);
	await tick(terminal, 1);
	await leave(terminal);
	return prepared;
}

async function asideOf({directory}: Place): Promise<readonly string[]> {
	return (await readdir(directory)).filter(name => name.includes('.corrupt-'));
}

/** The lines of the journal about ticks; readings are recorded whenever they end. */
async function ticksIn({journal}: Place): Promise<readonly string[]> {
	return (await readFile(journal, 'utf8')).split('\n').filter(line => line.includes('tick'));
}

/** Text on a screen as it reads, whatever rows it was broken into. */
function says(screen: readonly string[], wanted: RegExp): boolean {
	return wanted.test(screen.map(row => row.trim()).join(' '));
}

describe('two wizards', {concurrency: 2}, () => {
	test('the second is told who is there, and records nothing', async test => {
		const at = await prepare(test);
		const first = await train(test, at.state);
		await goOn(first);
		await see(first, /1\.1 SAML/, /1 of \d+ ticked/);
		const before = await ticksIn(at);
		const second = await train(test, at.state);
		await second.waitFor(screen =>
			says(screen, new RegExp(`Another wizard has this session open \\(process ${first.pid} on `)),
		);
		await goOn(second);
		await see(second, /1\.1 SAML/, /1 of \d+ ticked/);
		second.press('space');
		await second.waitFor(screen => says(screen, /nothing is recorded/));
		await see(second, /1 of \d+ ticked/);
		await leave(second);
		assert.match(second.scrollback().join(' '), /Nothing was recorded/);
		assert.deepEqual(await ticksIn(at), before);
		first.press('space');
		await see(first, /[02] of \d+ ticked/);
		await leave(first);
	});

	test('what a killed one leaves is taken over with a word, nothing lost', async test => {
		const at = await place(test);
		const first = await train(test, at.state);
		await see(first, readToEnd, /\bL1\b.* rules decided/);
		await tick(first, 2);
		first.kill('SIGKILL');
		await first.exit;
		const second = await train(test, at.state);
		await second.waitFor(screen =>
			says(screen, new RegExp(`\\(process ${first.pid}\\) ended without closing it`)),
		);
		await goOn(second);
		await see(second, /1\.1 SAML/, /2 of \d+ ticked/);
		await leave(second);
		assert.deepEqual(await asideOf(at), []);
	});
});

describe('a journal that is not as it was left', {concurrency: 2}, () => {
	test('a damaged line is said, nothing is written, and M goes on with the good ones', async test => {
		const at = await prepare(test);
		const lines = (await readFile(at.journal, 'utf8')).split('\n');
		const ticked = lines.findIndex(line => line.includes('"1.1.C1"') && line.includes('tick'));
		assert.ok(ticked > 1 && ticked < lines.length - 2, 'the tick lies in the middle');
		const damaged = lines.with(ticked, lines[ticked]?.replace('1.1.C1', '1.1.C2') ?? '').join('\n');
		await writeFile(at.journal, damaged);

		const terminal = await train(test, at.state);
		await terminal.waitFor(screen =>
			says(screen, /The journal is damaged: \d+ entries are good, 1 left out/),
		);
		await see(terminal, readToEnd);
		assert.equal(await readFile(at.journal, 'utf8'), damaged);
		const [copy, ...others] = await asideOf(at);
		assert.deepEqual(others, []);
		assert.equal(await readFile(path.join(at.directory, copy ?? ''), 'utf8'), damaged);
		await goOn(terminal);
		await see(terminal, /0 of \d+ ticked/);
		terminal.press('space');
		await terminal.waitFor(screen => says(screen, /Nothing is recorded until you press M/));
		terminal.press('escape');
		await see(terminal, /\bL1\b.* rules decided/);
		terminal.type('M');
		await terminal.waitFor(screen => says(screen, /The journal is mended/));
		await see(terminal, /0 of \d+ ticked/);
		terminal.press('space');
		await see(terminal, /1 of \d+ ticked/);
		await leave(terminal);
		const again = await train(test, at.state);
		await goOn(again);
		await see(again, /1\.1 SAML/, /1 of \d+ ticked/);
		assert.ok(!says(again.screen(), /damaged/));
		await leave(again);
	});

	for (const [what, content] of [
		['empty', ''],
		['foreign', '{"name": "somebody else’s"}\n'],
	] as const) {
		test(`${what} content is moved aside and said, and the session starts anew`, async test => {
			const at = await prepare(test);
			await writeFile(at.journal, content);
			const terminal = await train(test, at.state);
			await terminal.waitFor(screen =>
				says(screen, /held nothing that could be read. It was moved to .*starts anew/),
			);
			await see(terminal, readToEnd, /\bL1\b.* rules decided/);
			const [aside] = await asideOf(at);
			assert.equal(await readFile(path.join(at.directory, aside ?? ''), 'utf8'), content);
			await tick(terminal, 1);
			await leave(terminal);
			assert.match(await readFile(at.journal, 'utf8'), /1\.1\.C1/);
		});
	}

	test('one that a newer version wrote is not opened and not touched', async test => {
		const at = await prepare(test);
		const newer = (await readFile(at.journal, 'utf8')).replace('"journalSchema":1', '"journalSchema":2');
		await writeFile(at.journal, newer);
		const terminal = await train(test, at.state);
		await terminal.waitFor(screen => says(screen, /A newer version of mixpanel-harden wrote it/));
		await leave(terminal);
		assert.equal(await readFile(at.journal, 'utf8'), newer);
		assert.deepEqual(await asideOf(at), []);
		assert.equal((await run(['status', '--state-dir', at.state])).code, 5);
		assert.equal(await readFile(at.journal, 'utf8'), newer);
	});
});

describe('a place that cannot hold state', {concurrency: 2}, () => {
	test('a file: the wizard says so and how to go on, check warns, status is 5', async test => {
		const file = path.join(await temporaryDirectory(test), 'file');
		await writeFile(file, 'mine');
		const terminal = await train(test, file);
		await terminal.waitFor(screen =>
			says(screen, /cannot be used: .*A file stands where a directory is needed.*--state-dir/),
		);
		terminal.press('ctrlC');
		assert.equal((await terminal.exit).code, 130);

		const {environment} = await startSimulate(test);
		const check = await run(['check', '--state-dir', file], environment);
		assert.equal(check.code, 1);
		assert.match(check.stderr, /session is left aside.*not a directory/);
		assert.match(check.stdout, /service-account-expiry/);
		const status = await run(['status', '--state-dir', file]);
		assert.equal(status.code, 5);
		assert.match(status.stderr, /not a directory[\s\S]*--state-dir/);
		assert.equal(await readFile(file, 'utf8'), 'mine');
	});

	test('a directory without the right to write: said, and nothing pretends to be saved', async test => {
		if (process.getuid?.() === 0) {
			test.skip('the superuser may write everywhere');
			return;
		}

		const state = path.join(await temporaryDirectory(test), 'locked');
		await mkdir(state);
		await chmod(state, 0o500);
		const terminal = await train(test, state);
		await terminal.waitFor(screen => says(screen, /Your user may not read or write it/));
		terminal.press('ctrlC');
		assert.equal((await terminal.exit).code, 130);
		await chmod(state, 0o700);
	});
});
