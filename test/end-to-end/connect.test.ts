import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, test} from 'node:test';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {readToEnd, see, startSimulate, startWizard, temporaryDirectory} from './program.ts';

async function enterKey(terminal: Terminal, name: string, secret: string): Promise<void> {
	await see(terminal, /^\? Username of the service account:/m);
	terminal.type(name);
	await see(terminal, new RegExp(`^\\? Username of the service account: ${name}`, 'm'));
	terminal.press('enter');
	await see(terminal, /^\? Its secret \(nothing shows/m);
	terminal.type(secret);
	// Ctrl-T, with which the library would show what is typed.
	terminal.type('\u0014');
	terminal.press('enter');
}

describe('connect', {concurrency: 2}, () => {
	test('asks, tries the key, says what it can judge, and goes on into the wizard', async test => {
		const log = path.join(await temporaryDirectory(test), 'log');
		const {baseUrl, serviceAccount, secret, organizationId} = await startSimulate(test, [
			'--seed',
			'77',
			'--log',
			log,
		]);
		const terminal = await startWizard(test, {args: ['connect', '--base-url', baseUrl], rows: 50});
		// What will ever be asked of Mixpanel comes before the question for a key.
		await see(
			terminal,
			/GET \/api\/app\/me/,
			/GET [^\n]*service-accounts/,
			/Username of the service account:/,
		);
		// Whatever changes something stands apart, behind the words that say so.
		const listed = terminal.screen().join('\n');
		assert.doesNotMatch(listed, /(POST|PUT|PATCH|DELETE) [\s\S]*changes, only after/);

		await enterKey(terminal, serviceAccount, `${secret}-wrong`);
		await see(terminal, /refused the key \(401\)/, /What now\?/, /❯ Enter the key again/);
		terminal.press('enter');
		await enterKey(terminal, serviceAccount, secret);
		await see(terminal, readToEnd, new RegExp(`· ${organizationId} · simulated`), /TRAINING/, /3\.1 .*fail/);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		const said = terminal.scrollback().join('\n');
		assert.match(said, new RegExp(`✔ [^\\n]*· ${organizationId}`));
		assert.match(said, /can judge \d+ of \d+ rules/);
		assert.doesNotMatch(terminal.output(), /toggle visibility/);
		assert.ok(!terminal.output().includes(secret));
		assert.doesNotMatch(await readFile(log, 'utf8'), /"method":"(?!GET)/);
	});

	test('no answer leads to another try, and back to the start', async test => {
		const state = await temporaryDirectory(test);
		const terminal = await startWizard(test, {
			args: ['connect', '--base-url', 'http://127.0.0.1:9', '--state-dir', state],
			rows: 50,
		});
		await enterKey(terminal, 'someone', 'canary-secret');
		await see(terminal, /no usable answer/, /What now\?/, /Back to the start/);
		// No word is torn at the edge of the terminal, and no sentence ends twice.
		assert.ok(terminal.screen().some(row => /refuses connections\. /.test(row)));
		assert.match(terminal.screen().join(' '), /Check the network and the address/);
		terminal.press('down', 'down');
		await see(terminal, /❯ Back to the start/);
		terminal.press('enter');
		await see(terminal, /❯ Practise/, /quit/);
		assert.ok(!terminal.output().includes('canary-secret'));
	});

	test('an empty name or secret is asked again, and the wizard’s own road leads here', async test => {
		const {baseUrl} = await startSimulate(test);
		const terminal = await startWizard(test, {
			rows: 50,
			environment: {MIXPANEL_BASE_URL: baseUrl},
		});
		await see(terminal, /❯ Practise/, /quit/);
		await terminal.waitFor(() => terminal.output().includes('\u001B[?2004h'));
		terminal.press('down');
		await see(terminal, /❯ Connect/);
		terminal.press('enter');
		await see(terminal, /Username of the service account:/);
		terminal.press('enter');
		await see(terminal, /Paste the username/);
		terminal.press('ctrlC');
		assert.deepEqual(await terminal.exit, {code: 130, signal: null});
	});

	test('Esc goes back one question, down to the start', async test => {
		const terminal = await startWizard(test, {args: ['connect'], rows: 50});
		await see(terminal, /keep its data\?/, /❯ United States/);
		terminal.press('enter');
		await see(terminal, /^\? Username of the service account:/m);
		terminal.type('someone');
		await see(terminal, /account: someone/);
		terminal.press('enter');
		await see(terminal, /^\? Its secret \(nothing shows/m);
		const times = (what: RegExp) => terminal.screen().filter(row => what.test(row)).length;
		terminal.press('escape');
		await terminal.waitFor(() => times(/Username of the service account:/) === 2);
		terminal.press('escape');
		await terminal.waitFor(() => times(/❯ United States/) === 1 && times(/keep its data\?/) === 2);
		terminal.press('escape');
		await see(terminal, /❯ Practise/, /quit/);
		await terminal.waitFor(() => terminal.output().includes('\u001B[?2004h'));
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	});

	test('where the place is given, Esc at the name leads back to the start', async test => {
		const {baseUrl} = await startSimulate(test);
		const terminal = await startWizard(test, {args: ['connect', '--base-url', baseUrl], rows: 50});
		await enterKey(terminal, 'someone', 'canary-secret');
		await see(terminal, /refused the key/, /What now\?/, /❯ Enter the key again/);
		terminal.press('escape');
		await terminal.waitFor(
			screen => screen.filter(row => /Username of the service account:/.test(row)).length === 2,
		);
		terminal.press('escape');
		await see(terminal, /❯ Practise/, /quit/);
	});

	test('a key that is in the environment opens the organization at once', async test => {
		const {environment, organizationId} = await startSimulate(test);
		const terminal = await startWizard(test, {environment});
		await see(terminal, /Connect .*service account of your environment/, /quit/);
		await terminal.waitFor(() => terminal.output().includes('\u001B[?2004h'));
		terminal.press('down');
		await see(terminal, /❯ Connect/);
		terminal.press('enter');
		await see(terminal, readToEnd, new RegExp(`· ${organizationId} · simulated`), /TRAINING/);
	});

	test('a wrong key in the environment is told on the start screen', async test => {
		const {environment} = await startSimulate(test);
		const terminal = await startWizard(test, {
			environment: {...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-secret'},
		});
		await see(terminal, /❯ Practise/, /quit/);
		await terminal.waitFor(() => terminal.output().includes('\u001B[?2004h'));
		terminal.press('down');
		await see(terminal, /❯ Connect/);
		terminal.press('enter');
		await see(terminal, /refused the key \(401\)/);
		assert.ok(!terminal.output().includes('canary-secret'));
	});
});
