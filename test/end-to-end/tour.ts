import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {TestContext} from 'node:test';
import {type SimulatorOptions, startSimulator} from '../../source/training/start-simulator.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {leaveParked, organization, plantedAt} from './parked-session.ts';
import {
	isRescueSheet,
	readToEnd,
	see,
	select,
	selected,
	startWizard,
	temporaryDirectory,
	toStage,
	whenOver,
} from './program.ts';

/** A screen of the wizard and the way to it. */
export type Stop = {
	readonly name: string;
	/** Where the way begins; at the list of controls unless told. */
	readonly from?: (terminal: Terminal) => Promise<void>;
	readonly go: (terminal: Terminal) => Promise<unknown>;
	/** What its footer begins with: the keys that no other screen shows there. */
	readonly footer: RegExp;
	/** Where letters are text. */
	readonly isTyping?: true;
};

/** The wizard connected to a simulated organization, on its start screen, with the session of `leaveParked` to come back to. */
export async function startParked(
	test: TestContext,
	options: {
		readonly faults?: readonly string[];
		readonly dialects?: SimulatorOptions['dialects'];
		/** Words for the program. */
		readonly args?: readonly string[];
		readonly more?: readonly SessionEvent[];
		readonly columns?: number;
		readonly rows?: number;
	} = {},
): Promise<Terminal> {
	const {faults = [], dialects = {}, args = [], more, ...size} = options;
	const state = await temporaryDirectory(test);
	await leaveParked(test, state, more);
	const simulator = await startSimulator({
		...organization,
		plantedAt,
		now: () => new Date(),
		faults,
		dialects,
	});
	whenOver(test, () => simulator.close());
	simulator.act({
		type: 'classify_property',
		project: 'shop',
		property: {name: '$phone', resourceType: 'User'},
		sensitive: true,
	});
	const terminal = await startWizard(test, {
		args: ['--state-dir', state, ...args],
		environment: {
			MIXPANEL_BASE_URL: simulator.baseUrl,
			MIXPANEL_SERVICE_ACCOUNT: simulator.serviceAccount,
			MIXPANEL_SERVICE_ACCOUNT_SECRET: simulator.secret.reveal(),
			// No browser opens.
			PATH: '/nowhere',
		},
		...size,
	});
	await see(terminal, /❯ Resume Harbour Example/);
	return terminal;
}

/** A file to take in as evidence, removed with the test. */
export async function exportedLog(test: TestContext): Promise<string> {
	const file = path.join(await temporaryDirectory(test), 'log.csv');
	const at = new Date(Date.now() - 86_400_000).toISOString();
	await writeFile(
		file,
		`Date and Time,User,Action,IP Address,Project or Org\n${at},raj@corp.example,session.logged_in,203.0.113.7,Acme\n`,
	);
	return file;
}

/** Until the list of controls is there, from wherever it can be reached. */
export async function toList(terminal: Terminal): Promise<void> {
	for (let times = 0; ; times += 1) {
		const before = terminal.screen().join('\n');
		if (/^ (Level )?L\d /m.test(before)) {
			return;
		}

		assert.ok(times < 10, before);
		if (/❯ Resume/.test(before)) {
			terminal.press('enter');
			await see(terminal, /Welcome back/, readToEnd);
			terminal.type('c');
			await see(terminal, /^ (Level )?L\d /m);
		} else {
			terminal.press('escape');
			await drawn(terminal, before);
		}
	}
}

/** Another frame than before, nothing under way, and nothing more written for a moment: a frame may arrive in pieces. */
export async function drawn(terminal: Terminal, before: string): Promise<void> {
	await terminal.waitFor(screen => screen.join('\n') !== before, 2000).catch(() => undefined);
	await terminal.waitFor(screen => !/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/.test(screen.join('\n')));
	for (let length = -1; length !== terminal.output().length; ) {
		const {length: written} = terminal.output();
		length = written;
		await terminal.waitFor(() => terminal.output().length !== written, 60).catch(() => undefined);
	}
}

/** Open a control, past the rescue sheet where it comes. */
export async function enter(terminal: Terminal, id: string): Promise<void> {
	const row = new RegExp(`❯ +${id.replace('.', '\\.')} `);
	terminal.press('home');
	await see(terminal, /❯ +1\.1 /);
	await select(terminal, row, 'down');
	terminal.press('enter');
	await terminal.waitFor(screen => isRescueSheet(screen) || /Learn.*Check.*Gap.*Act/.test(screen.join('\n')));
	if (isRescueSheet(terminal.screen())) {
		terminal.press('enter');
	}
}

type Stage = Parameters<typeof toStage>[1];

/** To a stage of a control and a row of it, then the keys. */
function at(control: string, stage: Stage, row: RegExp | null = null, keys = '') {
	return async (terminal: Terminal): Promise<void> => {
		await enter(terminal, control);
		await toStage(terminal, stage);
		if (row !== null) {
			terminal.press('home');
			await terminal.waitFor(screen => selected(screen) !== '');
			await select(terminal, row, 'down');
		}

		terminal.type(keys);
	};
}

function keys(typed: string) {
	return async (terminal: Terminal): Promise<void> => terminal.type(typed);
}

