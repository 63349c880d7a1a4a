import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {exitSummary} from '../../../source/ui/exit-summary.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {lastWeek, oldSession, texts} from '../places.ts';
import {inside, live, openOf, recorded, tell, typed} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

describe('places beside the controls', () => {
	let found: Found;
	let list: AppState;
	let old: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
		old = tell(started(), openedEvent(found.target, oldSession()), ...readingEvents(found), 'list').state;
	});

	test('each opens with its key, and Esc comes back to the row one came from', () => {
		const row = live(list, 'top', 'down').state;
		for (const [command, kind] of [
			['extras', 'extras'],
			['history', 'history'],
			['report', 'report'],
			['news', 'news'],
		] as const) {
			const place = live(row, command).state;
			assert.equal(place.screen.kind, kind);
			assert.deepEqual(live(place, 'back').state.screen, {kind: 'controls', row: 1});
			assert.deepEqual(live(place, 'back').state.behind, []);
		}
	});

	test('an assessment is compared with the one before it, or with the marked one, the earlier first', () => {
		const history = live(old, 'history').state;
		const plain = tell(history, 'down', 'compare');
		assert.ok(plain.state.screen.kind === 'comparison');
		assert.equal(plain.state.screen.before.score, 0.6);
		assert.equal(plain.state.screen.after.score, 1);
		assert.deepEqual(plain.effects, [
			{
				type: 'load_facts',
				references: [
					{file: '0.6.json', sha256: '0.6'},
					{file: '1.json', sha256: '1'},
				],
			},
		]);
		assert.deepEqual(live(plain.state, 'back').state.screen, {...history.screen, row: 1});

		// Marked from either end, the earlier one stands first.
		for (const [mark, other] of [
			['down', 'bottom'],
			['bottom', 'top'],
		] as const) {
			const marked = live(history, mark, 'up', 'mark').state;
			assert.ok(marked.screen.kind === 'history');
			const {state} = tell(marked, other, 'up', 'compare');
			assert.ok(state.screen.kind === 'comparison');
			assert.ok((state.screen.before.at ?? 'z') < (state.screen.after.at ?? 'z'));
		}
	});

	test('how it stands now is compared by what is at hand, without reading it back', () => {
		const {state, effects} = tell(old, 'history', 'compare');
		assert.deepEqual(effects, [{type: 'load_facts', references: [{file: '1.json', sha256: '1'}]}]);
		const same = tell(state, {
			type: 'facts_loaded',
			references: lastWeek,
			kept: [{facts: found.facts, why: null}],
		}).state;
		assert.ok(same.screen.kind === 'comparison');
		assert.deepEqual(same.screen.differences, {kind: 'compared', differences: []});
		// Facts of a comparison that was left are not taken for those of the next one.
		const late = [{file: '0.6.json', sha256: '0.6'}];
		const kept = [{facts: {}, why: null}] as const;
		assert.deepEqual(tell(state, {type: 'facts_loaded', references: late, kept}).state.screen, state.screen);
		// What comes after one has left it changes nothing.
		const home = tell(state, 'back').state;
		assert.deepEqual(
			tell(home, {type: 'facts_loaded', references: lastWeek, kept: []}).state.screen,
			home.screen,
		);
	});

	test('the first assessment has nothing before it, and a change is not compared', () => {
		const history = live(old, 'history').state;
		const first = tell(history, 'bottom', 'up', 'compare').state;
		assert.equal(first.screen.kind, 'history');
		assert.match(first.message ?? '', /first assessment: mark it/);
		assert.match(tell(history, 'bottom', 'compare').state.message ?? '', /Press u/);
		assert.match(tell(history, 'bottom', 'mark').state.message ?? '', /this is a change/);
	});

	test('u takes back the selected change, and says why one cannot be', () => {
		const history = live(old, 'history', 'bottom').state;
		assert.deepEqual(tell(history, 'undo').effects, [{type: 'plan_undo', operation: 'op-1'}]);
		const session = openOf(history).session;
		const failed = {
			...session,
			changes: session.changes.map(change => ({...change, outcome: 'failed' as const})),
		};
		const state = {...history, open: {...openOf(history), session: failed}};
		const told = tell(state, 'undo');
		assert.deepEqual(told.effects, []);
		assert.match(told.state.message ?? '', /cannot be taken back: failed/);
		const looking = {...history, open: {...openOf(history), readOnly: 'Another wizard has it.'}};
		assert.match(tell(looking, 'undo').state.message ?? '', /Another wizard has it/);
	});

	test('the report rests on what was just read, else on what was kept, and waits while it is being read', () => {
		const {effects} = tell(list, 'report');
		assert.ok(effects[0]?.type === 'make_report');
		assert.equal(effects[0].judged?.assessment, openOf(list).assessment);
		assert.equal(effects[0].judged.facts, openOf(list).facts);

		const failed = tell(old, {type: 'reading_failed', what: 'No network.'}, 'report');
		assert.deepEqual(failed.effects, [{type: 'make_report', judged: null}]);

		const reading = tell(old, {type: 'reading_started'}, 'report');
		assert.deepEqual(reading.effects, []);
		assert.match(reading.state.message ?? '', /still being read/);

		const never = tell(started(), openedEvent(found.target), {type: 'reading_failed', what: 'x'}, 'report');
		assert.ok(never.effects.every(({type}) => type !== 'make_report'));
		assert.match(never.state.message ?? '', /nothing to report yet/);

		const byHand = tell(started(), openedEvent({kind: 'byHand'}), 'report');
		assert.ok(byHand.effects[0]?.type === 'make_report');
		assert.deepEqual(byHand.effects[0].judged?.facts, {});
	});

	test('a report is saved where the person says, and a place that will not do loses nothing', () => {
		const report = tell(list, 'report', {type: 'report_made', texts}, 'format').state;
		const form = tell(report, 'save', {type: 'edit', edit: {kind: 'clear'}}, typed('~/mine.json')).state;
		const asked = tell(form, 'accept');
		assert.deepEqual(asked.effects, [
			{type: 'save_report', place: '~/mine.json', format: 'json', content: texts.json},
		]);
		const what = '/home/ana/mine.json exists already. Write another place; the report is still here.';
		const refused = tell(asked.state, {type: 'session_failed', what, ofForm: true}).state;
		assert.equal(refused.form?.problem, what);
		assert.equal(refused.form.saving, false);
		assert.deepEqual(refused.form.fields, form.form?.fields);
		const again = tell(refused, typed('5'), 'accept');
		assert.ok(again.effects[0]?.type === 'save_report');
		assert.equal(again.effects[0].place, '~/mine.json5');
		const {session} = openOf(report);
		const saved = tell(again.state, {
			type: 'session_changed',
			session: {
				...session,
				report: {path: makeSafe('/home/ana/mine.json5'), format: 'json', at: '2026-11-24T10:00:00.000Z'},
			},
			message: 'Saved as /home/ana/mine.json5.',
			ofForm: true,
		}).state;
		assert.equal(saved.form, null);
		assert.equal(saved.screen.kind, 'report');
		assert.ok(
			exitSummary(saved, '/state', 'mixpanel-harden').includes(
				'  Report of 2026-11-24: /home/ana/mine.json5',
			),
		);
		assert.deepEqual(recorded(again), []);
	});

	test('an empty place is asked for again, and a report that cannot be made leads back with the reason', () => {
		const report = tell(list, 'report', {type: 'report_made', texts}).state;
		const empty = tell(report, 'save', {type: 'edit', edit: {kind: 'clear'}}, 'accept');
		assert.deepEqual(empty.effects, []);
		assert.match(empty.state.form?.problem ?? '', /name of the file/);
		const failed = tell(list, 'report', {type: 'report_failed', what: 'The disk is gone.'}).state;
		assert.equal(failed.screen.kind, 'controls');
		assert.equal(failed.message, 'The disk is gone.');
	});
});
