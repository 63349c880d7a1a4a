import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import type {TestContext} from 'node:test';
import {startInTerminal, type Terminal} from '../support/pty/start-in-terminal.ts';
import {startArguments} from '../support/run-program.ts';
import {whenOver} from './program.ts';

/** A shell with job control, as a person has it, in a terminal of its own. */
export type JobShell = {
	readonly terminal: Terminal;
	/** Run a command line; resolves to what it printed once the prompt is back. */
	readonly say: (line: string) => Promise<string>;
	/** Start the built program as its job in the foreground. */
	readonly start: (...args: readonly string[]) => void;
	/** Until the prompt stands open, nothing typed at it. */
	readonly prompt: () => Promise<readonly string[]>;
	/** The settings of the terminal. */
	readonly settings: () => Promise<string>;
	/** Process number of the program. */
	readonly job: () => Promise<number>;
};

const prompt = 'job-shell>';

/** Start one, ended with the test together with what it runs. */
export async function startJobShell(
	test: TestContext,
	size: {readonly columns?: number; readonly rows?: number} = {},
): Promise<JobShell> {
	const terminal = await startInTerminal({
		command: '/bin/sh',
		args: ['-i'],
		environment: {PS1: `${prompt} `, ENV: undefined},
		...size,
	});
	let pid: number | null = null;
	whenOver(test, async () => {
		// A stopped job outlives its shell when that is killed.
		endQuietly(pid);
		await terminal.close();
	});
	const isOpen = (screen: readonly string[]): boolean =>
		!terminal.isAlternateScreen() && screen[terminal.cursor().row]?.trim() === prompt;
	const open = (): Promise<readonly string[]> => terminal.waitFor(isOpen);
	const said = (): string => terminal.scrollback().join('\n').trimEnd();
	const say = async (line: string): Promise<string> => {
		await open();
		const before = said().length;
		terminal.type(`${line}\r`);
		await terminal.waitFor(screen => isOpen(screen) && said().length > before + line.length + prompt.length);
		return said()
			.slice(before)
			.replace(line, '')
			.replace(new RegExp(`${prompt}$`), '')
			.trim();
	};

	await open();
	await say('set -m');
	return {
		terminal,
		say,
		prompt: open,
		start(...args) {
			const words = [process.execPath, ...startArguments.dist, ...args];
			terminal.type(`${words.map(word => `'${word}'`).join(' ')}\r`);
		},
		settings: async () => (await say('stty -g')).replaceAll('\n', ''),
		async job() {
			pid ??= await firstChild(terminal.pid);
			return pid;
		},
	};
}

/** The state of a process as the system tells it: `T` stopped, `S` asleep; null when it is gone. */
export async function stateOf(pid: number): Promise<string | null> {
	const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
	return text === null ? null : (/\) (\S)/.exec(text)?.[1] ?? null);
}

async function firstChild(parent: number): Promise<number> {
	const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8');
	const pid = Number(children.trim().split(' ').at(-1));
	assert.ok(pid > 1, 'the shell runs nothing');
	return pid;
}

function endQuietly(pid: number | null): void {
	try {
		if (pid !== null) {
			process.kill(pid, 'SIGKILL');
		}
	} catch {
		// It has ended.
	}
}
