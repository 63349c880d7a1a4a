import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import {converse} from './conversation.ts';
import {assertGivenBack} from './given-back.ts';
import {type JobShell, startJobShell, stateOf} from './job-shell.ts';
import {openControl, practise, readToEnd, see, startWizard, temporaryDirectory, toStage} from './program.ts';

const isLinux = process.platform === 'linux';

/** A shell with the wizard practising in it. */
async function practiseInShell(test: TestContext): Promise<JobShell & {readonly state: string}> {
	const state = await temporaryDirectory(test);
	const shell = await startJobShell(test);
	shell.start('train', '--state-dir', state);
	await see(shell.terminal, readToEnd, /\bL1\b.* rules decided/, /❯ 4\.1/);
	return {...shell, state};
}

/** The terminal as the shell needs it: the usual screen, a cursor, no marks for pastes, and it reads lines. */
async function isGivenBack({terminal, prompt, say}: JobShell): Promise<void> {
	await prompt();
	assertGivenBack(terminal.output());
	assert.match(await say('echo still $((20 + 3))'), /^still 23$/m);
}

/** Locks of sessions that are held. */
async function locks(state: string): Promise<readonly string[]> {
	const entries = await readdir(state, {recursive: true});
	return entries.filter(entry => path.basename(entry) === 'lock');
}

async function ends(pid: number): Promise<void> {
	for (let tries = 0; (await stateOf(pid)) !== null; tries += 1) {
		assert.ok(tries < 500, `process ${pid} is ${await stateOf(pid)}`);
		await new Promise(resolve => setTimeout(resolve, 20));
	}
}

