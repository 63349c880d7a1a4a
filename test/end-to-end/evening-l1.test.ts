import assert from 'node:assert/strict';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, test} from 'node:test';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {startOutside} from './outside.ts';
import {
	atStart,
	openControl,
	readToEnd,
	see,
	select,
	selected,
	temporaryDirectory,
	toStage,
	type WizardOptions,
} from './program.ts';

describe('an evening on level 1', {concurrency: 2}, () => {
	for (const {ci, ...size} of [
		{columns: 80, rows: 24, ci: undefined},
		{columns: 120, rows: 40, ci: 'true'},
	]) {
		test(`at ${size.columns} by ${size.rows}, ${ci === undefined ? 'at a desk' : 'with CI set'}: seen, mended elsewhere, seen again, handed over, waived, reported`, async test => {
			const state = await temporaryDirectory(test);
			const outside = await startOutside(test);
			const options: WizardOptions = {
				...size,
				environment: {CI: ci, MIXPANEL_HARDEN_STATE_DIR: state, HOME: state},
			};
			const terminal = await outside.connect(options);
			await atStart(terminal);
			await select(terminal, /Connect/, 'down');
			terminal.press('enter');
			await see(terminal, readToEnd, /2\.3 Admin access.*fail .*4 Owners/);

			// Somebody steps back as Owner meanwhile; reading again is all it takes.
			await openControl(terminal, '2.3');
			await toStage(terminal, 'Gap');
			await see(terminal, /✖ .*Owners.*\n\s+4 Owners/);
			outside.simulator.act({type: 'give_role', person: 'former-lead', role: 'no role'});
			terminal.type('r');
			await see(terminal, /✔ .*Owners.*\n\s+3 Owners/);
			terminal.press('escape');
			await see(terminal, readToEnd, /2\.3 Admin access/);

			await handOver(terminal);
			await waive(terminal);
			const report = await saveReport(terminal, state);
			terminal.type('q');
			assert.deepEqual(await terminal.exit, {code: 0, signal: null});
			const summary = terminal.scrollback().join('\n');
			assert.match(summary, /Ben from IT/);
			assert.ok(summary.replaceAll(/\n\s*/g, '').includes(path.basename(report)), summary);

			const text = await readFile(report, 'utf8');
			assert.match(text, /Harbour Example/);
			assert.match(text, /3 Owners/);
			assert.match(text, /Ben from IT/);
			assert.match(text, /moved next quarter/);
			const [ticket = ''] = await readdir(path.join(state, 'hand-overs'));
			assert.match(await readFile(path.join(state, 'hand-overs', ticket), 'utf8'), /mixpanel-domain-verify=/);
			assert.deepEqual(outside.mutations(), []);
		});
	}
});

/** Hand the DNS record of 1.1 to somebody else. */
async function handOver(terminal: Terminal): Promise<void> {
	await openControl(terminal, '1.1');
	await toStage(terminal, 'Act');
	terminal.type('e');
	await see(terminal, /Hand over: 1\.1/, /❯ To /);
	terminal.press('enter');
	await terminal.waitFor(screen => /Waits for/.test(selected(screen)));
	terminal.type('Ben from IT');
	await see(terminal, /Waits for +Ben from IT/);
	terminal.press('enter');
	await terminal.waitFor(screen => /Look again on/.test(selected(screen)));
	terminal.press('enter');
	await terminal.waitFor(screen => /Your name/.test(selected(screen)));
	terminal.type('Ana');
	await see(terminal, /Your name +Ana/);
	terminal.press('enter');
	await see(terminal, /Saved as/, /hand-overs/, /1\.1\.C3 waits\s+for\s+Ben from IT/);
	terminal.press('escape');
	await see(terminal, /1\.1 SAML.*waiting for Ben from IT/);
}

async function waive(terminal: Terminal): Promise<void> {
	await select(terminal, /3\.1/, 'down');
	terminal.type('w');
	await see(terminal, /Waive: 3\.1/, /❯ Kind/);
	terminal.press('right');
	await see(terminal, /\(•\) Accepted risk/);
	terminal.press('enter');
	await terminal.waitFor(screen => /Reason/.test(selected(screen)));
	terminal.type('moved next quarter');
	await see(terminal, /Reason +moved next quarter/);
	terminal.press('enter');
	await terminal.waitFor(screen => /Who answers/.test(selected(screen)));
	terminal.press('enter');
	await terminal.waitFor(screen => /Until/.test(selected(screen)));
	// An expiry too far away is refused where it is typed, and nothing of the form is lost.
	terminal.press('ctrlU');
	terminal.type('2999-01-01');
	await see(terminal, /Until +2999-01-01/);
	terminal.press('enter');
	await see(terminal, /365 days/, /Reason +moved next quarter/, /❯ Until +2999-01-01/);
	const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
	terminal.press('ctrlU');
	terminal.type(until);
	await see(terminal, new RegExp(`Until +${until}`));
	terminal.press('enter');
	await see(terminal, /3\.1 .*waived(?: until|, ends)/, /enter open/);
}

/** Save the report under a name of its own, after a place that cannot be had. */
async function saveReport(terminal: Terminal, directory: string): Promise<string> {
	const file = path.join(directory, 'evening.md');
	await writeFile(path.join(directory, 'there.md'), 'not to be lost');
	terminal.type('p');
	await see(terminal, /Mixpanel hardening report/, /enter save/);
	terminal.press('enter');
	await see(terminal, /Save the report as Markdown/, /❯ File/);
	terminal.press('ctrlU');
	terminal.type(path.join(directory, 'there.md'));
	await see(terminal, /there\.md/);
	terminal.press('enter');
	await see(terminal, /exists already/, /Save the report as Markdown/);
	assert.equal(await readFile(path.join(directory, 'there.md'), 'utf8'), 'not to be lost');
	terminal.press('ctrlU');
	terminal.type(file);
	await see(terminal, /evening\.md/);
	terminal.press('enter');
	await see(terminal, /Saved as/, /enter save/);
	terminal.press('escape');
	await see(terminal, /\bL1\b.* rules decided/, /p report/);
	return file;
}
