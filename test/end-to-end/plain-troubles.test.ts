import assert from 'node:assert/strict';
import {chmod, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import {type Conversation, converse} from './conversation.ts';
import {startSimulate, startWizard, temporaryDirectory, type Variables} from './program.ts';

const timeout = 90_000;

/** Somebody at the plain questions of a training organization, whose state is in `state`. */
async function train(test: TestContext, state: string) {
	const terminal = await startWizard(test, {
		args: ['train', '--plain'],
		environment: {MIXPANEL_HARDEN_STATE_DIR: state, TERM: 'dumb'},
	});
	return {terminal, person: converse(terminal)};
}

async function writeNote(person: Conversation, note: string): Promise<string> {
	await person.answer(/Controls>/, '4.1');
	await person.answer(/more lines|4\.1 \w+>/, 'n');
	await person.answer(/^Note:/, note);
	return (await person.hear(/4\.1 \w+>|more lines/)).replaceAll('\n', ' ');
}

function inOneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ');
}

describe('troubles, told as plain text', {concurrency: 2}, () => {
	test('a session that another wizard has open can be looked at, and nothing is recorded', {
		timeout,
	}, async test => {
		const state = await temporaryDirectory(test);
		const first = await train(test, state);
		await first.person.hear(/Controls>/);
		const second = await train(test, state);
		const said = inOneLine(await second.person.hear(/Welcome back.*>/));
		await second.person.answer(/Welcome back.*>/, 'c');
		assert.match(
			said,
			new RegExp(`Another wizard has this session open \\(process ${first.terminal.pid} on`),
		);
		await second.person.answer(/Controls>/, 'A');
		assert.match(inOneLine(await second.person.hear(/Controls>/)), /nothing is recorded/);
		await second.person.answer(/Controls>/, 'q');
		assert.deepEqual(await second.terminal.exit, {code: 0, signal: null});
		assert.match(inOneLine(second.terminal.scrollback().join(' ')), /Nothing was recorded: Another wizard/);
		await first.person.answer(/Controls>/, 'q');
		assert.deepEqual(await first.terminal.exit, {code: 0, signal: null});
	});

	test('a damaged journal is said, and M goes on with what is good', {timeout}, async test => {
		const state = await temporaryDirectory(test);
		const before = await train(test, state);
		await writeNote(before.person, 'kept');
		await before.person.answer(/4\.1 \w+>|more lines/, 'q');
		await before.terminal.exit;
		const journal = path.join(state, 'sessions/simulated-4340997/journal.jsonl');
		await writeFile(journal, (await readFile(journal, 'utf8')).replace('kept', 'bent'));

		const {terminal, person} = await train(test, state);
		await person.answer(/Welcome back.*>/, 'c');
		const said = inOneLine(terminal.scrollback().join(' '));
		assert.match(said, /The journal is damaged: \d+ entries are good/);
		await person.answer(/Controls>/, 'M');
		assert.match(inOneLine(await person.hear(/more lines/)), /The journal is mended/);
		await person.answer(/more lines|4\.1 \w+>/, 'n');
		await person.answer(/^Note:/, 'after all');
		assert.match(await person.hear(/more lines|4\.1 \w+>/), /Note saved/);
		await person.answer(/4\.1 \w+>|more lines/, 'q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
	});

	test('a place that cannot be written leads back to the start with the reason', {timeout}, async test => {
		const state = await temporaryDirectory(test);
		await chmod(state, 0o500);
		const {terminal, person} = await train(test, state);
		const said = inOneLine(await person.hear(/^Start>|Controls>/));
		if (process.getuid?.() !== 0) {
			assert.match(said, /EACCES|may not|cannot|could not/i);
		}

		await person.answer(/^Start>|Controls>/, 'q');
		assert.deepEqual(await terminal.exit, {code: 0, signal: null});
		await chmod(state, 0o700);
	});

	test('a refused key is said, and the end of the input breaks off', {timeout}, async test => {
		const {environment} = await startSimulate(test);
		const state = await temporaryDirectory(test);
		const variables: Variables = {
			...environment,
			MIXPANEL_SERVICE_ACCOUNT_SECRET: 'a-wrong-secret',
			MIXPANEL_HARDEN_STATE_DIR: state,
		};
		for (const more of [{TERM: 'dumb'}, {}]) {
			const terminal = await startWizard(test, {args: ['--plain'], environment: {...variables, ...more}});
			const person = converse(terminal);
			assert.match(await person.hear(/^Start>/), /2: Connect/);
			await person.answer(/^Start>/, '2');
			assert.match(inOneLine(await person.hear(/^Start>/)), /refused the key \(401\)/);
			terminal.press('ctrlD');
			assert.deepEqual(await terminal.exit, {code: 130, signal: null});
			assert.ok(!terminal.output().includes('a-wrong-secret'));
		}
	});

	test('told to end at a question or while it reads, it ends in order', {timeout}, async test => {
		const {environment} = await startSimulate(test, ['--latency', '1500']);
		for (const more of [{TERM: 'dumb'}, {}]) {
			const state = await temporaryDirectory(test);
			const variables: Variables = {...environment, ...more, MIXPANEL_HARDEN_STATE_DIR: state};
			const asked = await startWizard(test, {args: ['--plain'], environment: variables});
			await converse(asked).hear(/^Start>/);
			asked.kill('SIGTERM');
			assert.deepEqual(await asked.exit, {code: 143, signal: null});

			const reading = await startWizard(test, {args: ['--plain'], environment: variables});
			await converse(reading).answer(/^Start>/, '2');
			await reading.waitFor(/Enter goes on without waiting/);
			reading.press('ctrlC');
			assert.deepEqual(await reading.exit, {code: 130, signal: null});
			assert.match(reading.scrollback().join('\n'), /Saved in/);
		}
	});
});
