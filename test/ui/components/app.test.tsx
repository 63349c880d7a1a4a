import assert from 'node:assert/strict';
import {afterEach, before, describe, test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {Box, type Instance, render, renderToString} from 'ink';
import {App} from '../../../source/ui/components/app.tsx';
import {LineView} from '../../../source/ui/components/line-view.tsx';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import type {Effect} from '../../../source/ui/state/effect.ts';
import {textOf} from '../../../source/ui/state/text-field.ts';
import {createStore, type Store} from '../../../source/ui/store.ts';
import {picture, sizes} from '../picture.ts';
import {attestOf, controlOf, inside, live, noteOf, tell} from '../story.ts';
import {type Found, now, openedEvent, readOrganization, started} from '../world.ts';
import {type FakeTerminal, fakeTerminal} from './fake-terminal.ts';

const timeout = 60_000;
const esc = '\u001B';

describe('the wizard in a terminal', {timeout}, () => {
	let found: Found;
	const mounted: Instance[] = [];
	before(async () => {
		found = await readOrganization('startup');
	});
	afterEach(() => {
		for (const app of mounted.splice(0)) {
			app.unmount();
		}
	});

	type Mounted = {readonly store: Store; readonly terminal: FakeTerminal; readonly effects: Effect[]};

	function mount(state: AppState, columns = 80, rows = 24): Mounted {
		const effects: Effect[] = [];
		const store = createStore(
			state,
			() => now,
			effect => effects.push(effect),
		);
		const terminal = fakeTerminal(columns, rows);
		mounted.push(
			render(<App store={store} />, {
				stdin: terminal.stdin,
				stdout: terminal.stdout,
				debug: true,
				exitOnCtrlC: false,
				patchConsole: false,
				interactive: true,
			}),
		);
		return {store, terminal, effects};
	}

	/** Resolves once the store holds what is wanted. */
	async function until(store: Store, wanted: (state: AppState) => boolean): Promise<void> {
		while (!wanted(store.get())) {
			await new Promise<void>(resolve => {
				const stop = store.subscribe(() => {
					stop();
					resolve();
				});
			});
		}
	}

	/** The row of a control in its list, opened. */
	function opened(id: string): AppState {
		const list = inside(found);
		const row = list.controls.findIndex(control => control.id === id);
		return live(list, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
	}

	test('it draws the start', async () => {
		const {terminal} = mount(started());
		await terminal.shows(/❯ Practise/);
		assert.deepEqual(
			terminal.lines().map(line => line.trimEnd()),
			picture(started(), {columns: 80, rows: 24}),
		);
	});

	test('being told its size as it is changes nothing', () => {
		const state = inside(found);
		const {columns, rows} = state;
		assert.equal(tell(state, {type: 'resized', columns, rows}).state, state);
		assert.equal(tell(state, {type: 'resized', columns: 60, rows}).state.columns, 60);
	});

	test('what it draws is what the screens say, at every size', async () => {
		for (const size of sizes) {
			const state = opened('3.1');
			const {terminal} = mount(state, size.columns, size.rows);
			await terminal.shows(/Every account is in use/);
			assert.deepEqual(
				terminal.lines().map(line => line.trimEnd()),
				picture(state, size),
			);
		}
	});

	test('a line without text still takes its row', () => {
		const drawn = renderToString(
			<Box flexDirection='column'>
				<LineView
					line={[
						{text: 'one', bold: true},
						{text: ' two', tone: 'dim'},
					]}
				/>
				<LineView line={[]} />
				<LineView line={[{text: 'three'}]} />
			</Box>,
		);
		assert.deepEqual(
			stripVTControlCharacters(drawn)
				.split('\n')
				.map(line => line.trimEnd()),
			['one two', '', 'three'],
		);
	});

	test('keys move, open and go back', async () => {
		const {store, terminal, effects} = mount(inside(found));
		await terminal.shows(/❯ 4\.1/);
		terminal.press('k');
		await terminal.shows(/❯ 3\.2/);
		terminal.press('\u001B[A');
		await terminal.shows(/❯ 3\.1/);
		terminal.press('\r');
		await terminal.shows(/Learn ─ Check ─ Gap ─ Act ─ Verify/);
		assert.equal(controlOf(store.get()).control, '3.1');
		terminal.press('?');
		await terminal.shows(/Keys {3}in a control/);
		terminal.press(esc);
		await terminal.shows(/❯ ✖/);
		terminal.press(esc);
		await terminal.shows(/❯ 3\.1/);
		terminal.press('q');
		assert.deepEqual(effects.at(-1), {type: 'leave', outcome: {kind: 'quit'}});
	});

	test('keys that arrive together are pressed one after the other', async () => {
		const {store, terminal} = mount(inside(found));
		await terminal.shows(/❯ 4\.1/);
		terminal.press('gjjj');
		await terminal.shows(/❯ 2\.1/);
		terminal.press('jj\r');
		await until(store, state => state.screen.kind === 'control');
		assert.equal(controlOf(store.get()).control, '2.3');
	});

	test('letters in a form are text, and what they mean elsewhere does not happen', async () => {
		const {store, terminal, effects} = mount(opened('4.1'));
		const before = effects.length;
		terminal.press('n');
		await terminal.shows(/A note stays on this machine/);
		terminal.press('q?/ an');
		terminal.press('\u007F');
		await terminal.shows(/q\?\/ a/);
		assert.equal(textOf(noteOf(store.get()).text), 'q?/ a');
		assert.equal(effects.length, before);
	});

	test('a paste is text in a field, whatever line breaks it holds, and nothing elsewhere', async () => {
		const {store, terminal, effects} = mount(opened('4.1'));
		terminal.press('\u001B[200~q\r\nq\u001B[201~');
		terminal.press('a');
		await terminal.shows(/Your answer/);
		terminal.press('y');
		terminal.press('\r');
		await until(store, state => attestOf(state).field === 'seen');
		terminal.press('\u001B[200~one\r\ntwo\u001B[201~');
		await terminal.shows(/one two/);
		assert.equal(attestOf(store.get()).field, 'seen');
		assert.deepEqual(effects, []);
	});

	test('Ctrl-C breaks off from anywhere, a form included', async () => {
		const {terminal, effects} = mount(opened('4.1'));
		terminal.press('n');
		await terminal.shows(/A note stays/);
		terminal.press('\u0003');
		assert.deepEqual(effects.at(-1), {type: 'leave', outcome: {kind: 'interrupted'}});
	});

	test('too small a terminal says so in one line, does nothing blindly, and recovers', async () => {
		const {store, terminal, effects} = mount(inside(found));
		await terminal.shows(/❯ 4\.1/);
		terminal.resize(59, 24);
		await terminal.shows(/at least 60×20; it is 59×24\./);
		assert.equal(terminal.lines().filter(line => line.trim() !== '').length, 1);
		const {screen} = store.get();
		terminal.press('l');
		terminal.press('\r');
		assert.deepEqual(store.get().screen, screen);
		assert.deepEqual(effects, []);
		terminal.resize(80, 19);
		await terminal.shows(/it is 80×19\./);
		terminal.resize(1, 1);
		await terminal.shows(/^\S?$/);
		terminal.resize(60, 20);
		await terminal.shows(/❯ 4\.1/);
		assert.equal(terminal.lines().filter((_, index) => index < 20).length, 19);
		terminal.resize(40, 10);
		await terminal.shows(/Please make/);
		terminal.press('q');
		assert.deepEqual(effects.at(-1), {type: 'leave', outcome: {kind: 'quit'}});
	});

	test('the spinner turns while something is read, and at rest no timer is left', async () => {
		const timers = (): number =>
			process.getActiveResourcesInfo().filter(resource => resource === 'Timeout').length;
		const atFirst = timers();
		const {store, terminal} = mount(
			live(started(), openedEvent(found.target), {type: 'reading_started'}).state,
		);
		await until(store, state => state.turn >= 2);
		assert.ok(timers() > atFirst);
		await terminal.shows(/reading/);
		store.dispatch({type: 'reading_stopped'});
		await terminal.shows(/not all was read/);
		while (timers() > atFirst) {
			await new Promise(setImmediate);
		}

		const {turn} = store.get();
		const frames = terminal.written.length;
		await new Promise(setImmediate);
		assert.equal(store.get().turn, turn);
		assert.equal(terminal.written.length, frames);
	});
});
