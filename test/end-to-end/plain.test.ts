import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, test} from 'node:test';
import {type Conversation, converse} from './conversation.ts';
import {see, startSimulate, startWizard, temporaryDirectory, type Variables} from './program.ts';

const timeout = 120_000;

describe('the journey as plain questions', {concurrency: 2}, () => {
	for (const [where, variables] of [
		['with CI set', {CI: 'true'}],
		['on a terminal without a cursor', {TERM: 'dumb'}],
	] as const) {
		test(`${where}, taken up in plain and on the whole screen`, {timeout}, async test => {
			const state = await temporaryDirectory(test);
			const environment: Variables = {...variables, MIXPANEL_HARDEN_STATE_DIR: state};
			const terminal = await startWizard(test, {args: ['train', '--plain'], environment});
			const person = converse(terminal);
			await findings(person);
			await decide(person);
			await classifyAndUndo(person);
			await saveReport(person, path.join(state, 'report.md'));
			assert.match(await readFile(path.join(state, 'report.md'), 'utf8'), /the log, all quiet/);
			await person.answer(/3\.2 Gap>/, 'q');
			assert.deepEqual(await terminal.exit, {code: 0, signal: null});
			const summary = terminal.scrollback().join('\n').replaceAll('\n', '');
			assert.match(summary, /Harbour Example · 4340997 · simulated · TRAINING/);
			assert.match(
				summary,
				/Next: .*Saved in .*Go on with: node .*cli\.js train startup --state-dir \S+ --plain/,
			);
			assert.ok(!terminal.output().includes('\u001B[?1049h'), 'the usual screen is never left');
			if ('TERM' in variables) {
				assert.ok(!terminal.output().includes('\u001B'), 'not one sequence');
			}

			await resumeInPlain(await startWizard(test, {args: ['--plain'], environment}).then(converse));
			if (!('TERM' in variables)) {
				const screen = await startWizard(test, {environment});
				await screen.waitFor(/❯ Resume Harbour Example/);
				screen.press('enter');
				await see(screen, /Welcome back/, /where you left/);
				screen.press('enter');
				await see(screen, /4\.1 Activity logs/, /said by Ana/i, /waived until 2027-01/);
				screen.type('q');
				assert.deepEqual(await screen.exit, {code: 0, signal: null});
			}
		});
	}

	test('broken off in the middle of a question: nothing is lost, the terminal is as before', {
		timeout,
	}, async test => {
		for (const variables of [{NO_COLOR: '1'}, {TERM: 'dumb'}]) {
			const state = await temporaryDirectory(test);
			const environment: Variables = {...variables, MIXPANEL_HARDEN_STATE_DIR: state};
			const terminal = await startWizard(test, {args: ['train', '--plain'], environment});
			const person = converse(terminal);
			await person.answer(/Controls>/, '1.1');
			await person.answer(/more lines/, 'n');
			await person.answer(/Note:/, 'ask Ben first');
			assert.match(await person.hear(/1\.1 Learn>/), /Note saved/);
			await person.answer(/1\.1 Learn>/, 'n');
			await person.hear(/Note:/);
			terminal.type('half a note');
			await terminal.waitFor(/Note: +half a note/);
			terminal.press('ctrlC');
			assert.deepEqual(await terminal.exit, {code: 130, signal: null});
			assert.match(terminal.scrollback().join('\n'), /Saved in/);
			assert.doesNotMatch(terminal.output(), /\u001B\[[\d;]+m/, 'no colour where none is wanted');
			assert.ok(
				terminal.output().lastIndexOf('\u001B[?25l') <= terminal.output().lastIndexOf('\u001B[?25h'),
				'the cursor is there',
			);

			const again = converse(await startWizard(test, {args: ['--plain'], environment}));
			await again.answer(/^Start>/, '');
			await again.answer(/Welcome back.*>/, '');
			const learn = await again.hear(/more lines/);
			assert.match(learn, /1\.1 SAML/);
			await again.answer(/more lines/, '');
			for (;;) {
				const said = await again.hear(/more lines|Learn>/);
				if (/ask Ben first/.test(said)) {
					break;
				}

				await again.answer(/more lines/, '');
			}
		}
	});

	test('what was changed can be taken back by the command, line by line', {timeout}, async test => {
		const state = await temporaryDirectory(test);
		const environment: Variables = {TERM: 'dumb', MIXPANEL_HARDEN_STATE_DIR: state};
		const terminal = await startWizard(test, {args: ['train', '--plain'], environment});
		const person = converse(terminal);
		await person.answer(/Controls>/, '3.2');
		await person.answer(/3\.2 \w+>|more lines/, 'gap');
		await person.answer(/3\.2 Gap>/, 'f');
		await person.answer(/Your name/, 'Ana');
		await person.answer(/Classify/, '1');
		await agree(person);
		await person.answer(/Enter goes back/, '');
		await person.answer(/3\.2 Gap>/, 'q');
		await terminal.exit;

		const undo = await startWizard(test, {args: ['undo'], environment});
		const again = converse(undo);
		assert.match(await again.hear(/^Number:/), /1: .*classified[\s\S]*0: None/);
		await again.answer(/^Number:/, '7');
		await again.answer(/^Number:/, '1');
		await again.answer(/^>/, 'yes');
		assert.deepEqual(await undo.exit, {code: 0, signal: null});
		assert.ok(!undo.output().includes('\u001B'));

		const reset = await startWizard(test, {args: ['session', 'forget'], environment});
		await converse(reset).answer(/^Type 4340997 to delete it:/, '4340997');
		assert.deepEqual(await reset.exit, {code: 0, signal: null});
		assert.ok(!reset.output().includes('\u001B'));
	});

	for (const variables of [{}, {TERM: 'dumb'}]) {
		test(`connecting${'TERM' in variables ? ' on a terminal without a cursor' : ''}: the secret is never shown, names that attack the terminal are only names`, {
			timeout,
		}, async test => {
			const {baseUrl, serviceAccount, secret} = await startSimulate(test, ['--scenario', 'hostile']);
			const state = await temporaryDirectory(test);
			const terminal = await startWizard(test, {
				args: ['connect', '--plain', '--base-url', baseUrl],
				environment: {...variables, MIXPANEL_HARDEN_STATE_DIR: state, NO_COLOR: '1'},
			});
			const person = converse(terminal);
			for (const typed of ['a-wrong-secret', secret]) {
				await person.answer(/^Username of the service account:/, serviceAccount);
				await person.answer(/Its secret .*:$/, typed);
				if (typed !== secret) {
					assert.match(await person.hear(/^Number:/), /refused the key \(401\)[\s\S]*1: Enter the key again/);
					await person.answer(/^Number:/, '1');
				}
			}

			await person.answer(/TRAINING, Controls>/, '2.1');
			await person.answer(/2\.1 \w+>|more lines/, 'gap');
			await person.answer(/2\.1 Gap>|more lines/, 'q');
			assert.deepEqual(await terminal.exit, {code: 0, signal: null});
			const output = terminal.output();
			assert.ok(!output.includes(secret));
			assert.doesNotMatch(
				'TERM' in variables ? output : terminal.scrollback().join('\n'),
				/[^\P{Cc}\r\n]|[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u,
			);
		});
	}
});

async function findings(person: Conversation): Promise<void> {
	const controls = await person.hear(/TRAINING, Controls>/);
	assert.match(controls, /Read, in \d+ calls/);
	assert.match(controls, /Level L1, \d+ of \d+ rules decided/);
	assert.match(controls, /3\.1: Service accounts: fail, verified, 2 never expire/);
	assert.match(controls, /Enter opens 4\.1/);
	await person.answer(/Controls>/, '3.1');
	const gap = await person.hear(/3\.1 Gap>/);
	assert.match(gap, /Finding, etl\.\S+: never expires/);
	assert.match(gap, /Selected: 1\n/);
	await person.answer(/3\.1 Gap>/, '3');
	assert.match(await person.hear(/3\.1 Gap>/), /Selected: 3\n\s*support\.[\s\S]*expired 3 days ago/);
	await person.answer(/3\.1 Gap>/, '0');
}

async function decide(person: Conversation): Promise<void> {
	await person.answer(/Controls>/, '4.1');
	await person.answer(/more lines.*:/, 'check');
	assert.match(await person.hear(/4\.1 Check>/), /1: by hand: /);
	await person.answer(/4\.1 Check>/, 'a');
	await person.answer(/Your answer:/, '1');
	await person.answer(/What you saw/, 'the log, all quiet');
	await person.answer(/Seen on \[\d{4}-\d\d-\d\d\]/, '');
	await person.answer(/File, if any/, '');
	await person.answer(/Your name/, 'Ana');
	const attested = await person.hear(/4\.1 Check>/);
	assert.match(attested, /Recorded as your word/);
	assert.match(attested, /1: pass, said by Ana: /);

	await person.answer(/4\.1 Check>/, '2');
	await person.answer(/4\.1 Check>/, 'w');
	await person.answer(/Kind:/, '');
	assert.match(await person.hear(/Kind:/), /Answer with a number from 1 to 3/);
	await person.answer(/Kind:/, '1');
	await person.answer(/Reason/, 'the export comes in January');
	await person.answer(/Who answers/, 'Ben');
	await person.answer(/Until/, '2027-01-31');
	assert.match(await person.hear(/4\.1 Check>/), /2: by hand, waived until 2027-01-31: /);
	await person.answer(/4\.1 Check>/, '0');
}

async function classifyAndUndo(person: Conversation): Promise<void> {
	await person.answer(/Controls>/, '3.2');
	await person.answer(/3\.2 \w+>|more lines/, 'gap');
	await person.answer(/3\.2 Gap>/, 'f');
	assert.match(await person.hear(/Classify \[1\]/), /one property is classified alone/);
	await person.answer(/Classify/, '1');
	assert.match(await person.hear(/\[no\]/), /Now: .*\n[\s\S]*After: [\s\S]*Sends: PATCH /);
	await person.answer(/\[no\]/, '');
	assert.match(await person.hear(/Classify \[1\]/), /Nothing was changed/);
	await person.answer(/Classify/, '1');
	await agree(person);
	assert.match(await person.hear(/u takes the change back/), /Done: /);
	await person.answer(/u takes the change back/, 'u');
	await agree(person);
	await person.answer(/Enter goes back and reads again:/, '');
}

/** Say yes, and once more where the first yes came faster than anybody reads. */
async function agree(person: Conversation): Promise<void> {
	await person.answer(/\[no\]/, 'yes');
	if (/too quickly/.test(await person.hear(/\[no\]|Enter goes back/))) {
		await new Promise(resolve => setTimeout(resolve, 350));
		await person.answer(/\[no\]/, 'yes');
	}
}

/** From the gap of 3.2 and back to it. */
async function saveReport(person: Conversation, file: string): Promise<void> {
	await person.answer(/3\.2 Gap>/, '0');
	await person.answer(/Controls>/, 'h');
	assert.match(await person.hear(/History>/), /Changes made from here[\s\S]*took back [\s\S]*classified /);
	await person.answer(/History>/, '0');
	await person.answer(/Controls>/, 'p');
	await person.answer(/more lines/, 's');
	await person.answer(/File \[/, file);
	assert.match((await person.hear(/Report as Markdown>/)).replaceAll('\n', ''), /Saved as .*report\.md/);
	await person.answer(/Report as Markdown>/, '0');
	await person.answer(/Controls>/, '3.2');
	await person.answer(/3\.2 \w+>|more lines/, 'gap');
}

async function resumeInPlain(person: Conversation): Promise<void> {
	assert.match(await person.hear(/^Start>/), /1: Resume Harbour Example/);
	await person.answer(/^Start>/, '');
	await person.answer(/Welcome back.*>/, '');
	await person.answer(/3\.2 Gap>/, '0');
	await person.answer(/Controls>/, '4.1');
	const said = await person.hear(/4\.1 \w+>|more lines/);
	await person.answer(/4\.1 \w+>|more lines/, 'check');
	assert.match(
		said + (await person.hear(/4\.1 Check>/)),
		/pass, said by Ana: [\s\S]*waived until 2027-01-31/,
	);
	await person.answer(/4\.1 Check>/, 'q');
}
