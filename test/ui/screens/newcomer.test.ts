import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {nothingNext} from '../../../source/assessment/nothing-next.ts';
import {emptySession} from '../../../source/session/fold.ts';
import type {Stage} from '../../../source/types/session.ts';
import {relativeDay} from '../../../source/ui/lines/relative-time.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {controlOnRow, extrasRow, selectedControlRow} from '../../../source/ui/state/list/control-rows.ts';
import {picture, sizes} from '../picture.ts';
import {attestOf, controlOf, inside, live, openOf, recorded, tell, typed} from '../story.ts';
import {type Found, openedEvent, readOrganization, started} from '../world.ts';

const [narrow, usual, wide] = sizes;
const high = {columns: 80, rows: 40};

describe('what made a newcomer hesitate', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function at(id: string, stage: Stage, from = list): AppState {
		const row = from.controls.findIndex(control => control.id === id);
		let state = live(from, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
		while (controlOf(state).stage !== stage) {
			state = live(state, 'next_stage').state;
		}

		return state;
	}

	function footer(state: AppState): string {
		return picture(state, usual).at(-1) ?? '';
	}

	/** The last rule of 4.1 said not to be so, and waived. */
	function waived(): AppState {
		let state = live(at('4.1', 'check'), 'bottom', 'attest', typed('n'), 'accept').state;
		state = live(state, typed('Twice a year.'), 'accept', 'accept', 'accept', typed('Ana'), 'accept').state;
		state = live(state, 'waive', 'next_choice', 'accept', typed('Pulled nightly.'), 'accept').state;
		return live(state, 'accept', 'accept').state;
	}

	test('a waived rule stands apart from how it is known, its day whole or left out', () => {
		const state = waived();
		const row = (size: (typeof sizes)[number]) =>
			picture(state, size).find(line => /Exports repeat/.test(line) && /✖ fail/.test(line)) ?? '';
		assert.match(row(usual), /\S {2,}waived until \d{4}-\d\d-\d\d$/);
		assert.match(row(narrow), /\S {2,}waived$/);
		for (const line of picture(at('2.3', 'check'), usual).filter(each => / verified$/.test(each))) {
			assert.match(line, / {2}verified$/);
		}
	});

	test('the list tells that what fails in a control is waived, also rule by rule', () => {
		const lines = picture(live(waived(), 'back').state, usual);
		assert.ok(lines.some(line => /4\.1 Activity logs +✖ fail +waived · \d open/.test(line)));
	});

	test('a person’s words stand once', () => {
		const said = live(at('4.1', 'check'), 'attest', typed('y'), 'accept', typed('In the vault.'), 'accept');
		const {state} = live(said.state, 'accept', 'accept', typed('Ana'), 'accept');
		const words = picture(state, usual).join(' ');
		assert.equal(words.split('In the vault.').length, 2);
	});

	test('Gap offers f first where it mends something, and x only where there are findings', () => {
		assert.match(footer(at('3.2', 'gap', live(list, 'level').state)), /^ f fix {2}/);
		const byHand = footer(at('4.1', 'gap'));
		assert.doesNotMatch(byHand, /f fix|x exempt/);
		assert.match(footer(at('2.3', 'gap')), /x exempt/);
		assert.match(footer(live(at('1.2', 'check'), 'top').state), /v compare/);
	});

	test('whoever has just begun is not told of having left', () => {
		const {session} = openOf(list);
		const fresh: AppState = {
			...list,
			open: {
				...openOf(list),
				before: null,
				found: {...emptySession, openedAt: session.lastAt, lastAt: session.lastAt},
			},
			screen: {kind: 'news', row: 0, welcome: false},
			behind: [],
		};
		for (const size of [usual, wide]) {
			const words = picture(fresh, size).join(' ');
			assert.doesNotMatch(words, /You left/);
			assert.match(words, /Nothing was kept of an earlier assessment\./);
		}
	});

	test('the format of the report is marked, not only coloured', () => {
		const report = live(list, 'report').state;
		assert.match(picture(report, usual)[0] ?? '', /\(•\) Markdown {2}\( \) JSON/);
		assert.match(picture(live(report, 'format').state, usual)[0] ?? '', /\( \) Markdown {2}\(•\) JSON/);
	});

	test('whoever comes back is told the name of the row they left', () => {
		const left: AppState = {
			...list,
			screen: {kind: 'news', row: 0, welcome: true},
			behind: [{kind: 'controls', row: extrasRow(list)}],
		};
		assert.match(
			picture(left, usual).join(' '),
			/where you left: the list of controls, at Beyond the guide\./,
		);
	});

	test('mending a journal on the page for whoever comes back leads nowhere else', () => {
		const event = {...openedEvent(found.target, openOf(waived()).session), canMend: true};
		const welcome = live(started(), event).state;
		assert.equal(welcome.screen.kind, 'news');
		assert.equal(live(welcome, event).state.screen.kind, 'news');
		assert.notEqual(live(welcome, 'choose', event).state.screen.kind, 'news');
	});

	test('a calm page keeps the ways on in sight of what it says, in a high terminal too', () => {
		const event = openedEvent(found.target, openOf(waived()).session);
		const welcome = live(started(), event).state;
		for (const size of [usual, wide, high]) {
			const lines = picture(welcome, size);
			const where = lines.findIndex(line => /^ (enter|n) {2,}/.test(line));
			assert.ok(where > 0 && where < 16, `${where} of ${size.rows}`);
			assert.equal(lines.length, size.rows - 1);
		}
	});

	test('from the control that n opened, Esc leads to its row of the list', () => {
		const opened = live(list, 'bottom', 'next').state;
		const back = live(opened, 'back').state;
		assert.equal(controlOnRow(back, selectedControlRow(back)), controlOf(opened).control);
	});

	test('what is wrong stays with its field when the cursor goes on', () => {
		const state = live(at('4.1', 'check'), 'attest', 'accept', 'next_field').state;
		assert.equal(attestOf(state).field, 'seen');
		const lines = picture(state, usual);
		const problem = lines.findIndex(line => line.includes('Choose one first'));
		assert.match(lines[problem - 1] ?? '', /Your answer/);
	});

	test('a file that cannot be read is told at the field of the file', () => {
		const form = live(at('4.1', 'check'), 'attest', typed('y'), 'accept', typed('Seen.'), 'accept').state;
		const told = tell(form, 'accept', typed('/none'), 'accept', typed('Ana'), 'accept');
		assert.ok(recorded(told).length > 0);
		const what = 'The file /none could not be read.';
		const {state} = tell(told.state, {type: 'session_failed', what, ofForm: true, field: 'file'});
		assert.equal(attestOf(state).field, 'file');
		const lines = picture(state, usual);
		assert.match(lines[lines.findIndex(line => line.includes(what)) - 1] ?? '', /File, if any/);
	});

	test('that all is decided is said only where the figure says so too', () => {
		assert.equal(nothingNext({decided: 25, of: 25}), 'Every control at this level is decided.');
		assert.match(nothingNext({decided: 17, of: 25}), /8 of 25 rules lie undecided under a waiver/);
		assert.match(nothingNext({decided: 24, of: 25}), /1 of 25 rules lies/);
	});

	test('a day without an hour is today, yesterday, or so many days ago', () => {
		const now = new Date('2026-11-24T15:00:00Z');
		assert.equal(relativeDay('2026-11-24', now), 'today');
		assert.equal(relativeDay('2026-11-23', now), 'yesterday');
		assert.equal(relativeDay('2026-11-20', now), '4 days ago');
	});
});
