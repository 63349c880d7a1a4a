import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {promisify} from 'node:util';
import {temporaryHome} from '../support/temporary-home.ts';
import {compare, quantile, ratio} from './compare.ts';
import type {Figure} from './figure.ts';
import {lastOfStart} from './first-frame.ts';
import {type BareTerminal, startBare} from './in-terminal.ts';
import {type SimulatedOrganization, simulate} from './simulator.ts';
import type {World} from './world.ts';

const down = '\u001B[B';

/** How long a screen stands before it counts as at rest, milliseconds. */
const rest = 300;

/** The most memory held by the wizard at rest, on its start screen and after a reading, and by `check`. */
export async function peakMemory(world: World, turns = 5): Promise<readonly Figure[]> {
	const organization = await simulate(world.program, ['--scenario', 'startup']);
	try {
		const samples = await compare(
			turns,
			{
				node: () => ofCommand(world, ['-e', '0'], {}),
				check: () => ofCommand(world, [world.program, 'check'], organization.environment),
				'bare Ink': () => ofScreen(world, world.bareKeys, 'Ready'),
				start: () => ofScreen(world, world.program, lastOfStart),
				'after reading': () => afterReading(world, organization),
			},
			1,
		);
		const above = (what: string, name: string, base: string, goal: string): Figure => ({
			what: `peak memory, ${what}`,
			measured: `${ratio(samples, name, base).toFixed(2)} × ${base}, +${mebibytes(quantile(samples, name) - quantile(samples, base))} MiB`,
			goal,
		});
		return [
			above('bare Ink', 'bare Ink', 'node', ''),
			above('wizard at rest, start screen', 'start', 'bare Ink', '≤ +30 MiB'),
			above('wizard at rest, organization read', 'after reading', 'bare Ink', '≤ +30 MiB'),
			above('check', 'check', 'node', '≤ +150 MiB'),
		];
	} finally {
		await organization.stop();
	}
}

function mebibytes(kibibytes: number): number {
	return Math.round(kibibytes / 1024);
}

/** The most memory a command held, in kibibytes; a check that finds something counts like any other. */
export async function ofCommand(
	world: World,
	args: readonly string[],
	more: Readonly<Record<string, string>>,
): Promise<number> {
	const home = await temporaryHome();
	try {
		const file = path.join(home.directory, 'peak');
		await promisify(execFile)(process.execPath, ['--import', world.peakReporter, ...args], {
			env: {...home.environment, ...more, PEAK_FILE: file},
		}).catch((error: unknown) => {
			// A check that finds something says so with its exit code.
			if (!(error instanceof Error && 'code' in error && error.code === 1)) {
				throw error;
			}
		});
		return Number(await readFile(file, 'utf8'));
	} finally {
		await home.remove();
	}
}

/** A screen left standing for a moment and then quit. */
async function ofScreen(world: World, script: string, shown: string): Promise<number> {
	return inTerminal(world, script, {}, async terminal => {
		await terminal.sees(shown);
	});
}

async function afterReading(world: World, organization: SimulatedOrganization): Promise<number> {
	return inTerminal(world, world.program, organization.environment, async terminal => {
		await terminal.sees(lastOfStart);
		terminal.send(`${down}\r`);
		// `read just now, 31 calls`
		await terminal.sees(' calls');
	});
}

async function inTerminal(
	world: World,
	script: string,
	environment: Readonly<Record<string, string>>,
	walk: (terminal: BareTerminal) => Promise<void>,
): Promise<number> {
	const file = path.join(world.directory, 'peak');
	const terminal = await startBare({
		args: ['--import', world.peakReporter, script],
		environment: {...environment, PEAK_FILE: file},
	});
	try {
		await walk(terminal);
		await pause(rest);
		await terminal.end('q');
		return Number(await readFile(file, 'utf8'));
	} finally {
		await terminal.end();
	}
}
