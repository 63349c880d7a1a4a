import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {buildRelease} from '../source/build/release.ts';
import {isRescueSheet, openControl, readToEnd, see, select, toStage} from '../test/end-to-end/program.ts';
import {startInTerminal, type Terminal} from '../test/support/pty/start-in-terminal.ts';
import {root} from '../test/support/run-program.ts';

/** A screen of the wizard: how to come to it from the controls, and what it shows once it is complete. */
type Scene = {
	readonly name: string;
	readonly walk: (terminal: Terminal) => Promise<void>;
};

const small = {columns: 80, rows: 24};
const large = {columns: 120, rows: 40};

const scenes: readonly Scene[] = [
	{
		name: 'controls',
		walk: async () => undefined,
	},
	{
		name: 'learn',
		async walk(terminal) {
			await openControl(terminal, '3.1');
			await toStage(terminal, 'Learn');
		},
	},
	{
		name: 'check',
		walk: terminal => toStage(terminal, 'Check'),
	},
	{
		name: 'gap',
		walk: terminal => toStage(terminal, 'Gap'),
	},
	{
		name: 'act',
		async walk(terminal) {
			await toStage(terminal, 'Act');
			for (const count of [1, 2]) {
				terminal.press('space');
				await see(terminal, new RegExp(`${count} of \\d+ ticked`));
			}
		},
	},
	{
		name: 'attest',
		async walk(terminal) {
			terminal.press('escape');
			await see(terminal, /\bL1\b.* rules decided/);
			await openControl(terminal, '1.1');
			await toStage(terminal, 'Check');
			terminal.type('a');
			await see(terminal, /❯ Your answer/);
			terminal.press('right');
			terminal.press('enter');
			await see(terminal, /❯ What you saw/);
			terminal.type('The card says: Enabled');
			await see(terminal, /card says: Enabled/);
		},
	},
	{
		name: 'help',
		async walk(terminal) {
			// Where words were typed, the second Esc leaves.
			terminal.press('escape');
			await see(terminal, /Esc/);
			terminal.press('escape');
			await see(terminal, /esc back/);
			terminal.type('?');
			await see(terminal, /Break off|One row up/);
		},
	},
];

/** Draw what the terminal shows as `media/<name>.svg`. */
async function draw(terminal: Terminal, name: string): Promise<void> {
	const file = path.join(import.meta.dirname, `${name}.svg`);
	await writeFile(
		file,
		terminal.picture({title: 'mixpanel-harden', description: `mixpanel-harden: ${name}`}),
	);
	console.log(path.relative(root, file));
}

/** Run the wizard on the training organization with nothing kept from before. */
async function withWizard(
	program: string,
	size: {readonly columns: number; readonly rows: number},
	visit: (terminal: Terminal) => Promise<void>,
): Promise<void> {
	await withProgram([program], size, async terminal => {
		await see(terminal, /Practise .*simulated Mixpanel/, /quit/);
		await visit(terminal);
	});
}

async function withProgram(
	args: readonly string[],
	size: {readonly columns: number; readonly rows: number},
	visit: (terminal: Terminal) => Promise<void>,
): Promise<void> {
	const terminal = await startInTerminal({command: process.execPath, args, ...size});
	try {
		await visit(terminal);
	} finally {
		await terminal.close();
	}
}

async function practise(terminal: Terminal): Promise<void> {
	await terminal.waitFor(() => terminal.output().includes('\u001B[?2004h'));
	await select(terminal, /Practise/, 'down');
	terminal.press('enter');
	await terminal.waitFor(readToEnd);
}

const directory = await mkdtemp(path.join(os.tmpdir(), 'mixpanel-harden-media-'));
try {
	await buildRelease(root, directory);
	await writeFile(path.join(directory, 'package.json'), '{"type":"module"}');
	const program = path.join(directory, 'cli.js');
	await withWizard(program, small, async terminal => {
		await draw(terminal, 'start');
		await practise(terminal);
		for (const {name, walk} of scenes) {
			await walk(terminal);
			await draw(terminal, name);
		}
	});
	await withWizard(program, small, async terminal => {
		await terminal.waitFor(() => terminal.output().includes('\u001B[?2004h'));
		await select(terminal, /Read/, 'down');
		terminal.press('enter');
		await select(terminal, /3\.1/, 'down');
		terminal.press('enter');
		await terminal.waitFor(
			screen => !screen.some(row => row.includes('❯')) && /^ 3\.1 /.test(screen[0] ?? ''),
		);
		await draw(terminal, 'guide');
	});
	await withWizard(program, small, async terminal => {
		await practise(terminal);
		terminal.type('p');
		await see(terminal, /hardening report/i);
		await draw(terminal, 'report');
		terminal.press('escape');
		await see(terminal, /\bL1\b.* rules decided/);
		await select(terminal, /5 Compliance/, 'down');
		terminal.press('enter');
		await see(terminal, /As printed/);
		await draw(terminal, 'compliance');
	});
	await withProgram([program, 'train', 'relapse', '--seed', '1'], small, async terminal => {
		await see(terminal, /Welcome back/, /Changed at Mixpanel/, /read just now/, /enter go on/);
		await draw(terminal, 'welcome');
		terminal.type('c');
		await see(terminal, /\bL2\b.* rules decided/);
		terminal.type('h');
		await see(terminal, /assessed +score/, /compare/);
		await draw(terminal, 'history');
	});
	await withWizard(program, small, async terminal => {
		await practise(terminal);
		await openControl(terminal, '1.1');
		await toStage(terminal, 'Gap');
		terminal.press('tab');
		await terminal.waitFor(isRescueSheet);
		await draw(terminal, 'rescue-sheet');
	});
	await withWizard(program, large, async terminal => {
		await practise(terminal);
		await draw(terminal, 'controls-wide');
		await openControl(terminal, '3.1');
		await toStage(terminal, 'Gap');
		await draw(terminal, 'gap-wide');
	});
} finally {
	await rm(directory, {recursive: true, force: true});
}
