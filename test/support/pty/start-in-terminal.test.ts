import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {afterEach, test} from 'node:test';
import {type StartOptions, startInTerminal, type Terminal} from './start-in-terminal.ts';

const fixture = path.join(import.meta.dirname, 'fixtures/echo-keys.ts');
const open: Terminal[] = [];

async function start(options: Partial<StartOptions> = {}): Promise<Terminal> {
	const terminal = await startInTerminal({command: process.execPath, args: [fixture], ...options});
	open.push(terminal);
	return terminal;
}

afterEach(async () => {
	await Promise.all(open.splice(0).map(terminal => terminal.close()));
});

test('shows the screen, sends keys, text and pastes, and follows a resize', async () => {
	const terminal = await start({columns: 60, rows: 12});
	assert.equal((await terminal.waitFor(/^60x12$/)).length, 12);
	assert.ok(terminal.isAlternateScreen());
	terminal.press('down');
	await terminal.waitFor(/last "\\u001b\[B"/);
	terminal.type('hello');
	await terminal.waitFor(screen => screen[1] === 'last "hello"');
	terminal.paste('two');
	await terminal.waitFor(/last "two"/);
	terminal.resize(100, 30);
	await terminal.waitFor(/^100x30$/);
	assert.equal(terminal.screen().length, 30);
});

test('tells how the program ended, and what stays on the usual screen', async () => {
	const terminal = await start();
	await terminal.waitFor(/last "none"/);
	terminal.type('q');
	assert.deepEqual(await terminal.exit, {code: 7, signal: null});
	assert.equal(terminal.isAlternateScreen(), false);
	assert.deepEqual(terminal.scrollback().slice(0, 3), ['before', `home ${terminal.home}`, 'after']);
	assert.match(terminal.output(), /\u001B\[1;31mred/);
});

test('a wait that fails shows the last screen, when time is up and when the program ends', async () => {
	const terminal = await start();
	await terminal.waitFor(/last "none"/);
	await assert.rejects(terminal.waitFor(/never/, 30), /Waited 30 ms for \/never\/[\s\S]*\| last "none"/);
	const waiting = assert.rejects(terminal.waitFor(/never/), /ended \(7\)[\s\S]*\| after/);
	terminal.type('q');
	await waiting;
});

test('closing ends a program that still runs and removes its home', async () => {
	const terminal = await start();
	await terminal.waitFor(/last "none"/);
	assert.ok(existsSync(terminal.home));
	await terminal.close();
	assert.equal((await terminal.exit).signal, 9);
	assert.equal(existsSync(terminal.home), false);
	assert.throws(() => process.kill(terminal.pid, 0), {code: 'ESRCH'});
});

test('the environment is clean but for what was asked', async () => {
	process.env['MIXPANEL_SERVICE_ACCOUNT_SECRET'] = 'from outside';
	try {
		const terminal = await start({
			args: ['-p', 'JSON.stringify(Object.keys(process.env).sort())'],
			environment: {CI: 'true', LANG: undefined},
			columns: 400,
		});
		await terminal.exit;
		const names: unknown = JSON.parse(terminal.screen().join(''));
		assert.ok(Array.isArray(names));
		assert.ok(names.includes('CI') && names.includes('HOME'));
		assert.ok(!names.includes('LANG') && !names.some(name => String(name).startsWith('MIXPANEL_')));
	} finally {
		delete process.env['MIXPANEL_SERVICE_ACCOUNT_SECRET'];
	}
});

test('draws the screen as a picture', async () => {
	const terminal = await start({columns: 30, rows: 5});
	await terminal.waitFor(/日本/);
	const picture = terminal.picture({title: 'a < b'});
	assert.match(picture, /^<svg [^>]*width="284"[^>]*>/);
	assert.match(picture, /<title>a &lt; b<\/title>/);
	assert.match(picture, />a &lt; b<\/text>/);
	assert.match(picture, /fill="#ff6b6b" font-weight="bold" [^>]*>red<\/text>/);
	assert.match(picture, /<rect [^>]*fill="#d5d8e0"\/><text [^>]*fill="#14161f"[^>]*>inverse<\/text>/);
	assert.match(picture, /textLength="16.8"[^>]*>日<\/text>/);
	assert.match(picture, /> &lt;&amp;&gt;\s*<\/text>/);
	assert.doesNotMatch(picture, /undefined|NaN/);
	assert.match(picture, /height="18" fill="#d5d8e0" opacity="0.8"\/>\n<\/svg>/);
	assert.doesNotMatch(terminal.picture({hasCursor: false}), /opacity="0.8"/);
});
