import assert from 'node:assert/strict';
import {test} from 'node:test';
import {plantedIn} from '../../source/training/planted.ts';
import {startSimulator} from '../../source/training/start-simulator.ts';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {readCheck} from './check-json.ts';
import {openControl, readToEnd, run, see, startSimulate, startWizard, toStage} from './program.ts';

// Control sequences the names of the scenario carry and the program has no use for itself.
const payloads = [
	'\u001B]', // titles and links
	'\u009B',
	'\u0085',
	'\u0007',
	'\u001B[5m',
	'\u001B[8m',
	'\u202E',
	'\u2066',
	'\u200B',
	'\u2028',
	'\u{E0067}',
];

function carriesNone(terminal: Terminal): void {
	const output = terminal.output();
	for (const payload of payloads) {
		assert.ok(!output.includes(payload), JSON.stringify(payload));
	}
}

for (const size of [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
]) {
	test(`names that attack the terminal are only names, at ${size.columns} columns`, async test => {
		const terminal = await startWizard(test, {...size, args: ['train', 'hostile']});
		await see(terminal, readToEnd, /Hostile .*\\x1b/, /TRAINING/, /3\.1 .*fail/, /quit/);

		await openControl(terminal, '3.1');
		await toStage(terminal, 'Gap');
		await see(terminal, /ex<U\+0440>ort|exрort/, /long/, /esc back/);
		terminal.press('escape');
		await openControl(terminal, '2.1');
		for (const stage of ['Learn', 'Check', 'Gap', 'Act', 'Verify'] as const) {
			await toStage(terminal, stage);
		}

		terminal.press('escape');
		await see(terminal, readToEnd, /\bL1\b.* rules decided/);
		terminal.type('l');
		await see(terminal, /\bL2\b.* rules decided/);
		await openControl(terminal, '3.2');
		await toStage(terminal, 'Gap');
		await see(terminal, /\\x1b\]8;;/, /esc back/);
		await toStage(terminal, 'Act');
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		assert.match(terminal.scrollback().join('\n'), /Hostile .*\\x1b/);
		carriesNone(terminal);
	});
}

test('a check writes no control character, and its ids are untouched', async test => {
	const {environment, organizationId} = await startSimulate(test, ['--scenario', 'hostile']);
	// Neither C0 but the line feed, nor DEL and C1, nor what reorders or hides text.
	const unsafe =
		/[^\P{Cc}\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B-\u200F\u2060\uFEFF]|[\u{E0000}-\u{E007F}]/u;
	const json = await run(['check', '--format', 'json', '--profile', 'L2'], environment);
	const text = await run(['check', '--profile', 'L2'], environment);
	assert.doesNotMatch(text.stdout, unsafe);
	assert.doesNotMatch(json.stdout, unsafe);
	assert.match(text.stdout, /\\x1b\]8;;/);

	const document = readCheck(json.stdout);
	const planted = plantedIn('hostile', 1);
	assert.equal(document.target.organizationId, organizationId);
	const found = document.controls
		.flatMap(control => control.rules)
		.filter(({id}) => id in planted)
		.map(rule => [
			rule.id,
			{
				status: rule.status,
				resourceIds: rule.findings.flatMap(({resource}) => resource?.id ?? []).toSorted(),
			},
		]);
	assert.deepEqual(Object.fromEntries(found), planted);
});

test('the server sends what the names are said to carry', async () => {
	// Else the tests above would show nothing.
	const simulator = await startSimulator({scenario: 'hostile', seed: 1, now: () => new Date()});
	try {
		const {organizationId, serviceAccount, secret, baseUrl} = simulator;
		const authorization = `Basic ${btoa(`${serviceAccount}:${secret.reveal()}`)}`;
		const answer = await fetch(`${baseUrl}/organizations/${organizationId}/users/`, {
			headers: {authorization},
		});
		const names = JSON.stringify(await answer.json());
		assert.ok(names.includes('\\u001b]8;;'));
	} finally {
		await simulator.close();
	}
});
