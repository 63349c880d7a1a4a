import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {clicksOf, selectedRule, shownControl} from '../../../source/ui/state/control/selection.ts';
import {textOf} from '../../../source/ui/state/text-field.ts';
import {controlOf, inside, live, openOf, recorded, tell, typed} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

describe('inside a control', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function at(id: string): AppState {
		const row = list.controls.findIndex(control => control.id === id);
		return live(list, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
	}

	function stageOf(state: AppState): string {
		return controlOf(state).stage;
	}

	function rowsSeen(state: AppState): number {
		return shownControl(state)?.screen.row ?? Number.NaN;
	}

	test('it opens on the stage that is of use: the gap, the lesson, the evidence, or the clicks begun', () => {
		assert.equal(stageOf(at('3.1')), 'gap');
		assert.equal(stageOf(at('1.1')), 'learn');
		const begun = live(at('1.1'), 'clicks', 'tick', 'back', 'choose').state;
		assert.equal(stageOf(begun), 'act');
		assert.equal(controlOf(begun).control, '1.1');
	});

	test('opening writes the place down', () => {
		const told = tell(list, 'choose');
		assert.deepEqual(recorded(told), [
			{type: 'place_moved', place: {screen: 'control', control: '4.1', stage: 'learn', row: 0}},
		]);
	});

	test('Tab goes round the stages both ways, each written down', () => {
		let state = at('3.1');
		const seen: string[] = [];
		for (let step = 0; step < 5; step += 1) {
			const told = live(state, 'next_stage');
			state = told.state;
			seen.push(stageOf(state));
			assert.deepEqual(recorded(told).at(-1), {
				type: 'place_moved',
				place: {screen: 'control', control: '3.1', stage: stageOf(state), row: 0},
			});
		}

		assert.deepEqual(seen, ['act', 'verify', 'learn', 'check', 'gap']);
		assert.equal(stageOf(live(state, 'previous_stage').state), 'check');
		assert.equal(stageOf(live(at('1.1'), 'previous_stage').state), 'verify');
	});

	test('a tick is a bookmark: it is recorded, goes on to the next click and changes no verdict', () => {
		const act = live(at('3.1'), 'clicks').state;
		const before = openOf(act).assessment;
		const told = live(act, 'tick');
		assert.deepEqual(recorded(told), [{type: 'click_ticked', click: '3.1.C1', done: true}]);
		assert.ok(openOf(told.state).session.ticked.has('3.1.C1'));
		assert.equal(rowsSeen(told.state), 1);
		assert.deepEqual(openOf(told.state).assessment, before);
		const all = live(act, ...clicksOf(controlNow(act)).map(() => 'tick' as const)).state;
		assert.equal(openOf(all).session.ticked.size, clicksOf(controlNow(act)).length);
		assert.deepEqual(openOf(all).assessment, before);
	});

	test('a tick can be taken back, and the clicks open at the first one left', () => {
		const ticked = live(at('3.1'), 'clicks', 'tick', 'tick').state;
		assert.equal(rowsSeen(live(ticked, 'next_stage', 'clicks').state), 2);
		const back = live(ticked, 'top', 'tick');
		assert.deepEqual(recorded(back), [{type: 'click_ticked', click: '3.1.C1', done: false}]);
		assert.equal(rowsSeen(back.state), 0);
		assert.equal(rowsSeen(live(back.state, 'next_stage', 'clicks').state), 0);
	});

	test('the filter shows only the rows that hold what is typed', () => {
		const gap = at('3.1');
		const all = rowCount(gap);
		const filtering = live(gap, 'filter', typed('unused'), typed(' 200')).state;
		assert.equal(contextOf(filtering), 'filter');
		const {state} = live(gap, 'filter', typed('200 DAYS'), 'accept');
		assert.equal(contextOf(state), 'gap');
		assert.ok(rowCount(state) < all && rowCount(state) >= 2);
		assert.equal(textOf(controlOf(state).filter ?? {graphemes: [], cursor: 0}), '200 DAYS');
		assert.equal(rowCount(live(gap, 'filter', typed('nothing holds this')).state), 0);
	});

	test('what is on screen can be found by the filter', () => {
		const gap = at('3.1');
		for (const rule of controlNow(gap).rules) {
			const {state} = live(gap, 'filter', typed(rule.title));
			assert.ok(rowCount(state) > 0, rule.title);
		}
	});

	test('Esc clears the filter first, then goes back to the list', () => {
		const kept = live(at('3.1'), 'filter', typed('200'), 'accept').state;
		const cleared = live(kept, 'back').state;
		assert.equal(controlOf(cleared).filter, null);
		assert.equal(live(cleared, 'back').state.screen.kind, 'controls');
		const cancelled = live(at('3.1'), 'filter', typed('200'), 'cancel').state;
		assert.equal(controlOf(cancelled).filter, null);
		assert.equal(contextOf(cancelled), 'gap');
		assert.equal(controlOf(live(at('3.1'), 'filter', 'accept').state).filter, null);
	});

	test('with a filter that nothing matches, no key does harm', () => {
		const {state} = live(at('3.1'), 'filter', typed('zzz'), 'accept');
		for (const command of ['down', 'bottom', 'page_down', 'attest', 'withdraw'] as const) {
			const told = live(state, command);
			assert.deepEqual(recorded(told), [], command);
			assert.equal(told.state.form, null);
		}
	});

	test('each row of the list leads back to itself', () => {
		for (const [row, control] of list.controls.entries()) {
			const opened = at(control.id);
			assert.equal(controlOf(opened).control, control.id);
			const back = live(opened, 'back').state;
			assert.deepEqual(back.screen, {kind: 'controls', row});
		}
	});

	test('n opens Next wherever the cursor is', () => {
		assert.equal(controlOf(live(list, 'top', 'next').state).control, '4.1');
	});

	test('the level goes round and changes what is asked', () => {
		const levels: string[] = [];
		let state = list;
		for (let step = 0; step < 3; step += 1) {
			const told = live(state, 'level');
			state = told.state;
			levels.push(openOf(state).assessment.profile);
			assert.deepEqual(recorded(told), [
				{type: 'profile_answered', answers: {level: openOf(state).assessment.profile}},
			]);
		}

		assert.deepEqual(levels, ['L2', 'L3', 'L1']);
		const of = (level: AppState) => openOf(level).assessment.progress.of;
		assert.ok(of(live(list, 'level').state) > of(list));
	});

	test('reading again while it is being read only says so', () => {
		const reading = tell(started(), openedEvent(found.target), {type: 'reading_started'}).state;
		const told = tell(reading, 'read_again');
		assert.deepEqual(told.effects, []);
		assert.match(told.state.message ?? '', /being read already/);
		assert.deepEqual(tell(list, 'read_again').effects, [{type: 'read'}]);
	});

	test('a row stays where it is while the organization is read again', () => {
		const deep = live(at('3.1'), 'down', 'down', 'down', 'down', 'down').state;
		assert.equal(rowsSeen(deep), 5);
		const {state} = live(deep, ...readingEvents(found));
		assert.equal(rowsSeen(state), 5);
		assert.ok(selectedRule(state) !== null);
	});

	test('when rows disappear under the cursor, the last one left is selected', () => {
		const last = live(at('3.1'), 'bottom').state;
		const {state} = live(last, {type: 'reading_started'}, {type: 'reading_failed', what: 'No network.'});
		assert.equal(rowsSeen(state), rowCount(state) - 1);
		assert.ok(selectedRule(state) !== null);
		assert.equal(rowsSeen(live(state, 'up').state), rowCount(state) - 2);
	});

	test('a text that became shorter by a wider terminal scrolls back at the first key', () => {
		const bottom = live(live(at('1.1'), {type: 'resized', columns: 60, rows: 20}).state, 'bottom').state;
		const wide = live(bottom, {type: 'resized', columns: 120, rows: 40}).state;
		const up = live(wide, 'up').state;
		const end = live(wide, 'bottom').state;
		assert.equal(controlOf(up).row, Math.max(controlOf(end).row - 1, 0));
	});

	test('help lies over a screen and takes no other command', () => {
		const gap = at('3.1');
		const help = tell(gap, 'help').state;
		assert.equal(contextOf(help), 'help');
		for (const command of ['attest', 'tick', 'next_stage', 'choose', 'filter'] as const) {
			const told = tell(help, command);
			assert.deepEqual(told.effects, []);
			assert.deepEqual(told.state.screen, gap.screen);
		}

		assert.deepEqual(tell(help, 'down', 'back').state.screen, gap.screen);
		assert.equal(tell(help, 'down', 'back').state.help, null);
	});

	test('a control that is not known any more opens the list instead', () => {
		const session = {
			...openOf(list).session,
			place: {screen: 'control', control: '3.2', stage: 'gap', row: 4} as const,
		};
		const fewer = {...started(), controls: started().controls.filter(control => control.id !== '3.2')};
		const {state} = tell(fewer, openedEvent(found.target, session), 'choose');
		assert.equal(state.screen.kind, 'controls');
	});

	function controlNow(state: AppState) {
		const shown = shownControl(state);
		if (shown === null) {
			throw new Error('No control is shown');
		}

		return shown.control;
	}

	function rowCount(state: AppState): number {
		let rows = 0;
		let current = live(state, 'accept', 'top').state;
		while (selectedRule(current) !== null) {
			rows += 1;
			const next = live(current, 'down').state;
			if (controlOf(next).row === controlOf(current).row) {
				break;
			}

			current = next;
		}

		return rows;
	}
});
