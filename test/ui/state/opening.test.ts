import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {emptySession, foldAll} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {Place, SessionEvent, SessionState} from '../../../source/types/session.ts';
import {shownControl} from '../../../source/ui/state/control/selection.ts';
import {selectedControlRow} from '../../../source/ui/state/list/control-rows.ts';
import {inside, live, openOf, recorded, tell} from '../story.ts';
import {type Found, now, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

function sessionOf(...events: readonly SessionEvent[]): SessionState {
	return foldAll(events.map(event => ({at: now.toISOString(), event})));
}

describe('opening an organization', () => {
	let found: Found;
	before(async () => {
		found = await readOrganization('startup');
	});

	test('practise is the first thing offered, and choosing it opens it', () => {
		const {state, effects} = tell(started(), 'choose');
		assert.deepEqual(effects, [{type: 'open', road: {kind: 'practise', scenario: 'startup', seed: 1}}]);
		assert.deepEqual(state.screen, {kind: 'start', row: 0, opening: 'Practise'});
	});

	test('rows that come later leave the cursor on what it was moved to', () => {
		const road = {kind: 'resume', folder: 'us-4410022'} as const;
		const session = {id: 'us-4410022', label: '4410022 · US', lastAt: now, road};
		const rows = [{kind: 'resume', session} as const, ...started().startRows];
		const moved = tell(started(), 'down', 'down').state;
		const told = tell(moved, {type: 'start_rows_known', rows}, 'choose');
		assert.deepEqual(told.effects, [{type: 'open', road: {kind: 'by_hand'}}]);
		const atTop = tell(started(), {type: 'start_rows_known', rows}, 'choose');
		assert.deepEqual(atTop.effects, [{type: 'open', road}]);
		const gone = tell(moved, {type: 'start_rows_known', rows: rows.slice(0, 1)}, 'choose');
		assert.deepEqual(gone.effects, [{type: 'open', road}]);
	});

	test('while it is being opened only Esc works, and it says that nothing happened', () => {
		const opening = tell(started(), 'choose').state;
		assert.deepEqual(tell(opening, 'choose', 'down', 'choose').effects, []);
		const {state, effects} = tell(opening, 'back');
		assert.deepEqual(effects, [{type: 'close'}]);
		assert.equal(state.message, 'Cancelled. Nothing was read or changed.');
		assert.deepEqual(state.screen, {kind: 'start', row: 0, opening: null});
	});

	test('an organization that cannot be opened says why, on the row it was asked for from', () => {
		const opening = tell(started(), 'down', 'choose').state;
		const {state} = tell(opening, {type: 'open_failed', what: 'The key was refused.'});
		assert.deepEqual(state.screen, {kind: 'start', row: 1, opening: null});
		assert.equal(state.message, 'The key was refused.');
		assert.equal(state.open, null);
	});

	test('once open it is read, and each fact brings its verdicts at once', () => {
		const {state, effects} = tell(started(), openedEvent(found.target));
		assert.deepEqual(effects, [{type: 'read'}]);
		assert.deepEqual(state.screen, {kind: 'controls', row: null});
		const [begin, ...rest] = readingEvents(found);
		assert.ok(begin !== undefined);
		let reading = tell(state, begin).state;
		const verdict = (id: string) =>
			openOf(reading).assessment.controls.find(control => control.id === id)?.status;
		assert.equal(verdict('2.3'), 'manual');
		for (const event of rest) {
			reading = tell(reading, event).state;
			if (event.type === 'fact_read' && event.facts.users !== undefined) {
				assert.equal(verdict('2.3'), 'fail');
				assert.equal(openOf(reading).reading.kind, 'under_way');
			}
		}

		assert.equal(openOf(reading).reading.kind, 'finished');
		assert.deepEqual(openOf(reading).facts, found.facts);
	});

	test('a finished reading records what it found', () => {
		const told = tell(started(), openedEvent(found.target), ...readingEvents(found));
		const [event, ...others] = recorded(told);
		assert.deepEqual(others, []);
		assert.ok(event?.type === 'assessment_recorded');
		const {assessment} = openOf(told.state);
		assert.equal(event.assessment.level, 'L1');
		assert.equal(event.assessment.score, assessment.summary.score);
		assert.equal(event.assessment.decided, assessment.progress.decided);
		assert.deepEqual(
			event.assessment.controls.map(({id, status}) => [id, status]),
			assessment.controls.map(({id, status}) => [id, status]),
		);
	});

	test('a reading that failed or was stopped records nothing and keeps the facts it has', () => {
		const partly = readingEvents(found).slice(0, 4);
		for (const event of [{type: 'reading_failed', what: 'No network.'}, {type: 'reading_stopped'}] as const) {
			const told = tell(started(), openedEvent(found.target), ...partly, event);
			assert.deepEqual(recorded(told), []);
			assert.equal(openOf(told.state).reading.kind, 'failed');
			assert.ok(Object.keys(openOf(told.state).facts).length > 0);
		}
	});

	test('a stop that comes after the end changes nothing', () => {
		const done = inside(found);
		assert.deepEqual(openOf(tell(done, {type: 'reading_stopped'}).state).reading, openOf(done).reading);
	});

	test('by hand nothing is ever read', () => {
		const {state, effects} = tell(started(), openedEvent({kind: 'byHand'}));
		assert.deepEqual(effects, []);
		const again = tell(state, 'read_again');
		assert.deepEqual(again.effects, []);
		assert.match(again.state.message ?? '', /Without a key/);
		const inControl = tell(state, 'choose', 'read_again');
		assert.deepEqual(
			inControl.effects.filter(effect => effect.type === 'read'),
			[],
		);
	});

	test('a session opens exactly where it was left', () => {
		const places: readonly Place[] = [
			{screen: 'controls', selected: '2.2'},
			{screen: 'controls', selected: 'compliance'},
			{screen: 'control', control: '3.1', stage: 'gap', row: 5},
			{screen: 'control', control: '1.1', stage: 'act', row: 4},
			{screen: 'control', control: '3.2', stage: 'check', row: 2},
			{screen: 'control', control: '4.1', stage: 'learn', row: 3},
		];
		for (const place of places) {
			const session = sessionOf({type: 'place_moved', place});
			const arrived = tell(started(), openedEvent(found.target, session)).state;
			// Left again before anything was read: the row is not lost, though its finding is not there yet.
			assert.deepEqual(lastPlace(tell(arrived, 'quit')), place);
			const {state} = live(arrived, ...readingEvents(found));
			assert.deepEqual(lastPlace(tell(state, 'quit')), place);
			if (place.screen === 'control') {
				assert.equal(shownControl(state)?.screen.row, place.row);
			}
		}
	});

	test('from a control that was come back to, Esc leads to its row of the list', () => {
		const session = sessionOf({
			type: 'place_moved',
			place: {screen: 'control', control: '2.1', stage: 'check', row: 0},
		});
		const {state} = tell(started(), openedEvent(found.target, session), 'back');
		assert.equal(state.screen.kind, 'controls');
		assert.equal(state.controls[selectedControlRow(state)]?.id, '2.1');
	});

	test('the row under the cursor before anyone moves is Next', () => {
		const state = inside(found);
		assert.equal(state.controls[selectedControlRow(state)]?.id, openOf(state).next);
		assert.equal(openOf(state).next, '4.1');
	});

	test('quitting writes the place down first, then leaves', () => {
		const inControl = live(inside(found), 'top', 'choose').state;
		for (const [command, outcome] of [
			['quit', {kind: 'quit'}],
			['interrupt', {kind: 'interrupted'}],
		] as const) {
			const {effects} = tell(inControl, command);
			assert.deepEqual(effects.at(-1), {type: 'leave', outcome});
			assert.deepEqual(effects.at(-2), {
				type: 'record',
				events: [{type: 'place_moved', place: {screen: 'control', control: '1.1', stage: 'learn', row: 0}}],
				message: null,
				ofForm: false,
			});
		}
	});

	test('leaving from section 5 or beyond the guide keeps the place in the organization', () => {
		for (const [place, up] of [
			['extras', 0],
			['compliance', 1],
		] as const) {
			const moves = Array.from({length: up}, () => 'up' as const);
			const reading = live(inside(found), 'bottom', ...moves, 'choose', 'down').state;
			assert.equal(reading.screen.kind, place);
			assert.deepEqual(lastPlace(tell(reading, 'quit')), {screen: 'controls', selected: place});
		}
	});

	test('leaving from the start records nothing', () => {
		assert.deepEqual(recorded(tell(started(), 'quit')), []);
		assert.deepEqual(recorded(tell(started(), 'bottom', 'choose', 'choose', 'interrupt')), []);
	});

	test('Esc from the list stops the reading first, then leaves the organization', () => {
		const reading = tell(started(), openedEvent(found.target), {type: 'reading_started'}).state;
		assert.deepEqual(tell(reading, 'back').effects, [{type: 'stop_reading'}]);
		const told = tell(inside(found), 'down', 'back');
		assert.deepEqual(told.effects.at(-1), {type: 'close'});
		assert.equal(told.state.screen.kind, 'start');
		assert.equal(told.state.open, null);
		assert.deepEqual(lastPlace(told), {screen: 'controls', selected: 'compliance'});
	});

	test('a damaged journal is mended only when asked, and a whole one never', () => {
		const damaged = tell(started(), {
			...openedEvent(found.target, emptySession, 'The journal is damaged.'),
			canMend: true,
		}).state;
		assert.deepEqual(tell(damaged, 'mend').effects, [{type: 'mend'}]);
		const whole = tell(inside(found), 'mend');
		assert.deepEqual(whole.effects, []);
		assert.match(whole.state.message ?? '', /nothing to mend/);
	});

	test('a session that cannot be written says why, and records nothing', () => {
		const why = 'Another wizard has this session open.';
		const session = sessionOf({
			type: 'rule_attested',
			attestation: {
				rule: 'service-account-purpose',
				ruleVersion: 1,
				resource: null,
				status: 'pass',
				by: makeSafe('Ana'),
				observedOn: '2026-11-20',
				seen: makeSafe('The register.'),
			},
		});
		const begun = tell(started(), openedEvent(found.target, session, why), ...readingEvents(found));
		assert.deepEqual(recorded(begun), []);
		assert.equal(begun.state.screen.kind, 'news');
		const list = tell(begun.state, 'list').state;
		const gap = tell(list, 'top', 'down', 'down', 'down', 'down', 'down', 'down', 'choose').state;
		assert.equal(gap.screen.kind, 'control');
		const act = tell(gap, 'clicks').state;
		for (const [from, command] of [
			[list, 'level'],
			[act, 'tick'],
			[act, 'attest'],
			[gap, 'note'],
		] as const) {
			const told = tell(from, command);
			assert.equal(told.state.message, why, command);
			assert.deepEqual(told.effects, [], command);
		}

		for (const told of [tell(gap, 'next_stage', 'next_stage', 'back'), tell(gap, 'quit')]) {
			assert.deepEqual(recorded(told), []);
			assert.equal(told.state.message, null);
		}
	});
});

function lastPlace(told: ReturnType<typeof tell>): Place | null {
	const moved = recorded(told).findLast(event => event.type === 'place_moved');
	return moved?.type === 'place_moved' ? moved.place : null;
}
