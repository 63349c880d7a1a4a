import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';
import headless from '@xterm/headless';
import {drawTerminal} from '../support/terminal-picture.ts';
import {startWizard, temporaryDirectory} from './program.ts';

const enter = '\u001B[?1049h';

/** What stands on a terminal of that size after these bytes, with every colour. */
async function pictureOf(bytes: string, cols: number, rows: number): Promise<string> {
	const terminal = new headless.Terminal({cols, rows, allowProposedApi: true});
	await new Promise<void>(resolve => terminal.write(bytes, resolve));
	return drawTerminal(terminal);
}

for (const {columns, rows, environment} of [
	{columns: 60, rows: 20, environment: {}},
	{columns: 80, rows: 24, environment: {}},
	{columns: 120, rows: 40, environment: {}},
	{columns: 59, rows: 24, environment: {}},
	{columns: 80, rows: 24, environment: {NO_COLOR: '1'}},
]) {
	const colours = 'NO_COLOR' in environment ? ', without colour' : '';
	test(`the first frame is what the wizard then draws over it, at ${columns}×${rows}${colours}`, async test => {
		const terminal = await startWizard(test, {columns, rows, environment});
		const drawnOver = (): string | undefined => terminal.output().split(enter)[2];
		await terminal.waitFor(() => /Nothing is sent.*quit|Please make.*24/s.test(drawnOver() ?? ''));
		const [before = '', first = ''] = terminal.output().split(enter);
		assert.match(first, columns < 60 ? /Please make/ : /Nothing is sent/);
		assert.equal(await pictureOf(`${before}${enter}${first}`, columns, rows), terminal.picture());
	});
}

/** Preloaded: what comes after the first frame is a while in coming, as from a slow disk. */
const slow = `import {register} from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`
	import {setTimeout} from 'node:timers/promises';
	export async function load(url, context, next) {
		await setTimeout(url.includes('/conduct-') ? 500 : 0);
		return next(url, context);
	}
\`));
`;

test('a key pressed on the first frame is answered when the rest has come', async test => {
	const preload = path.join(await temporaryDirectory(test), 'slow.mjs');
	await writeFile(preload, slow);
	const terminal = await startWizard(test, {
		environment: {NODE_OPTIONS: `--import=${pathToFileURL(preload).href}`},
	});
	await terminal.waitFor(/Nothing is sent/);
	assert.equal(terminal.output().split(enter).length, 2, 'only the first frame stands');
	terminal.type('?');
	await terminal.waitFor(/One row up/);
});