describe('put aside for the shell', {concurrency: 2, skip: isLinux ? false : 'needs /proc'}, () => {
	test('Ctrl-Z gives the terminal back, and fg goes on where one was', async test => {
		const state = await temporaryDirectory(test);
		const shell = await startJobShell(test);
		const {terminal} = shell;
		const settings = await shell.settings();
		shell.start('train', '--state-dir', state);
		await see(terminal, readToEnd, /\bL1\b.* rules decided/);
		terminal.type('j');
		const before = await see(terminal, /❯ 5 Compliance/);
		const pid = await shell.job();
		terminal.press('ctrlZ');
		await isGivenBack(shell);
		assert.equal(await stateOf(pid), 'T');
		assert.equal(await shell.settings(), settings);
		terminal.type('fg\r');
		await terminal.waitFor(screen => terminal.isAlternateScreen() && screen.join() === before.join());
		terminal.type('k');
		await see(terminal, /❯ 4\.1/);

		// Once more, with the window made larger meanwhile.
		terminal.press('ctrlZ');
		await shell.prompt();
		terminal.resize(100, 30);
		terminal.type('fg\r');
		await see(terminal, /❯ 4\.1/);
		await terminal.waitFor(screen => /\? keys {2}q quit/.test(screen[28] ?? ''));
		terminal.type('q');
		await shell.prompt();
		assert.equal(await shell.settings(), settings);
		assert.deepEqual(await locks(state), []);
	});

	test('what is typed into a form is there again', async test => {
		const shell = await practiseInShell(test);
		const {terminal} = shell;
		await openControl(terminal, '4.1');
		await toStage(terminal, 'Check');
		terminal.type('n');
		await see(terminal, /❯ Note/);
		terminal.type('half a thought');
		await see(terminal, /half a thought/);
		terminal.press('ctrlZ');
		await isGivenBack(shell);
		terminal.type('fg\r');
		await see(terminal, /half a thought/, /enter save/);
		terminal.type(' and more');
		await see(terminal, /half a thought and more/);
	});

	test('stopped from outside, asked or by force, it comes back whole', async test => {
		const shell = await practiseInShell(test);
		const {terminal} = shell;
		const before = terminal.screen();
		const pid = await shell.job();
		process.kill(pid, 'SIGTSTP');
		await isGivenBack(shell);
		terminal.type('fg\r');
		await terminal.waitFor(screen => terminal.isAlternateScreen() && screen.join() === before.join());

		// By force it can give nothing back; the shell prints over its screen and sets the terminal its own way.
		process.kill(pid, 'SIGSTOP');
		await see(terminal, /job-shell>/);
		terminal.type('echo over\n');
		await see(terminal, /^(job-shell> )?over/m);
		terminal.type('fg\n');
		await terminal.waitFor(screen => screen.join() === before.join());
		terminal.type('j');
		await see(terminal, /❯ 5 Compliance/);
	});

	test('a terminal closed under a wizard put aside ends it, its session let go', async test => {
		const shell = await practiseInShell(test);
		const pid = await shell.job();
		assert.equal((await locks(shell.state)).length, 1);
		shell.terminal.press('ctrlZ');
		await shell.prompt();
		shell.terminal.hangUp();
		await ends(pid);
		assert.deepEqual(await locks(shell.state), []);
	});

	test('a terminal closed under a wizard in a shell ends it, its session let go', async test => {
		const shell = await practiseInShell(test);
		const pid = await shell.job();
		shell.terminal.hangUp();
		await ends(pid);
		assert.deepEqual(await locks(shell.state), []);
	});

	test('at the prompts for a key the terminal does so itself', async test => {
		const shell = await startJobShell(test, {columns: 100, rows: 50});
		const {terminal} = shell;
		const settings = await shell.settings();
		shell.start('connect', '--base-url', 'http://127.0.0.1:9');
		await see(terminal, /^\? Username/m);
		terminal.type('some');
		await see(terminal, /^\? Username.* some/m);
		terminal.press('ctrlZ');
		await isGivenBack(shell);
		assert.equal(await shell.settings(), settings);
		terminal.type('fg\r');
		await terminal.waitFor(screen =>
			/^\? Username.* some$/.test(screen[terminal.cursor().row]?.trim() ?? ''),
		);
		terminal.type('one');
		await see(terminal, /^\? Username.* someone/m);
		terminal.press('enter');
		await see(terminal, /^\? Its secret/m);
		terminal.type('canary');
		terminal.press('ctrlZ');
		await shell.prompt();
		assert.equal(await shell.settings(), settings);
		terminal.type('fg\r');
		await terminal.waitFor(screen => /^\? Its secret/.test(screen[terminal.cursor().row] ?? ''));
		assert.ok(!terminal.output().includes('canary'));
		terminal.press('ctrlC');
		await shell.prompt();
		assert.equal(await shell.say('echo $?'), '130');
	});

	test('at a plain question, too', async test => {
		const state = await temporaryDirectory(test);
		const shell = await startJobShell(test);
		const {terminal} = shell;
		const settings = await shell.settings();
		shell.start('--plain', '--state-dir', state);
		await see(terminal, /Practise/, /> $|: $|>$/m);
		terminal.press('ctrlZ');
		await isGivenBack(shell);
		assert.equal(await shell.settings(), settings);
		terminal.type('fg\r');
		const {answer, hear} = converse(terminal);
		await answer(/Start>$/, '?');
		assert.match(await hear(/Start>$/), /What can be answered here/);
		terminal.press('ctrlC');
		await shell.prompt();
		assert.equal(await shell.say('echo $?'), '130');
	});
});

test('where no shell waits for it, Ctrl-Z says so and nothing stops', async test => {
	const terminal = await practise(test);
	terminal.press('ctrlZ');
	await see(terminal, /There is no shell here to go back to; q leaves, and all is kept\./, /❯ 4\.1/);
	terminal.type('j');
	await see(terminal, /❯ 5 Compliance/);
	terminal.type('q');
	assert.deepEqual(await terminal.exit, {code: 0, signal: null});
});

test('on the start screen it works as soon as keys do', async test => {
	const terminal = await startWizard(test);
	await terminal.waitFor(() => terminal.isAlternateScreen());
	terminal.press('ctrlZ');
	await see(terminal, /There is no shell here to go back to/);
});
