import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {atStart, practise, startWizard, temporaryDirectory} from './program.ts';

/** Preloaded: tells at each signal, one line a time, what keeps the process busy. */
const witness = `import {appendFileSync} from 'node:fs';
process.on('SIGUSR2', () => appendFileSync(process.env.WITNESS, process.getActiveResourcesInfo().join(' ') + '\\n'));
`;

/** Ask what keeps the program busy until it is no timer; fails with the last answer when it always is one. */
async function comesToRest(terminal: Terminal, file: string): Promise<void> {
	const deadline = performance.now() + 5000;
	for (let asked = 1; ; asked += 1) {
		terminal.kill('SIGUSR2');
		const answers = await linesOf(file, asked, deadline);
		if (!/Timeout|Immediate/.test(answers.at(-1) ?? '')) {
			return;
		}

		assert.ok(performance.now() < deadline, `busy with ${answers.at(-1)}`);
	}
}

async function linesOf(file: string, count: number, deadline: number): Promise<readonly string[]> {
	for (;;) {
		const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1);
		if (lines.length >= count) {
			return lines;
		}

		assert.ok(performance.now() < deadline, 'no answer');
		await pause(10);
	}
}

test('at rest nothing is under way: no timer ticks on the start, nor once all is read', {
	skip: process.platform === 'win32',
}, async test => {
	const directory = await temporaryDirectory(test);
	const preload = path.join(directory, 'witness.mjs');
	await writeFile(preload, witness);
	const environment = (name: string) => ({
		NODE_OPTIONS: `--import=${pathToFileURL(preload).href}`,
		WITNESS: path.join(directory, name),
	});
	const start = await startWizard(test, {environment: environment('start')});
	await atStart(start);
	await comesToRest(start, path.join(directory, 'start'));
	const practising = await practise(test, {environment: environment('practising')});
	await comesToRest(practising, path.join(directory, 'practising'));
});
