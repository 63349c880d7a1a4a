import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {journaledChanges, startOutside} from './outside.ts';
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

const phone = {name: '$phone', resourceType: 'User'} as const;

describe('an evening on level 2', {concurrency: 2}, () => {
	for (const {ci, ...size} of [
		{columns: 80, rows: 24, ci: undefined},
		{columns: 120, rows: 40, ci: 'true'},
	]) {
		test(`at ${size.columns} by ${size.rows}, ${ci === undefined ? 'at a desk' : 'with CI set'}: classified, stopped by drift, undone, left in a batch, and nine days later`, async test => {
			const state = await temporaryDirectory(test);
			const outside = await startOutside(test, {latency: 30});
			const options: WizardOptions = {...size, environment: {CI: ci, MIXPANEL_HARDEN_STATE_DIR: state}};
			const terminal = await outside.connect(options);
			await enter(terminal);
			await toLevelTwo(terminal);
			await openControl(terminal, '3.2');
			await toStage(terminal, 'Gap');
			await see(terminal, /\$email .*Shop Prod/, /\$email .*Shop Stag/);

			// The first run takes one.
			terminal.type('f');
			await see(terminal, /Your name/);
			terminal.type('Ana');
			await see(terminal, /Your name +Ana/);
			terminal.press('enter');
			await choose(terminal, [/\$email /]);
			await confirm(terminal, /Yes, classify \$email/);
			await see(terminal, /✔ \$email: .*classified/);
			assert.deepEqual(outside.mutations().length, 1);
			await backToGap(terminal);

			// Two more, and somebody is quicker with the first of them than we are.
			terminal.type('f');
			await choose(terminal, [/\$phone /, /\$first_name /]);
			await see(terminal, /2 changes/, /\$phone/, /\$first_name/);
			outside.simulator.act({type: 'classify_property', project: 'shop', property: phone, sensitive: true});
			await confirm(terminal, /Yes, /);
			await see(
				terminal,
				/\$phone: .*(changed|differs|meanwhile|already|not sent)/i,
				/\$first_name: .*not (tried|begun|started)/i,
			);
			assert.equal(outside.mutations().length, 1);
			await backToGap(terminal);

			// The one that was made is taken back.
			terminal.type('u');
			await see(terminal, /\$email/, /(Take back|Undo)/i);
			await confirm(terminal, /Yes, /);
			await see(terminal, /✔ \$email: .*not classified/);
			assert.equal(outside.mutations().length, 2);
			await backToGap(terminal);

			// Left while a batch is under way: what was sent is waited for, the rest is not begun.
			terminal.type('f');
			await choose(terminal, [
				/shipping_address /,
				/\$email .*(Production|1836078)/,
				/\$first_name /,
				/\$last_name /,
			]);
			await confirm(terminal, /Yes, /);
			await terminal.waitFor(() => outside.mutations().length > 2);
			terminal.press('ctrlC');
			assert.deepEqual(await terminal.exit, {code: 130, signal: null});
			assert.equal(terminal.isAlternateScreen(), false);
			const sent = outside.mutations().length;
			assert.ok(sent < 6, 'the batch was left before its end');

			// Each request that changed something was written down before, and nothing else was sent.
			const changes = await journaledChanges(state);
			assert.deepEqual(
				changes.map(({outcome}) => outcome),
				['applied', 'drifted', 'applied', ...Array.from({length: sent - 2}, () => 'applied')],
			);
			assert.deepEqual(
				changes.filter(({outcome}) => outcome !== 'drifted').map(({request}) => request),
				outside.mutations(),
			);

			await nineDaysLater(outside, options);
			assert.equal(outside.mutations().length, sent, 'nothing is applied twice');
		});
	}
});

async function enter(terminal: Terminal): Promise<void> {
	await atStart(terminal);
	await select(terminal, /Connect/, 'down');
	terminal.press('enter');
	await terminal.waitFor(readToEnd);
}

async function toLevelTwo(terminal: Terminal): Promise<void> {
	terminal.type('l');
	await see(terminal, /\bL2\b.* rules decided/, /3\.2 Data governance.*fail/);
}

/** Choose rows of the fix and go on. */
async function choose(terminal: Terminal, rows: readonly RegExp[]): Promise<void> {
	await see(terminal, /Classify properties/);
	terminal.press('home');
	await terminal.waitFor(screen => /shipping_address/.test(selected(screen)));
	for (const wanted of rows) {
		await select(terminal, wanted, 'down');
		if (rows.length > 1) {
			terminal.press('space');
			await terminal.waitFor(screen => /◉/.test(selected(screen)));
		}
	}

	terminal.press('enter');
	await see(terminal, /What follows/);
}

/** Read the confirmation to its end, say Yes. */
async function confirm(terminal: Terminal, yes: RegExp): Promise<void> {
	// What is pressed before the page has been in sight for a moment is not taken: press again.
	for (let times = 0; !yes.test(selected(terminal.screen())); times += 1) {
		assert.ok(times < 60, terminal.screen().join('\n'));
		terminal.press('down');
		await terminal.waitFor(screen => yes.test(selected(screen)), 200).catch(() => undefined);
	}

	terminal.press('enter');
}

async function backToGap(terminal: Terminal): Promise<void> {
	terminal.press('enter');
	await see(terminal, readToEnd, /3\.2 Data governance/, /Gap/, /Personal data is classified/);
}

async function nineDaysLater(
	outside: Awaited<ReturnType<typeof startOutside>>,
	options: WizardOptions,
): Promise<void> {
	outside.sleep(9);
	const terminal = await outside.connect(options);
	const start = await terminal.waitFor(screen => /Harbour Example/.test(selected(screen)));
	assert.match(selected(start), /9 days ago/);
	terminal.press('enter');
	// What others did meanwhile; who undid a finding, and what brought one.
	await see(
		terminal,
		/Welcome back, Ana/,
		/9 days/,
		/Changed at Mixpanel/,
		/is Admin now.*new finding/,
		/is Member now, was Owner.*fixed by others/,
		/old-export.* is gone.*fixed by others/,
		/phone_number is new in Marketing Site.*new finding/,
		/3\.2 Data governance/,
	);
	terminal.press('enter');
	await see(terminal, /3\.2 Data governance/, /Personal data is classified/, /phone_number/);
	terminal.type('q');
	assert.deepEqual(await terminal.exit, {code: 0, signal: null});
}
