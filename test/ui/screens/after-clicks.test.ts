import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {ControlId} from '../../../source/types/control.ts';
import type {Target} from '../../../source/types/target.ts';
import {commandFor} from '../../../source/ui/keys/command-for.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {actRows} from '../../../source/ui/state/control/act-rows.ts';
import {clicksOf, shownControl} from '../../../source/ui/state/control/selection.ts';
import {whyNotNow} from '../../../source/ui/state/not-now.ts';
import {picture, type Size, sizes} from '../picture.ts';
import {controlOf, inside, live, openOf} from '../story.ts';
import {type Found, readingEvents, readOrganization} from '../world.ts';

const [narrow, usual, wide] = sizes;

describe('when the clicks are done and it still fails', () => {
	let training: Found;
	let real: Found;
	before(async () => {
		training = await readOrganization('startup');
		assert.ok(training.target.kind === 'simulated');
		const {organizationId, name} = training.target;
		const target: Target = {kind: 'live', region: 'eu', organizationId, name};
		real = {...training, target};
	});

	function act(found: Found, id: ControlId): AppState {
		const list = live(inside(found), 'level').state;
		const row = list.controls.findIndex(control => control.id === id);
		return live(list, {type: 'row_chosen', row}, 'choose', 'clicks', 'top').state;
	}

	/** Stage Act with every click ticked, at its first question. */
	function ticked(found: Found, id: ControlId): AppState {
		const state = act(found, id);
		const clicks = clicksOf(controlIn(state));
		const done = live(state, ...clicks.map(() => 'tick' as const)).state;
		assert.ok(clicks.every(click => openOf(done).session.ticked.has(click.id)));
		return live(done, {type: 'row_chosen', row: clicks.length}).state;
	}

	function controlIn(state: AppState) {
		const control = shownControl(state)?.control;
		assert.ok(control !== undefined);
		return control;
	}

	function readAgain(state: AppState, found: Found): AppState {
		return live(state, ...readingEvents(found)).state;
	}

	function words(state: AppState, size: Size): string {
		return picture({...state, ...size}, size)
			.join(' ')
			.replaceAll(/\s+/g, ' ');
	}

	/** The keys that the words promise for the selected row, each pressed: it has to do something there. */
	function assertTrue(state: AppState, said: string, where: string): void {
		const promised = [
			...said.matchAll(/(?<=[ :,] )([a-zA-Z]) (?:waives|exempts|fixes|hands|parks it|attests)/g),
		];
		assert.ok(promised.length > 0, `${where}: ${said}`);
		for (const [, key = ''] of promised) {
			const command = commandFor(contextOf(state), key);
			assert.ok(command !== null, `${where}: ${key}`);
			assert.equal(whyNotNow(state, command), null, `${where}: ${key}`);
		}
	}

	test('training says in one line, wherever clicks are listed, that a tick changes nothing', () => {
		for (const size of sizes) {
			for (const id of ['1.1', '2.3', '4.1'] as const) {
				for (const state of [act(training, id), live(act(training, id), 'bottom').state]) {
					const lines = picture({...state, ...size}, size).filter(line => /Training: /.test(line));
					assert.equal(lines.length, 1, `${id} ${size.columns}`);
					assert.match(lines[0] ?? '', /ticks .*(?:change nothing|as it is)/);
					assert.doesNotMatch(lines[0] ?? '', /…/);
				}
			}

			assert.doesNotMatch(words(act(real, '2.3'), size), /Training: /);
		}
	});

	test('read again in training, it says why nothing changed and the keys that lead on, which work', () => {
		const state = readAgain(ticked(training, '2.3'), training);
		const said = state.message ?? '';
		assert.match(
			said,
			/^Read again: 2 rules still fail although their clicks are ticked: in training no click changes the simulated/,
		);
		assert.match(said, /w waives it/);
		assert.match(said, /x exempts/);
		assert.match(said, /e hands it over/);
		assertTrue(state, said, 'question');
		for (const size of sizes) {
			assert.ok(words(state, size).includes(said), `${size.columns}`);
		}
	});

	test('read again on a real organization, it says what may be the cause and the ways on', () => {
		const said = readAgain(ticked(real, '2.3'), real).message ?? '';
		assert.match(said, /2 rules still fail/);
		assert.match(said, /not saved yet/);
		assert.match(said, /late/);
		assert.match(said, /another row/);
		assert.match(said, /r reads/);
		assert.match(said, /w waives it/);
		assert.doesNotMatch(said, /training/);
	});

	test('where a fix mends it, f is named first', () => {
		const said = readAgain(ticked(training, '3.2'), training).message ?? '';
		assert.match(said, /Ways on: f fixes it, /);
	});

	test('from the stages that show no rule the ways on are those of Gap', () => {
		for (const stage of ['learn', 'verify'] as const) {
			let state = ticked(training, '2.3');
			while (controlOf(state).stage !== stage) {
				state = live(state, 'next_stage').state;
			}

			const said = readAgain(state, training).message ?? '';
			assert.match(said, /Ways on, in Gap: w waives it/);
		}
	});

	test('nothing is said while a click is left, where nothing read fails, and under another page', () => {
		const left = live(act(training, '2.3'), 'tick').state;
		assert.equal(readAgain(left, training).message?.includes('still fail') ?? false, false);
		assert.doesNotMatch(readAgain(ticked(training, '4.1'), training).message ?? '', /still fail/);
		const {message} = readAgain(live(ticked(training, '2.3'), 'help').state, training);
		assert.doesNotMatch(message ?? '', /still fail/);
	});

	test('the rule itself goes on saying it, in Gap, at its question and in Verify', () => {
		for (const [found, why] of [
			[training, /in training no click changes the simulated organization/],
			[real, /not saved yet/],
		] as const) {
			const question = ticked(found, '2.3');
			assert.match(words(question, {columns: 100, rows: 60}), why);
			const gap = live(question, 'previous_stage', 'top').state;
			assert.match(words(gap, {columns: 100, rows: 60}), why);
			const verify = live(question, 'next_stage').state;
			assert.match(words(verify, {columns: 100, rows: 60}), why);
			assert.doesNotMatch(words(act(found, '2.3'), {columns: 100, rows: 60}), /still fail|All its clicks/);
		}
	});

	test('with all clicks ticked, Act opens at the first question that is open', () => {
		const again = live(ticked(training, '2.3'), 'previous_stage', 'clicks').state;
		const row = actRows(controlIn(again))[controlOf(again).row];
		assert.ok(row?.kind === 'question');
		assert.equal(row.rule.id, 'owner-count');
	});

	test('a click is told by its words, its id behind them', () => {
		const state = act(real, '2.3');
		const {message} = live(state, 'tick').state;
		assert.match(message ?? '', /^Ticked “Check the organization name [^”]*…” \(2\.3\.C1\)\./);
		const back = live(state, 'tick', 'top', 'tick').state.message;
		assert.match(back ?? '', /^No longer ticked: “Check the organization name [^”]*…” \(2\.3\.C1\)\./);
		const values = live(act(real, '1.1'), {type: 'row_chosen', row: 5}, 'copy_value').state;
		assert.match(words(values, usual), /Which to copy\? .*“/);
		const gap = live(act(real, '2.3'), 'previous_stage', 'top', 'down').state;
		assert.match(words(gap, {columns: 100, rows: 60}), /step \d “[^”]+” \(2\.3\.C\d\)/);
	});

	test('each stage says what it is for and its main key, in one line, and that key is in the footer', () => {
		for (const found of [training, real]) {
			for (const size of [narrow, usual, wide]) {
				let state: AppState = {...act(found, '2.3'), ...size};
				for (const [stage, pattern, key] of [
					['act', /Space|ticks/, 'space'],
					['verify', /r reads it again/, 'r'],
					['learn', /Enter goes on/, 'enter'],
					['check', /Enter goes on/, 'enter'],
					['gap', /Enter/, 'enter'],
				] as const) {
					assert.equal(controlOf(state).stage, stage);
					const lines = picture(state, size);
					const line = lines[3] ?? '';
					assert.match(line, pattern, `${stage} ${size.columns}: ${line}`);
					assert.doesNotMatch(line, /…/);
					assert.match(lines.at(-1) ?? '', new RegExp(`(^| )${key} `), stage);
					assert.equal(whyNotNow(state, commandFor(contextOf(state), key) ?? 'help'), null, stage);
					state = live(state, 'next_stage').state;
				}
			}
		}
	});
});
