import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import type {TestContext} from 'node:test';
import type {Key} from '../support/pty/keys.ts';
import {startInTerminal, type Terminal} from '../support/pty/start-in-terminal.ts';
import {type RunOptions, type RunResult, runProgram, startArguments} from '../support/run-program.ts';

/** Variables laid over an otherwise clean environment. */
export type Variables = Readonly<Record<string, string | undefined>>;

export type WizardOptions = {
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	readonly environment?: Variables;
};

/** What a started `simulate` announces, and the environment a client is to have for it. */
export type Simulated = {
	readonly baseUrl: string;
	readonly organizationId: string;
	readonly serviceAccount: string;
	readonly secret: string;
	readonly scimToken: string | null;
	readonly dnsServer: string | null;
	readonly environment: Record<string, string>;
};

/** A directory of its own for one test, removed after it. */
export async function temporaryDirectory(test: TestContext): Promise<string> {
	const directory = await mkdtemp(path.join(tmpdir(), 'mixpanel-harden-e2e-'));
	whenOver(test, () => rm(directory, {recursive: true, force: true}));
	return directory;
}

const endings = new WeakMap<TestContext, (() => Promise<unknown>)[]>();

/**
Tidy up after a test, the latest first: a program still writes into its directory until it has been ended. All of it
is done, whatever fails on the way; the runner's own hooks run in the order of their making and stop at the first failure.
*/
export function whenOver(test: TestContext, tidy: () => Promise<unknown>): void {
	const known = endings.get(test);
	if (known !== undefined) {
		known.push(tidy);
		return;
	}

	const tidies = [tidy];
	endings.set(test, tidies);
	test.after(async () => {
		const failures: unknown[] = [];
		for (const each of tidies.toReversed()) {
			await each().catch((error: unknown) => failures.push(error));
		}

		if (failures.length > 0) {
			throw new AggregateError(failures, 'Not everything could be tidied up');
		}
	});
}

/** The built program in a terminal, ended with the test. */
export async function startWizard(test: TestContext, options: WizardOptions = {}): Promise<Terminal> {
	const {args = [], ...rest} = options;
	const terminal = await startInTerminal({
		command: process.execPath,
		args: [...startArguments.dist, ...args],
		...rest,
	});
	whenOver(test, () => terminal.close());
	return terminal;
}

/** The built program without a terminal, run to its end. */
export async function run(
	args: readonly string[],
	environment: Variables = {},
	options: Partial<RunOptions> = {},
): Promise<RunResult> {
	return runProgram({args, from: 'dist', environment, ...options});
}

/** A simulated organization served by another process of the built program, stopped with the test. */
export async function startSimulate(test: TestContext, args: readonly string[] = []): Promise<Simulated> {
	const child = spawn(process.execPath, [...startArguments.dist, 'simulate', ...args], {
		stdio: ['ignore', 'pipe', 'ignore'],
		env: {PATH: process.env['PATH'] ?? '', HOME: tmpdir()},
	});
	whenOver(test, () => stop(child));
	const lines = createInterface({input: child.stdout});
	const line = await Promise.race([
		once(lines, 'line').then(([first]) => String(first)),
		once(child, 'exit').then(([code]) => Promise.reject(new Error(`simulate ended with ${String(code)}`))),
	]);
	const announced: unknown = JSON.parse(line);
	const {baseUrl, organizationId, serviceAccount, secret, scimToken, dnsServer} = texts(announced);
	assert.ok(baseUrl !== undefined && organizationId !== undefined);
	assert.ok(serviceAccount !== undefined && secret !== undefined);
	return {
		baseUrl,
		organizationId,
		serviceAccount,
		secret,
		scimToken: scimToken ?? null,
		dnsServer: dnsServer ?? null,
		environment: {
			MIXPANEL_BASE_URL: baseUrl,
			MIXPANEL_SERVICE_ACCOUNT: serviceAccount,
			MIXPANEL_SERVICE_ACCOUNT_SECRET: secret,
		},
	};
}

function texts(value: unknown): Record<string, string> {
	assert.ok(typeof value === 'object' && value !== null);
	return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode === null && child.signalCode === null) {
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	}
}

