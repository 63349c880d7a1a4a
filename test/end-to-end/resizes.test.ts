import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import headless from '@xterm/headless';
import type {Terminal} from '../support/pty/start-in-terminal.ts';
import {selected} from './program.ts';
import {arrive, footerOf, outerStops, type Stop, startParked, stops} from './tour.ts';

type Size = {readonly columns: number; readonly rows: number};

const first: Size = {columns: 120, rows: 40};
const tooSmall: Size = {columns: 40, rows: 10};
const others: readonly Size[] = [{columns: 60, rows: 20}, tooSmall, {columns: 80, rows: 24}];

describe('whatever is on the screen follows the terminal', {concurrency: 2, timeout: 120_000}, () => {
	// The longer way in two parts that run side by side.
	for (const [where, way] of [
		['in an organization, part 1', stops.filter((_, index) => index % 2 === 0)],
		['in an organization, part 2', stops.filter((_, index) => index % 2 === 1)],
		['before one is opened', outerStops],
	] as const) {
		test(`from 120 by 40 to 60 by 20, to where nothing fits, to 80 by 24 and back, ${where}`, async test => {
			const terminal = await startParked(test, first);
			for (const stop of way) {
				await followsEach(terminal, stop);
			}

			terminal.press('ctrlC');
			assert.deepEqual(await terminal.exit, {code: 130, signal: null});
		});
	}
});

/**
A terminal that becomes narrower has the program draw all of it anew: what is written from then on goes to a blank one
as well, and both show the same, so nothing is left over from before.
*/
async function followsEach(terminal: Terminal, stop: Stop): Promise<void> {
	await arrive(terminal, stop);
	const before = terminal.screen();
	let blank: headless.Terminal | null = null;
	let columns = first.columns;
	for (const size of [...others, first]) {
		const {length} = terminal.output();
		await settle(terminal, size);
		const screen = terminal.screen();
		const told = `${stop.name} at ${size.columns} by ${size.rows}:\n${screen.join('\n')}`;
		if (blank === null || size.columns < columns) {
			blank?.dispose();
			blank = new headless.Terminal({cols: size.columns, rows: size.rows, allowProposedApi: true});
			await write(blank, '\u001B[?1049h');
		} else {
			blank.resize(size.columns, size.rows);
		}

		({columns} = size);
		await write(blank, terminal.output().slice(length));
		assert.deepEqual(screen, shownBy(blank), told);
		if (size === tooSmall) {
			assert.equal(screen.filter(row => row !== '').length, 1, told);
			continue;
		}

		// A row too long, or one too many, moves the first or the last.
		assert.equal(screen[0]?.slice(0, 8), before[0]?.slice(0, 8), told);
		assert.equal(footerOf(screen).slice(0, 5), footerOf(before).slice(0, 5), told);
		assert.equal(screen.at(-1), '', told);
		// Where a page has to be read on first, its choice is below.
		assert.ok([rowOf(before), ''].includes(rowOf(screen)), told);
	}

	blank?.dispose();
	assert.deepEqual(terminal.screen().map(withoutAge), before.map(withoutAge), stop.name);
}

/** Until the program has drawn for that size. */
async function settle(terminal: Terminal, {columns, rows}: Size): Promise<void> {
	const {length} = terminal.output();
	terminal.resize(columns, rows);
	await terminal.waitFor(
		screen =>
			terminal.output().length > length &&
			(columns < 60 || rows < 20
				? /^Please make the terminal/.test(screen[0] ?? '')
				: /\? keys|esc /.test(footerOf(screen))),
	);
	await quiet(terminal);
}

/** Until nothing more is written for a moment: a frame may arrive in pieces. */
async function quiet(terminal: Terminal): Promise<void> {
	for (let length = -1; length !== terminal.output().length; ) {
		const {length: written} = terminal.output();
		length = written;
		await terminal.waitFor(() => terminal.output().length !== written, 60).catch(() => undefined);
	}
}

function shownBy({buffer, rows}: headless.Terminal): readonly string[] {
	return Array.from({length: rows}, (_, row) => buffer.active.getLine(row)?.translateToString(true) ?? '');
}

async function write(screen: headless.Terminal, text: string): Promise<void> {
	await new Promise<void>(resolve => {
		screen.write(text, resolve);
	});
}

/** What tells the selected row from the others at every width. */
function rowOf(screen: readonly string[]): string {
	return /❯ *(.{0,7})/.exec(selected(screen))?.[1]?.trimEnd() ?? '';
}

function withoutAge(row: string): string {
	return row.replace(/read .*$| +[▁-█]+$/, '').trimEnd();
}
