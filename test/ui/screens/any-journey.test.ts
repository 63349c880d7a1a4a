import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import fc from 'fast-check';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {bindings} from '../../../source/ui/keys/bindings.ts';
import {bindingsIn} from '../../../source/ui/keys/command-for.ts';
import {lineWidth} from '../../../source/ui/lines/fit.ts';
import {plainText} from '../../../source/ui/lines/line.ts';
import type {AppEvent} from '../../../source/ui/state/app-event.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import type {TextEdit} from '../../../source/ui/state/text-field.ts';
import {anyShownText} from '../lines/any-text.ts';
import {drawn, type Size, sizes} from '../picture.ts';
import {lastWeek, oldSession, texts} from '../places.ts';
import {inside, live, type Move} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization} from '../world.ts';

/** Nothing of this may reach a terminal: controls, bidirectional and invisible characters, lone surrogates. */
const unsafe =
	/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u00AD\u061C\u{E0000}-\u{E007F}]/u;

const anyEdit: fc.Arbitrary<TextEdit> = fc.oneof(
	anyShownText.map((text): TextEdit => ({kind: 'insert', text})),
	fc.string({unit: 'binary', maxLength: 8}).map((text): TextEdit => ({kind: 'insert', text})),
	fc.constantFrom('erase', 'left', 'right', 'start', 'end', 'clear').map((kind): TextEdit => ({kind})),
);

/** A step of a journey: a key that works where it is pressed, picked by number, or anything at all. */
type Step = {readonly kind: 'key'; readonly number: number} | {readonly kind: 'move'; readonly move: Move};

function anyStep(found: Found): fc.Arbitrary<Step> {
	const events: readonly AppEvent[] = [
		...readingEvents(found),
		{type: 'reading_stopped'},
		{type: 'reading_failed', what: 'No network.'},
		{type: 'read_waiting', what: 'limit reached, 12 s'},
		{type: 'turned'},
		{type: 'session_failed', what: 'The disk is full.', ofForm: true},
		{type: 'session_failed', what: 'The disk is full.', ofForm: false},
		{type: 'open_failed', what: 'The key was refused.'},
		{type: 'report_made', texts},
		{type: 'report_failed', what: 'The disk is gone.'},
		{type: 'facts_loaded', references: lastWeek, kept: [{facts: found.facts, why: null}]},
		openedEvent(found.target, oldSession()),
		{type: 'person_known', name: makeSafe('Ana \u202E')},
		openedEvent(found.target),
		openedEvent({kind: 'byHand'}),
	];
	return fc.oneof(
		{weight: 8, arbitrary: fc.nat().map((number): Step => ({kind: 'key', number}))},
		{weight: 2, arbitrary: anyEdit.map((edit): Step => ({kind: 'move', move: {type: 'edit', edit}}))},
		{
			weight: 1,
			arbitrary: fc
				.constantFrom(...bindings.map(binding => binding.command))
				.map((move): Step => ({kind: 'move', move})),
		},
		{weight: 1, arbitrary: fc.constantFrom(...events).map((move): Step => ({kind: 'move', move}))},
		{
			weight: 1,
			arbitrary: fc
				.constantFrom(...sizes)
				.map(({columns, rows}): Step => ({kind: 'move', move: {type: 'resized', columns, rows}})),
		},
	);
}

function take(state: AppState, step: Step): AppState {
	if (step.kind === 'move') {
		return live(state, step.move).state;
	}

	// Most journeys stay inside: leaving takes one key, coming back an event.
	const here = bindingsIn(contextOf(state)).filter(
		({command}) => !(command === 'back' && state.screen.kind === 'controls' && step.number % 5 !== 0),
	);
	const binding = here[step.number % here.length];
	return binding === undefined ? state : live(state, binding.command).state;
}

/** The screen can be drawn at a size: as tall and as wide as the terminal allows, and safe to write. */
function assertDrawable(state: AppState, size: Size): void {
	const {lines, cursor} = drawn(state, size);
	const shown = `${size.columns}×${size.rows}:\n${lines.map(plainText).join('\n')}`;
	assert.equal(lines.length, size.rows - 1, shown);
	for (const line of lines) {
		assert.ok(lineWidth(line) <= size.columns, `${lineWidth(line)} columns: ${plainText(line)}`);
		assert.doesNotMatch(plainText(line).replaceAll(/\p{Extended_Pictographic}\uFE0F/gu, ''), unsafe);
	}

	if (cursor !== null) {
		assert.ok(cursor.x >= 0 && cursor.x < size.columns && cursor.y >= 0 && cursor.y < size.rows - 1, shown);
	}

	const context = contextOf(state);
	const pointers = lines.filter(line => plainText(line).startsWith(' ❯')).length;
	const isEmptied = context === 'gap' && shown.includes('No row holds these words');
	if (
		['start', 'controls', 'check', 'gap', 'act', 'contents', 'compliance', 'extras'].includes(context) &&
		!isEmptied
	) {
		// A click taller than the screen is read in parts, the later ones without its first line.
		const isWithin = state.screen.kind === 'control' && state.screen.past > 0;
		assert.ok(pointers === 1 || (pointers === 0 && isWithin), `${context} at ${shown}`);
	}
}

describe('any journey through the wizard', () => {
	const scenarios = ['startup', 'hostile'] as const;
	const worlds = new Map<string, Found>();
	before(async () => {
		for (const scenario of scenarios) {
			worlds.set(scenario, await readOrganization(scenario));
		}
	});

	for (const scenario of scenarios) {
		test(`can be drawn at every moment and every size: ${scenario}`, () => {
			const found = worlds.get(scenario);
			assert.ok(found !== undefined);
			const list = inside(found);
			const anyBeginning = fc.nat().map(number => {
				const row = Math.floor(number / 6) % list.controls.length;
				const moves = Array.from({length: row}, () => 'down' as const);
				const stages = Array.from({length: number % 6}, () => 'next_stage' as const);
				return number % 6 === 5 ? list : live(list, 'top', ...moves, 'choose', ...stages).state;
			});
			const anySteps = fc.array(anyStep(found), {minLength: 10, maxLength: 25});
			fc.assert(
				fc.property(anyBeginning, anySteps, (beginning, steps) => {
					let state = beginning;
					for (const step of steps) {
						state = take(state, step);
						assertDrawable(state, {columns: state.columns, rows: state.rows});
					}

					for (const size of sizes) {
						assertDrawable({...state, ...size}, size);
					}
				}),
				{numRuns: 40},
			);
		});

		test(`every control, stage and row can be drawn at every size: ${scenario}`, () => {
			const found = worlds.get(scenario);
			assert.ok(found !== undefined);
			const list = live(inside(found), 'level').state;
			for (const size of sizes) {
				for (const [row] of list.controls.entries()) {
					let state = live(
						{...list, ...size},
						'top',
						...Array.from({length: row}, () => 'down' as const),
						'choose',
					).state;
					for (let stage = 0; stage < 5; stage += 1) {
						for (const command of ['help', 'note', 'attest'] as const) {
							assertDrawable(live(state, command).state, size);
						}

						const rows = size.columns === 60 ? 12 : 3;
						for (let step = 0; step < rows; step += 1) {
							assertDrawable(state, size);
							state = live(state, 'down').state;
						}

						assertDrawable(live(state, 'bottom').state, size);

						state = live(state, 'next_stage').state;
					}
				}

				for (const [chapter] of list.chapters.entries()) {
					assertDrawable({...list, ...size, screen: {kind: 'chapter', chapter, row: 0}}, size);
				}
			}
		});
	}
});