/** The screens on the way through an organization. */
export const stops: readonly Stop[] = [
	{name: 'controls', go: keys(''), footer: /^ enter open {2}n next/},
	{name: 'news', go: keys('c'), footer: /^ enter go on {2}n next/},
	{name: 'Learn', go: at('3.1', 'Learn'), footer: /^ enter next stage {2}s clicks {2}n note/},
	{name: 'Check', go: at('3.1', 'Check'), footer: /^ enter next stage {2}s clicks {2}/},
	{name: 'Gap', go: at('3.1', 'Gap', /etl\./), footer: /^ enter next stage .*x exempt/},
	{name: 'Act', go: at('1.1', 'Act'), footer: /^ space done/},
	{name: 'a question', go: at('3.1', 'Act', /❯ ○ by hand/), footer: /^ enter answer/},
	{name: 'values', go: at('1.1', 'Act', /6 {2}Create the Mixpanel app/, 'y'), footer: /^ enter copy/},
	{name: 'rescue sheet', go: at('1.1', 'Act', null, 's'), footer: /^ enter go on {2}s save/},
	{name: 'Verify', go: at('3.1', 'Verify'), footer: /^ r read again {2}/},
	{name: 'exempting', go: at('3.1', 'Gap', /Every account expires/, 'x'), footer: /^ enter exempt/},
	{name: 'a register', go: at('3.1', 'Check', /Purpose and owner/, 'a'), footer: /^ enter record/},
	{name: 'comparing', go: keys('v'), footer: /^ enter compare {2}esc/},
	{name: 'waivers', go: keys('W'), footer: /^ enter renew/},
	{name: 'section 5', go: at5, footer: /^ enter open {2}esc back/},
	{name: 'beyond the guide', go: keys('b'), footer: /^ esc back {2}↑↓ move/},
	{name: 'history', go: keys('h'), footer: /^ enter compare {2}m mark/},
	{name: 'two assessments', go: keys('h\r'), footer: /^ esc back {2}↑↓ move/},
	{name: 'report', go: keys('p'), footer: /^ enter save/},
	{name: 'help', go: keys('?'), footer: /^ esc back/},
	{name: 'a form', go: at('3.1', 'Learn', null, 'n'), footer: /^ enter .*esc cancel$/, isTyping: true},
	{name: 'a choice', go: at('4.1', 'Check', /four groups/, 'a'), footer: /^ ←→ choose/, isTyping: true},
	{name: 'filter', go: at('3.1', 'Gap', null, '/'), footer: /^ enter .*esc cancel$/, isTyping: true},
	{name: 'choosing what to change', go: at('3.2', 'Gap', /not classified/, 'f'), footer: /^ space choose/},
	{
		name: 'before a change',
		go: at('3.2', 'Gap', /not classified/, 'f\r'),
		footer: /^ enter go on {2}esc back {2}↑↓ move {2}\? keys$/,
	},
	{name: 'after a change', go: change, footer: /^ enter go back {2}u undo/},
];

/** The screens before an organization is opened. */
export const outerStops: readonly Stop[] = [
	{name: 'start', from: toStart, go: async () => undefined, footer: /^ enter open {2}↑↓ move/},
	{name: 'the guide', from: toStart, go: read, footer: /^ enter open {2}esc back/},
	{
		name: 'a chapter',
		from: toStart,
		async go(terminal) {
			await read(terminal);
			terminal.press('enter');
		},
		footer: /^ esc back/,
	},
];

/** Until the start screen is there with nothing being opened. */
async function toStart(terminal: Terminal): Promise<void> {
	for (let times = 0; !/Hardening Guide$/.test(terminal.screen()[0] ?? ''); times += 1) {
		assert.ok(times < 10, terminal.screen().join('\n'));
		const before = terminal.screen().join('\n');
		terminal.press('escape');
		await drawn(terminal, before);
	}
}

async function read(terminal: Terminal): Promise<void> {
	await select(terminal, /Read/, 'down');
	terminal.press('enter');
	await see(terminal, /The guide/, /esc back/);
}

/** Classify the property that is selected, and see it done. */
async function change(terminal: Terminal): Promise<void> {
	await at('3.2', 'Gap', /not classified/, 'f\r')(terminal);
	await see(terminal, /What follows/);
	// What is pressed before the page has been in sight for a moment is not taken: press again.
	for (let times = 0; !/Yes, /.test(selected(terminal.screen())); times += 1) {
		assert.ok(times < 60, terminal.screen().join('\n'));
		terminal.press('down');
		await terminal.waitFor(screen => /Yes, /.test(selected(screen)), 200).catch(() => undefined);
	}

	terminal.press('enter');
	await see(terminal, /✔ .*classified/);
}

async function at5(terminal: Terminal): Promise<void> {
	terminal.press('end');
	await see(terminal, /❯ \+ Beyond/);
	await select(terminal, /5 Compliance/, 'up');
	terminal.press('enter');
}

/** Go to a stop, from wherever one is. */
export async function arrive(terminal: Terminal, stop: Stop): Promise<void> {
	await (stop.from ?? toList)(terminal);
	await stop.go(terminal);
	await terminal
		.waitFor(screen => stop.footer.test(footerOf(screen)), 5000)
		.catch(() => assert.fail(`${stop.name} is not there:\n${terminal.screen().join('\n')}`));
	await drawn(terminal, '');
}

/** The row of the keys. */
export function footerOf(screen: readonly string[]): string {
	return screen.at(-2) ?? '';
}
