import assert from 'node:assert/strict';
import {describe, type TestContext, test} from 'node:test';
import {startInTerminal, type Terminal} from '../support/pty/start-in-terminal.ts';
import {startArguments} from '../support/run-program.ts';
import {assertGivenBack} from './given-back.ts';
import {
	atStart,
	openControl,
	practise,
	readToEnd,
	see,
	selected,
	startWizard,
	temporaryDirectory,
	toStage,
	whenOver,
} from './program.ts';

/** The usual screen, with a cursor, and without the marks for pastes. */
function isGivenBack(terminal: Terminal): void {
	assert.equal(terminal.isAlternateScreen(), false);
	assertGivenBack(terminal.output());
}

describe('broken off', {concurrency: 2}, () => {
	for (const [signal, code] of [
		['ctrlC', 130],
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const) {
		test(`${signal} on the start screen is ${code}`, async test => {
			const terminal = await startWizard(test);
			await atStart(terminal);
			if (signal === 'ctrlC') {
				terminal.press('ctrlC');
			} else {
				terminal.kill(signal);
			}

			assert.deepEqual(await terminal.exit, {code, signal: null});
			isGivenBack(terminal);
		});
	}

	for (const [signal, code] of [
		['ctrlC', 130],
		['SIGHUP', 129],
	] as const) {
		test(`${signal} on the controls is ${code}, and what was done is there again`, async test => {
			const environment = {MIXPANEL_HARDEN_STATE_DIR: await temporaryDirectory(test)};
			const terminal = await practise(test, {environment});
			await openControl(terminal, '1.1');
			await toStage(terminal, 'Act');
			terminal.press('space');
			await see(terminal, /1 of \d+ ticked/);
			if (signal === 'ctrlC') {
				terminal.press('ctrlC');
			} else {
				terminal.kill(signal);
			}

			assert.deepEqual(await terminal.exit, {code, signal: null});
			isGivenBack(terminal);
			const again = await startWizard(test, {environment});
			await goBackIn(again);
			await see(again, /1\.1 SAML/, /1 of \d+ ticked/);
		});
	}

	test('Ctrl-C in a form records nothing of it', async test => {
		const environment = {MIXPANEL_HARDEN_STATE_DIR: await temporaryDirectory(test)};
		const terminal = await practise(test, {environment});
		await fillForm(terminal, 'half a sentence');
		terminal.press('ctrlC');
		assert.deepEqual(await terminal.exit, {code: 130, signal: null});
		isGivenBack(terminal);
		const again = await startWizard(test, {environment});
		await goBackIn(again);
		await see(again, /4\.1 Activity/, readToEnd, /❯ ○ by hand/);
	});

	test('Ctrl-C at the prompts for a key is 130', async test => {
		const terminal = await startWizard(test, {
			args: ['connect', '--base-url', 'http://127.0.0.1:9'],
			rows: 50,
		});
		await see(terminal, /^\? Username/m);
		terminal.type('someone');
		await see(terminal, /^\? Username.* someone/m);
		terminal.press('enter');
		await see(terminal, /^\? Its secret/m);
		terminal.type('canary');
		terminal.press('ctrlC');
		assert.deepEqual(await terminal.exit, {code: 130, signal: null});
		assert.ok(!terminal.output().includes('canary'));
		isGivenBack(terminal);
	});

	for (const key of ['q', 'ctrlC'] as const) {
		test(`after ${key} the terminal is as it was before`, async test => {
			const terminal = await startInShell(test);
			await atStart(terminal);
			if (key === 'q') {
				terminal.type('q');
			} else {
				terminal.press(key);
			}

			await terminal.exit;
			isGivenBack(terminal);
			const [before, after] = terminal
				.scrollback()
				.join('\n')
				.split('after: ')
				.map(text => /(?:^|before: )([\da-f]+(?::\s*[\da-f]+){10,})/.exec(text.replaceAll('\n', ''))?.[1]);
			assert.ok(before !== undefined);
			assert.equal(after, before);
		});
	}

	test('a terminal that is gone ends it', async test => {
		const terminal = await practise(test);
		// What closing the window does: the other end of the terminal is no more.
		terminal.hangUp();
		const {code} = await terminal.exit;
		assert.equal(code, 129);
	});

	for (const [where, args, seen] of [
		['at the prompts for a key', ['connect'], /Where does your organization/],
		['at a plain question', ['--plain'], /Practise/],
		['while practising in plain text', ['train', '--plain'], /Harbour Example/],
	] as const) {
		test(`a terminal that is gone ends it ${where}, too`, async test => {
			const state = await temporaryDirectory(test);
			const terminal = await startWizard(test, {args: [...args, '--state-dir', state]});
			await see(terminal, seen);
			terminal.hangUp();
			const {code} = await terminal.exit;
			assert.equal(code, 129);
		});
	}
});

/** A shell that runs the wizard between two looks at the settings of the terminal. */
async function startInShell(test: TestContext): Promise<Terminal> {
	const terminal = await startInTerminal({
		command: '/bin/sh',
		args: [
			'-c',
			'trap "" INT; echo before: $(stty -g); "$0" "$@"; echo after: $(stty -g)',
			process.execPath,
			...startArguments.dist,
		],
	});
	whenOver(test, () => terminal.close());
	return terminal;
}

async function fillForm(terminal: Terminal, seen: string): Promise<void> {
	await openControl(terminal, '4.1');
	await toStage(terminal, 'Check');
	terminal.type('a');
	await see(terminal, /❯ Your answer/);
	terminal.type('y');
	await see(terminal, /\(•\) Yes/);
	terminal.press('enter');
	await see(terminal, /❯ What you saw/);
	terminal.type(seen);
	await see(terminal, new RegExp(`What you saw +${seen}`));
}

describe('keys and sizes', {concurrency: 2}, () => {
	test('letters typed into a field are only letters', async test => {
		const terminal = await practise(test);
		await fillForm(terminal, 'q');
		for (const letter of ['?', 'n', 's', 'r', ' ', 'M', '/']) {
			terminal.type(letter);
		}

		await see(terminal, /What you saw +q\?nsr M\//);
		terminal.press('escape');
		await see(terminal, /Esc again drops/);
		terminal.press('escape');
		await see(terminal, /Nothing was recorded/, /❯ ○ by hand/);
	});

	test('a paste with line breaks is text: it neither accepts a field nor records', async test => {
		const terminal = await practise(test);
		await fillForm(terminal, 'it');
		terminal.paste(' first\r\nsecond\rq\n');
		await see(terminal, /❯ What you saw +it first second q/, /Seen on/);
	});

	test('a key held down counts every time, also when its presses arrive together', async test => {
		const terminal = await practise(test);
		const screen = await see(terminal, /❯ 4\.1/);
		assert.match(selected(screen), /4\.1/);
		terminal.type('kkk');
		await see(terminal, /❯ 2\.3/);
		terminal.type('\u001B[A\u001B[A');
		await see(terminal, /❯ 2\.1/);
	});

	test('what is typed before the first frame does not disturb it', async test => {
		const terminal = await startWizard(test);
		await terminal.waitFor(() => terminal.isAlternateScreen());
		terminal.press('escape', 'escape');
		const screen = await atStart(terminal);
		assert.match(screen[0] ?? '', /mixpanel-harden/);
	});

	test('keys pressed before the wizard listens are pressed once it does', async test => {
		const terminal = await startWizard(test);
		await terminal.waitFor(() => terminal.isAlternateScreen());
		terminal.press('down', 'down');
		await see(terminal, /❯ By hand/);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	});

	test('too small a terminal is told so in one line, and recovers', async test => {
		const terminal = await practise(test);
		for (const [columns, rows, said] of [
			[59, 24, 'it is 59×24'],
			[80, 19, 'it is 80×19'],
			[40, 12, '60×20…'],
		] as const) {
			terminal.resize(columns, rows);
			const small = await see(terminal, new RegExp(said));
			assert.match(small.filter(row => row.trim() !== '').join(' '), /^Please make [^\n]*$/);
		}

		// Smaller than any sentence, and still alive.
		terminal.resize(10, 3);
		terminal.resize(1, 1);
		terminal.resize(100, 30);
		const screen = await see(terminal, readToEnd, /3\.1 .*fail/, /quit/, /TRAINING/);
		assert.equal(screen.filter(row => row.includes('TRAINING')).length, 1);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	});
});

/** From the start into the session that is there, past its greeting, to where it was left. */
async function goBackIn(terminal: Terminal): Promise<void> {
	await atStart(terminal);
	await see(terminal, /❯ .*4340997/);
	terminal.press('enter');
	await see(terminal, /Welcome back/, /where you left/, readToEnd);
	terminal.press('enter');
}
