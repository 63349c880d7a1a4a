import assert from 'node:assert/strict';
import {readFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {test} from 'node:test';
import {practise, see, select, selected, temporaryDirectory} from './program.ts';

test('each place beside the controls opens and leads back, and a report is saved without replacing anything', async test => {
	const state = await temporaryDirectory(test);
	const folder = await temporaryDirectory(test);
	const terminal = await practise(test, {
		columns: 120,
		rows: 40,
		environment: {MIXPANEL_HARDEN_STATE_DIR: state, HOME: folder},
	});
	const home = async (): Promise<void> => {
		terminal.press('escape');
		await see(terminal, /\bL1\b.* rules decided/, /h history/);
	};

	await select(terminal, /5 Compliance quick reference/, 'down');
	terminal.press('enter');
	await see(terminal, /TRAINING/, /SOC 2/, /NIST 800-53/, /CIS Controls/, /❯ CC6\.1 .*1\.1/, /esc back/);
	await home();

	terminal.type('b');
	await see(terminal, /TRAINING/, /Beyond the guide/, /never scored/, /❯ Claim your domains/, /Where/);
	await home();

	terminal.type('h');
	await see(terminal, /TRAINING/, /History/, /❯ just now +L1 +0\.04/, /esc back/);
	await home();

	terminal.type('p');
	await see(terminal, /TRAINING/, /# Mixpanel hardening report: Harbour Example/, /more below/);
	terminal.press('tab');
	await see(terminal, /"schemaVersion": "1"/);
	terminal.press('enter');
	const named = await see(terminal, /Save the report as JSON/, /❯ File +hardening-4340997-/, /cancel/);
	const suggested = /hardening-\S+\.json/.exec(selected(named))?.[0] ?? '';

	// One that is there already: said in the form, which keeps what was typed.
	const taken = path.join(folder, suggested);
	await writeFile(taken, 'mine');
	terminal.press('home');
	terminal.type('~/');
	await see(terminal, /❯ File +~\/hardening-/);
	terminal.press('enter');
	await see(terminal, /exists already/, /❯ File +~\/hardening-4340997-/);
	assert.equal(await readFile(taken, 'utf8'), 'mine');

	terminal.press('end');
	terminal.type('5');
	await see(terminal, /❯ File +~\/hardening-\S+\.json5/);
	terminal.press('enter');
	await see(terminal, /Saved as/, /"schemaVersion": "1"/);
	const saved = JSON.parse(await readFile(`${taken}5`, 'utf8'));
	assert.equal(saved.target.organizationId, '4340997');
	assert.equal(saved.summary.level, 'L1');
	assert.equal((await stat(`${taken}5`)).mode & 0o777, 0o600);
	await home();

	terminal.type('q');
	assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	const summary = terminal.scrollback().join('').replaceAll('\n', '');
	assert.match(summary, /Report of \d{4}-\d\d-\d\d: /);
	assert.ok(summary.includes(`${taken}5`));
});
