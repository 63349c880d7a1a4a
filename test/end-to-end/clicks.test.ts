import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, test} from 'node:test';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {
	isRescueSheet,
	openControl,
	practise,
	readToEnd,
	see,
	selected,
	startWizard,
	temporaryDirectory,
} from './program.ts';

describe('the clicks, in a terminal', () => {
	test('the sheet is saved, a step differs and is parked, both are there again, and the answer at the end is a word', async test => {
		const state = await temporaryDirectory(test);
		const options = {columns: 80, rows: 24, environment: {MIXPANEL_HARDEN_STATE_DIR: state}};
		const first = await practise(test, options);
		await openControl(first, '1.1');
		await saveSheet(first, state);
		await noteAndPark(first);
		first.type('q');
		assert.deepEqual(await first.exit, {code: 0, signal: null});

		const second = await startWizard(test, options);
		await second.waitFor(screen => /Harbour Example/.test(selected(screen)));
		second.press('enter');
		await see(second, /Welcome back, Ana/, /1\.1\.C4 waits for Ben/, /where you left: 1\.1/, readToEnd);
		second.press('enter');
		await see(second, /Learn.*Act/, /read .*\d+ calls/, /esc back/);
		assert.equal(isRescueSheet(second.screen()), false, 'the sheet was seen');
		await downTo(second, /❯ … +4 /);
		await see(second, /Waits +for Ben/, /“the row is called Claims”/);
		await answer(second);
		second.type('q');
		assert.deepEqual(await second.exit, {code: 0, signal: null});
	});
});

async function saveSheet(terminal: Terminal, state: string): Promise<void> {
	terminal.type('s');
	await terminal.waitFor(isRescueSheet);
	await see(terminal, /Owners, who can take it back/);
	terminal.type('s');
	await terminal.waitFor(/Saved as/);
	const names = await readdir(path.join(state, 'hand-overs'));
	const name = names.find(each => each.startsWith('rescue-sheet-1.1-'));
	assert.ok(name !== undefined, names.join());
	const sheet = await readFile(path.join(state, 'hand-overs', name), 'utf8');
	assert.match(sheet, /RESCUE SHEET · 1\.1 SAML single sign-on · TRAINING/);
	assert.match(sheet, /bilal@harbour\.example/);
	terminal.press('enter');
	await see(terminal, /step 1 of 13/, /esc back/);
}

/** Down to a row that matches. A row taller than its room is scrolled through first. */
async function downTo(terminal: Terminal, wanted: RegExp): Promise<void> {
	for (let press = 0; press < 80; press += 1) {
		// A frame may arrive in pieces: one without the row may be the beginning of one that has it.
		const found = await terminal.waitFor(wanted, 300).catch(() => null);
		if (found !== null) {
			return;
		}

		const before = terminal.screen().join('\n');
		terminal.press('down');
		await terminal.waitFor(screen => screen.join('\n') !== before, 5000);
	}

	await see(terminal, wanted);
}

async function noteAndPark(terminal: Terminal): Promise<void> {
	await downTo(terminal, /❯ ○ +4 /);
	terminal.type('x');
	await see(terminal, /1\.1\.C4: not on your screen\?/, /❯ You see instead/);
	terminal.type('the row is called Claims');
	await terminal.waitFor(/the row is called Claims/);
	terminal.press('enter');
	await terminal.waitFor(screen => /And then/.test(selected(screen)));
	terminal.type('p');
	await terminal.waitFor(/\(•\) Park the step/);
	terminal.press('enter');
	await terminal.waitFor(screen => /Your name/.test(selected(screen)));
	terminal.type('Ana');
	await terminal.waitFor(/Your name +Ana/);
	terminal.press('enter');
	await see(terminal, /Park 1\.1\.C4/, /❯ Waits for +DNS/);
	terminal.press('ctrlU');
	await terminal.waitFor(screen => !/DNS/.test(selected(screen)));
	terminal.type('Ben');
	await terminal.waitFor(/❯ Waits for +Ben/);
	terminal.press('enter');
	await terminal.waitFor(screen => /❯ To/.test(selected(screen)));
	terminal.press('enter');
	await terminal.waitFor(screen => /❯ Look again on/.test(selected(screen)));
	terminal.press('enter');
	await see(terminal, /❯ … +4 /, /Waits +for Ben/);
}

/** The answer to the question about Require Single Sign-On, in the person's own words. */
async function answer(terminal: Terminal): Promise<void> {
	await downTo(terminal, /❯ ○ by hand +Require Single Sign-On is on/);
	terminal.press('enter');
	await see(terminal, /❯ Your answer/, /Recorded as +Ana/);
	terminal.type('y');
	await terminal.waitFor(/\(•\) Yes/);
	terminal.press('enter');
	await see(terminal, /❯ What you saw/, /In your words: the switch as it stands/);
	terminal.type('It is purple.');
	await terminal.waitFor(/What you saw +It is purple\./);
	for (const field of [/❯ Seen on/, /❯ File/]) {
		terminal.press('enter');
		await terminal.waitFor(screen => field.test(selected(screen)));
	}

	terminal.press('enter');
	await see(terminal, /✔ pass +Require Single Sign-On is on/, /said by Ana/);
}
