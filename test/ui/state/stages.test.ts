import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import fc from 'fast-check';
import {foldAll} from '../../../source/session/fold.ts';
import {type SessionEvent, stages} from '../../../source/types/session.ts';
import {statuses} from '../../../source/types/verdict.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {firstStage} from '../../../source/ui/state/control/first-stage.ts';
import {clicksOf, selectedRule, shownControl} from '../../../source/ui/state/control/selection.ts';
import {sinceLast} from '../../../source/ui/state/control/since-last.ts';
import {controlOf, inside, live, openOf, tell} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

describe('the stages of a control', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function at(id: string, from = list): AppState {
		const row = from.controls.findIndex(control => control.id === id);
		return live(from, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
	}

	function first(status: (typeof statuses)[number], ticked: readonly string[], visited: boolean) {
		return firstStage(
			{id: '4.1', status},
			{session: {ticked: new Set(ticked), visited: new Set(visited ? ['4.1' as const] : [])}},
			list.controls,
		);
	}

	test('the right stage is preselected', () => {
		const clicks = list.controls.find(({id}) => id === '4.1');
		assert.ok(clicks);
		const all = clicksOf(clicks).map(({id}) => id);
		assert.equal(first('fail', [], false), 'gap');
		assert.equal(first('manual', [], false), 'learn');
		assert.equal(first('unknown', [], false), 'learn');
		assert.equal(first('manual', [], true), 'check');
		assert.equal(first('not_applicable', [], true), 'check');
		assert.equal(first('fail', all.slice(0, 1), true), 'act');
		assert.equal(first('manual', all, true), 'verify');
		assert.equal(first('fail', ['1.1.C1'], true), 'gap');
		assert.equal(first('pass', all.slice(0, 1), true), 'verify');
	});

	test('a control that passes opens on Verify, whatever was clicked and seen before', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...statuses),
				fc.subarray(['4.1.C1', '4.1.C2', '1.1.C1']),
				fc.boolean(),
				(status, ticked, visited) => {
					const stage = first(status, ticked, visited);
					assert.ok(stages.includes(stage));
					assert.ok(status !== 'pass' || stage === 'verify');
				},
			),
		);
	});

	test('a control that was opened before opens on what can be answered', () => {
		assert.equal(controlOf(at('1.1')).stage, 'learn');
		const again = live(at('1.1'), 'back', 'choose').state;
		assert.equal(controlOf(again).stage, 'check');
	});

	test('a reset makes a control one that was never opened', () => {
		const events: readonly SessionEvent[] = [
			{type: 'place_moved', place: {screen: 'control', control: '1.1', stage: 'learn', row: 0}},
			{type: 'place_moved', place: {screen: 'control', control: '3.1', stage: 'verify', row: 0}},
			{type: 'decisions_reset', controls: ['1.1'], rules: []},
		];
		const {visited} = foldAll(events.map(event => ({at: '2026-11-24T10:00:00.000Z', event})));
		assert.deepEqual([...visited], ['3.1']);
	});

	test('the selected rule stays selected from Check to Gap and back, round all stages', () => {
		const check = live(at('3.1'), 'previous_stage', 'down', 'down').state;
		const rule = selectedRule(check)?.id;
		const gap = live(check, 'next_stage').state;
		assert.equal(selectedRule(gap)?.id, rule);
		const round = live(gap, 'next_stage', 'next_stage', 'next_stage', 'next_stage').state;
		assert.equal(controlOf(round).stage, 'check');
		assert.equal(selectedRule(round)?.id, rule);
		assert.equal(controlOf(round).row, controlOf(check).row);
	});

	test('a finding stays selected on the way to Check and back', () => {
		const finding = live(at('3.1'), 'down', 'down').state;
		const there = live(finding, 'previous_stage').state;
		assert.equal(selectedRule(there)?.id, selectedRule(finding)?.id);
		assert.equal(controlOf(live(there, 'next_stage').state).row, controlOf(finding).row);
		const moved = live(there, 'down', 'next_stage').state;
		assert.equal(selectedRule(moved)?.id, selectedRule(live(there, 'down').state)?.id);
	});

	test('any walk through rows and stages keeps what Check and Gap have selected in common', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('up' as const, 'down' as const, 'page_down' as const), {maxLength: 8}),
				fc.constantFrom('check' as const, 'gap' as const),
				(moves, from) => {
					const start = from === 'gap' ? at('3.1') : live(at('3.1'), 'previous_stage').state;
					const here = live(start, ...moves).state;
					const there = live(here, from === 'gap' ? 'previous_stage' : 'next_stage').state;
					assert.equal(selectedRule(there)?.id, selectedRule(here)?.id);
				},
			),
			{numRuns: 25},
		);
	});

	test('a session left on Verify is opened there again', () => {
		const session = {
			...openOf(list).session,
			place: {screen: 'control', control: '3.1', stage: 'verify', row: 0} as const,
		};
		const {state} = tell(started(), openedEvent(found.target, session), 'choose');
		assert.equal(controlOf(state).stage, 'verify');
		assert.ok(shownControl(state) !== null);
	});

	test('a second reading is held against the first', () => {
		const [control] = list.controls.filter(({id}) => id === '2.3');
		assert.ok(control);
		assert.deepEqual(sinceLast(openOf(list), control, list.policy).at, null);
		const users = found.facts.users;
		assert.ok(users?.outcome === 'ok');
		const fewer = users.value.users.map(user =>
			user.role === 'owner' && user.email.startsWith('r') ? {...user, role: 'member' as const} : user,
		);
		const later: Found = {
			...found,
			facts: {...found.facts, users: {...users, value: {users: fewer}}},
		};
		const again = live(list, ...readingEvents(later)).state;
		const since = sinceLast(openOf(again), control, again.policy);
		assert.equal(since.at, '2026-11-24T10:00:00.000Z');
		assert.equal(since.statuses.get('owner-count'), 'fail');
		const stopped = live(again, {type: 'reading_started'}, {type: 'reading_stopped'}).state;
		const kept = sinceLast(openOf(live(stopped, ...readingEvents(later)).state), control, list.policy);
		assert.deepEqual(kept.changed, []);
	});

	test('u in Verify takes nothing back where nothing was changed for this control', () => {
		const verify = live(at('3.1'), 'next_stage', 'next_stage').state;
		assert.equal(controlOf(verify).stage, 'verify');
		const told = tell(verify, 'undo');
		assert.deepEqual(told.effects, []);
		assert.match(told.state.message ?? '', /changed nothing for this control/);
	});
});
