import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {type Key, keys} from '../support/pty/keys.ts';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {see, startWizard} from './program.ts';
import {arrive, drawn, footerOf, outerStops, type Stop, startParked, stops} from './tour.ts';

/** Tall enough for all of a help screen, wide enough for all of a footer. */
const size = {columns: 120, rows: 60};

/** Keys as footer and help write them, where they are no single character. */
const named: ReadonlyMap<string, Key> = new Map([
	['enter', 'enter'],
	['esc', 'escape'],
	['space', 'space'],
	['tab', 'tab'],
	['shift+tab', 'shiftTab'],
	['left', 'left'],
	['right', 'right'],
	['up', 'up'],
	['down', 'down'],
	['backspace', 'backspace'],
]);

/** They move, lead out of the program or open the help: looked at apart from the others, or in tests of their own. */
const apart = /^(up|down|[jkgG]|pgup|pgdn|home|end|q|\?|ctrl\+[cz])$/;

/** The footer of the help. */
const onlyBack = /^ esc back {2}↑↓ move$/;

describe('every key that is shown works, and no other', {concurrency: 2, timeout: 240_000}, () => {
	// Two parts that run side by side.
	for (const part of [0, 1]) {
		test(`on the screens of an organization, part ${part + 1}`, async test => {
			const terminal = await startParked(test, size);
			const pressed = new Set<string>();
			for (const [index, stop] of stops.entries()) {
				if (index % 2 === part) {
					await pressEach(terminal, stop, pressed);
				}
			}

			terminal.press('ctrlC');
			assert.deepEqual(await terminal.exit, {code: 130, signal: null});
		});
	}

	test('on the start screen and in the guide', async test => {
		const terminal = await startWizard(test, size);
		await see(terminal, /❯ Practise/, /quit/);
		const pressed = new Set<string>();
		for (const stop of outerStops) {
			await pressEach(terminal, stop, pressed);
		}
	});
});

/**
Press all that a screen shows in its footer, and what its help lists besides, which is `pressed` only once however
many screens have it. What neither of them names does nothing.
*/
async function pressEach(terminal: Terminal, stop: Stop, pressed: Set<string>): Promise<void> {
	await arrive(terminal, stop);
	const [heading = ''] = terminal.screen();
	const shown = shownKeys(terminal.screen());
	await nothingBy(terminal, stop);
	if (stop.isTyping !== true) {
		await movesIfItCan(terminal);
	}

	const listed =
		stop.isTyping || stop.name === 'help' ? new Map<string, string>() : await listedKeys(terminal);
	if (listed.size > 0) {
		const unlisted = shown.filter(key => key !== '?' && !listed.has(key));
		assert.deepEqual(unlisted, [], `${stop.name}: in the footer, not in the help`);
	}

	const more = [...listed].filter(([key, words]) => !pressed.has(`${key} ${words}`));
	for (const key of new Set([...shown, ...more.map(([name]) => name)])) {
		if (!apart.test(key)) {
			pressed.add(`${key} ${listed.get(key)}`);
			await answers(terminal, stop, key);
			await comeBack(terminal, stop, heading);
		}
	}
}

async function answers(terminal: Terminal, stop: Stop, key: string): Promise<void> {
	if (key === 'left') {
		// Away from the first choice, before which there is none.
		const first = terminal.screen().join('\n');
		terminal.press('right');
		await drawn(terminal, first);
	}

	const before = frameOf(terminal);
	// What is pressed in the first moment of a confirmation is not taken: it is pressed again.
	for (let times = 0; times < 4; times += 1) {
		send(terminal, key);
		const seen = await terminal.waitFor(() => frameOf(terminal) !== before, 1500).catch(() => null);
		if (seen !== null) {
			await drawn(terminal, '');
			return;
		}
	}

	assert.fail(`${stop.name}: ${key} does nothing:\n${before}`);
}

/** Back at a stop, nothing said and nothing open over it. */
async function comeBack(terminal: Terminal, stop: Stop, heading: string): Promise<void> {
	const isThere = (): boolean =>
		stop.footer.test(footerOf(terminal.screen())) && terminal.screen()[0] === heading;
	if (!isThere() && !stop.isTyping) {
		const before = terminal.screen().join('\n');
		terminal.press('escape');
		await drawn(terminal, before);
	}

	if (isThere() && !stop.isTyping && hasMessage(terminal)) {
		await afterHelp(terminal);
	}

	if (!isThere()) {
		await arrive(terminal, stop);
	}
}