/** The start screen is up and listens: the mark for pastes is set together with the listening for keys. */
export async function atStart(terminal: Terminal): Promise<readonly string[]> {
	const screen = await see(terminal, /Practise .*simulated Mixpanel/, /quit/);
	await terminal.waitFor(() => terminal.output().includes('\u001B[?2004h'));
	return screen;
}

/** Wait until all of it is on one screen. A frame may arrive in pieces. */
export async function see(terminal: Terminal, ...wanted: readonly RegExp[]): Promise<readonly string[]> {
	try {
		return await terminal.waitFor(screen => wanted.every(each => each.test(screen.join('\n'))));
	} catch (error) {
		const missing = wanted.filter(each => !each.test(terminal.screen().join('\n')));
		throw new Error(`Not seen: ${missing.join(' ')}. ${error instanceof Error ? error.message : ''}`);
	}
}

/** The organization has been read to its end. */
export const readToEnd = /read .*\d+ calls/;

/** Start practising and wait until the organization is read and the controls are shown. */
export async function practise(test: TestContext, options: WizardOptions = {}): Promise<Terminal> {
	const terminal = await startWizard(test, options);
	await atStart(terminal);
	await select(terminal, /Practise/, 'down');
	terminal.press('enter');
	await terminal.waitFor(readToEnd);
	return terminal;
}

/** The row under the cursor; empty when there is none. */
export function selected(screen: readonly string[]): string {
	return screen.find(row => row.includes('❯')) ?? '';
}

/** Move the cursor until it is on a row that matches; fails when it no longer moves. */
export async function select(terminal: Terminal, wanted: RegExp, way: 'up' | 'down'): Promise<void> {
	for (;;) {
		const before = await terminal.waitFor(screen => selected(screen) !== '');
		if (wanted.test(selected(before))) {
			return;
		}

		terminal.press(way);
		await terminal.waitFor(screen => selected(screen) !== '' && selected(screen) !== selected(before), 3000);
	}
}

/** Open a control from the list of controls. */
export async function openControl(terminal: Terminal, id: string): Promise<void> {
	const screen = await see(terminal, readToEnd, /^ (?:Level )?L\d /m, /❯/);
	const rows = [id, /❯\s+(\d\.\d)/.exec(selected(screen))?.[1] ?? '9'];
	await select(
		terminal,
		new RegExp(`❯\\s+${id.replace('.', '\\.')}`),
		rows[0] === rows.toSorted()[0] ? 'up' : 'down',
	);
	terminal.press('enter');
	await terminal.waitFor(new RegExp(`^\\s*${id.replace('.', '\\.')} .*·[\\s\\S]*Learn.*Check.*Gap.*Act`));
}

const stageNames = ['Learn', 'Check', 'Gap', 'Act', 'Verify'] as const;

/** The stage whose name is underlined; null when none is. */
export function stageOf(screen: readonly string[]): (typeof stageNames)[number] | null {
	const row = screen.findIndex(line => /Learn.*Check.*Gap.*Act/.test(line));
	const mark = screen[row + 1]?.search(/▔/) ?? -1;
	return stageNames.find(name => mark !== -1 && screen[row]?.indexOf(name) === mark) ?? null;
}

/** The rescue sheet lies over the clicks. */
export function isRescueSheet(screen: readonly string[]): boolean {
	return /Rescue sheet ·/.test(screen[0] ?? '') && /go on/.test(screen.at(-2) ?? screen.at(-1) ?? '');
}

/** Go to a stage of the open control, one Tab after the other; past the rescue sheet where it comes. */
export async function toStage(terminal: Terminal, stage: (typeof stageNames)[number]): Promise<void> {
	for (;;) {
		const now = stageOf(await terminal.waitFor(screen => stageOf(screen) !== null));
		if (now === null || now === stage) {
			return;
		}

		const way: Key = stageNames.indexOf(now) < stageNames.indexOf(stage) ? 'tab' : 'shiftTab';
		terminal.press(way);
		const next = await terminal.waitFor(
			screen => isRescueSheet(screen) || ![null, now].includes(stageOf(screen)),
			3000,
		);
		if (isRescueSheet(next)) {
			terminal.press('enter');
			await terminal.waitFor(screen => stageOf(screen) === 'Act', 3000);
		}
	}
}
