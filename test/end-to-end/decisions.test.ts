import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, test} from 'node:test';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {
	openControl,
	practise,
	readToEnd,
	see,
	select,
	selected,
	startWizard,
	temporaryDirectory,
	toStage,
} from './program.ts';

describe('deciding', {concurrency: 2}, () => {
	test('two findings in one form, a register, projects together: all there after coming back', async test => {
		const state = await temporaryDirectory(test);
		const environment = {MIXPANEL_HARDEN_STATE_DIR: state};
		const terminal = await practise(test, {environment});
		await exemptTwo(terminal);
		await recordTwo(terminal);
		terminal.press('escape');
		await terminal.waitFor(/\bL1\b.* rules decided/);
		await answerProjects(terminal);
		terminal.type('q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});

		const kept = await eventsIn(state);
		assert.equal(kept.filter(line => line.includes('"exempted"')).length, 2);
		assert.equal(kept.filter(line => line.includes('"registered"')).length, 2);

		const back = await startWizard(test, {environment});
		await back.waitFor(screen => /Harbour Example/.test(selected(screen)));
		back.press('enter');
		await see(back, readToEnd, /Welcome back/, /where you left: 2\.2 Project access/);
		back.press('enter');
		await see(back, readToEnd, /2\.2 Project access/, /pass .*said by Ana/);
		back.press('escape');
		await back.waitFor(/\bL2\b.* rules decided/);
		await openControl(back, '3.1');
		await toStage(back, 'Gap');
		await see(back, /exempted until 20\d\d-\d\d-\d\d; never/);
		await toRegister(back);
		await see(back, /2 of 7 recorded/, /Loads orders · Ben/, /Feeds boards · Cleo/);
		back.type('q');
		await back.exit;
	});

	test('Enter held down and pasted line breaks never send a change', async test => {
		const state = await temporaryDirectory(test);
		const terminal = await practise(test, {environment: {MIXPANEL_HARDEN_STATE_DIR: state}});
		terminal.type('l');
		await terminal.waitFor(/\bL2\b.* rules decided/);
		await openControl(terminal, '3.2');
		await toStage(terminal, 'Gap');
		terminal.type('f');
		await see(terminal, /Who makes this change/);
		terminal.type('Ana');
		await terminal.waitFor(/Your name +Ana/);
		terminal.press('enter');
		await see(terminal, /first time one property/, /Shop.*\(\d+\)/);
		terminal.press('enter');
		// As a held key repeats, without a pause: whatever is drawn meanwhile is not meant.
		for (let times = 0; times < 30; times += 1) {
			terminal.press('enter');
		}

		terminal.paste('\r\n\ryes\r\n');
		await see(terminal, /more below|No, go back/);
		terminal.paste('\r\n\ryes\r\n');
		terminal.press('escape');
		await terminal.waitFor(/first time one property|more below|No, go back/);
		terminal.press('ctrlC');
		await terminal.exit;
		const events = await eventsIn(state);
		assert.ok(events.every(line => !line.includes('change_intended')));
	});
});

async function eventsIn(state: string): Promise<readonly string[]> {
	const folder = path.join(state, 'sessions');
	const [session = ''] = await readdir(folder);
	const journal = await readFile(path.join(folder, session, 'journal.jsonl'), 'utf8');
	return journal.trimEnd().split('\n');
}

/** In a form, on a field: type over what stands there, and go on. */
async function fill(terminal: Terminal, label: RegExp, text: string): Promise<void> {
	await terminal.waitFor(screen => label.test(selected(screen)));
	terminal.press('ctrlU');
	terminal.type(text);
	await terminal.waitFor(screen => selected(screen).includes(text));
	terminal.press('enter');
}

async function exemptTwo(terminal: Terminal): Promise<void> {
	await openControl(terminal, '3.1');
	await toStage(terminal, 'Gap');
	await select(terminal, /etl\./, 'down');
	terminal.type('x');
	await see(terminal, /Exempt from: Every account expires/, /0 of 3 exempted/);
	terminal.press('space', 'down');
	await see(terminal, /1 marked/);
	terminal.press('space');
	await see(terminal, /2 marked/);
	terminal.press('enter');
	await terminal.waitFor(screen => /Reason/.test(selected(screen)));
	terminal.press('enter');
	await fill(terminal, /Who answers/, 'Ben');
	await fill(terminal, /Until/, '2020-01-01');
	await fill(terminal, /Your name/, 'Ana');
	await see(terminal, /Write why/);
	await fill(terminal, /Reason/, 'Rebuilt in spring');
	for (const label of [/Who answers/, /Until/, /Your name/]) {
		await terminal.waitFor(screen => label.test(selected(screen)));
		terminal.press('enter');
	}

	await see(terminal, /That day has passed/);
	const limit = /365 days at most: until (\d{4}-\d\d-\d\d)/;
	const last = limit.exec(terminal.screen().join('\n'))?.[1] ?? '';
	const tooLate = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
	await fill(terminal, /Until/, tooLate);
	await terminal.waitFor(screen => /Your name/.test(selected(screen)));
	terminal.press('enter');
	await terminal.waitFor(screen => /Until/.test(selected(screen)));
	await fill(terminal, /Until/, last);
	await terminal.waitFor(screen => /Your name/.test(selected(screen)));
	terminal.press('enter');
	await see(terminal, /2 findings exempted until/, /exempted until \S+; never/);
}

async function toRegister(terminal: Terminal): Promise<void> {
	await toStage(terminal, 'Check');
	await select(terminal, /[Pp]urpose/, 'down');
	terminal.type('a');
	await see(terminal, /of 7 recorded/);
}

async function recordTwo(terminal: Terminal): Promise<void> {
	await toRegister(terminal);
	terminal.press('enter');
	await fill(terminal, /Purpose/, 'Loads orders');
	await fill(terminal, /Owner/, 'Ben');
	// The next account follows at once.
	await see(terminal, /1 of 7 recorded/);
	await fill(terminal, /Purpose/, 'Feeds boards');
	await fill(terminal, /Owner/, 'Cleo');
	await see(terminal, /2 of 7 recorded/, /Purpose +$/m);
	terminal.press('escape');
	await see(terminal, /Loads orders · Ben/, /answer all/);
	terminal.press('escape');
	await see(terminal, /Learn.*Check/);
}

async function answerProjects(terminal: Terminal): Promise<void> {
	terminal.type('l');
	await terminal.waitFor(/\bL2\b.* rules decided/);
	await openControl(terminal, '2.2');
	await toStage(terminal, 'Check');
	await select(terminal, /open to all users/, 'up');
	terminal.type('a');
	await see(terminal, /0 of \d+ recorded/);
	terminal.type('m');
	await see(terminal, /\d marked/);
	terminal.press('enter');
	await terminal.waitFor(screen => /Your answer/.test(selected(screen)));
	terminal.type('y');
	await see(terminal, /\(•\) Yes/);
	terminal.press('enter');
	await fill(terminal, /Who has access/, 'Team Data');
	await terminal.waitFor(screen => /Seen on/.test(selected(screen)));
	terminal.press('enter');
	await see(terminal, /Every row is answered/);
	terminal.press('escape');
	await see(terminal, /pass .*said by Ana/);
}