/** No keys of ours, and then one whose answer shows that they have been read. */
async function nothingBy(terminal: Terminal, stop: Stop): Promise<void> {
	const before = frameOf(terminal);
	for (const key of stop.isTyping ? ['\u0007', '\u001B[15~'] : ['Z', '\u0007', '\u001B[15~']) {
		terminal.type(key);
	}

	await (stop.isTyping ? typedAndErased(terminal, before) : afterHelp(terminal));
	assert.equal(frameOf(terminal), before, `${stop.name}: a key that is not listed`);
}

/** Down and up, where there is more than one row. */
async function movesIfItCan(terminal: Terminal): Promise<void> {
	if (!/↑↓ move/.test(footerOf(terminal.screen())) || isHelp(terminal.screen())) {
		return;
	}

	terminal.type('G');
	await afterHelp(terminal);
	const bottom = frameOf(terminal);
	terminal.type('g');
	await afterHelp(terminal);
	const top = frameOf(terminal);
	if (bottom !== top) {
		terminal.press('down');
		await terminal.waitFor(() => frameOf(terminal) !== top);
		terminal.press('up');
		await terminal.waitFor(() => frameOf(terminal) === top);
	}
}

function isHelp(screen: readonly string[]): boolean {
	return /^ Keys {3}/.test(screen[0] ?? '');
}

/** The help over the screen and away again: what was pressed before has been answered by then. */
async function afterHelp(terminal: Terminal): Promise<void> {
	if (isHelp(terminal.screen())) {
		return;
	}

	terminal.type('?');
	await terminal.waitFor(screen => isHelp(screen) && onlyBack.test(footerOf(screen)));
	terminal.press('escape');
	await terminal.waitFor(screen => !isHelp(screen) && /\? keys/.test(footerOf(screen)));
	await drawn(terminal, '');
}

async function typedAndErased(terminal: Terminal, before: string): Promise<void> {
	const [there, back] = /←→/.test(footerOf(terminal.screen()))
		? ([keys.tab, keys.shiftTab] as const)
		: (['w', keys.backspace] as const);
	terminal.type(there);
	await terminal.waitFor(() => frameOf(terminal) !== before);
	terminal.type(back);
	await terminal.waitFor(() => frameOf(terminal) === before, 3000).catch(() => undefined);
}

/** The keys in the footer. */
function shownKeys(screen: readonly string[]): readonly string[] {
	return footerOf(screen)
		.trim()
		.split('  ')
		.map(entry => entry.split(' ')[0] ?? '')
		.flatMap(key => ({'↑↓': [], '←→': ['right', 'left']})[key] ?? [key]);
}

/** The keys in the help that work now, each with what it says of them. */
async function listedKeys(terminal: Terminal): Promise<ReadonlyMap<string, string>> {
	terminal.type('?');
	await terminal.waitFor(screen => isHelp(screen) && onlyBack.test(footerOf(screen)));
	await drawn(terminal, '');
	const rows = terminal.screen().slice(1, -3);
	const end = rows.findIndex(row => /^ (Not now|Words)$/.test(row));
	const listed = (end === -1 ? rows : rows.slice(0, end))
		.filter(row => /^ {3}\S/.test(row))
		.flatMap(row =>
			row
				.slice(3, 21)
				.trim()
				.split('  ')
				.map(key => [key, row.slice(21).trim()] as const),
		);
	assert.ok(listed.length > 3, rows.join('\n'));
	terminal.press('escape');
	await terminal.waitFor(screen => !isHelp(screen));
	await drawn(terminal, '');
	return new Map(listed);
}

function send(terminal: Terminal, key: string): void {
	const name = named.get(key);
	assert.ok(name !== undefined || key.length === 1, key);
	terminal.type(name === undefined ? key : keys[name]);
}

/** The screen without what time alone changes, and the chart that follows a record. */
function frameOf(terminal: Terminal): string {
	return terminal
		.screen()
		.join('\n')
		.replaceAll(/read (just now|[^,\n]* ago), /g, '')
		.replaceAll(/\d+ (seconds?|minutes?) ago|just now/g, '')
		.replaceAll(/[▁-█]/g, '')
		.replaceAll(/ +/g, ' ');
}

/** Something is said above the footer. */
function hasMessage(terminal: Terminal): boolean {
	return !/^( ↓ \d+ more below)?$/.test(terminal.screen().at(-3) ?? '');
}
