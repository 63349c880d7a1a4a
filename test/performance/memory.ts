import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {promisify} from 'node:util';
import {temporaryHome} from '../support/temporary-home.ts';
import {compare, quantile, ratio, type Samples} from './compare.ts';
import {type Figure, times} from './figure.ts';
import {lastOfStart} from './first-frame.ts';
import {type BareTerminal, startBare} from './in-terminal.ts';
import {type SimulatedOrganization, simulate} from './simulator.ts';
import type {World} from './world.ts';

const down = '\u001B[B';

/** How long a screen stands before it counts as at rest, milliseconds. */
const rest = 300;

/** What a process held of memory, in kibibytes: the most at any time, and at its end without the pages of Node's own file. */
type Held = {readonly peak: number; readonly own: number};

/**
The memory held by the wizard at rest, on its start screen and after a reading, and by `check`. The pages of Node's
file are the same memory for every program that runs on it; what a program adds is the rest.
*/
export async function peakMemory(world: World, turns = 5): Promise<readonly Figure[]> {
	const organization = await simulate(world.program, ['--scenario', 'startup']);
	const screens = (part: keyof Held) => ({
		'bare Ink': async () => (await ofScreen(world, world.bareKeys, 'Ready'))[part],
		'start screen': async () => (await ofScreen(world, world.program, lastOfStart))[part],
		'organization read': async () => (await afterReading(world, organization))[part],
	});
	try {
		const own = await compare(turns, screens('own'), 1);
		const peak = await compare(turns, screens('peak'), 1);
		const commands = await compare(
			turns,
			{
				node: async () => (await ofCommand(world, ['-e', '0'], {})).peak,
				check: async () => (await ofCommand(world, [world.program, 'check'], organization.environment)).peak,
			},
			1,
		);
		return [
			above('memory of its own, wizard at rest, start screen', own, 'start screen', 'bare Ink', '≤ +30 MiB'),
			above(
				'memory of its own, wizard at rest, organization read',
				own,
				'organization read',
				'bare Ink',
				'≤ +30 MiB',
			),
			above('peak memory, start screen', peak, 'start screen', 'bare Ink', ''),
			above('peak memory, organization read', peak, 'organization read', 'bare Ink', ''),
			above('peak memory, check', commands, 'check', 'node', '≤ +150 MiB'),
		];
	} finally {
		await organization.stop();
	}
}

function above(what: string, samples: Samples, name: string, base: string, goal: string): Figure {
	const more = Math.round((quantile(samples, name) - quantile(samples, base)) / 1024);
	return {what, measured: `${times(ratio(samples, name, base), base)}, +${more} MiB`, goal};
}

/** What a command held; a check that finds something counts like any other. */
export async function ofCommand(
	world: World,
	args: readonly string[],
	more: Readonly<Record<string, string>>,
): Promise<Held> {
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
		return await readHeld(file);
	} finally {
		await home.remove();
	}
}

async function readHeld(file: string): Promise<Held> {
	const {peak, own}: Held = JSON.parse(await readFile(file, 'utf8'));
	return {peak, own};
}

/** A screen left standing for a moment and then quit. */
async function ofScreen(world: World, script: string, shown: string): Promise<Held> {
	return inTerminal(world, script, {}, async terminal => {
		await terminal.sees(shown);
	});
}

async function afterReading(world: World, organization: SimulatedOrganization): Promise<Held> {
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
): Promise<Held> {
	const file = path.join(world.directory, 'peak');
	const terminal = await startBare({
		args: ['--import', world.peakReporter, script],
		environment: {...environment, PEAK_FILE: file},
	});
	try {
		await walk(terminal);
		await pause(rest);
		await terminal.end('q');
		return await readHeld(file);
	} finally {
		await terminal.end();
	}
}
