import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {emptySession} from '../../../source/session/fold.ts';
import {stages} from '../../../source/types/session.ts';
import {type Command, type Context, contexts} from '../../../source/ui/keys/bindings.ts';
import {bindingsIn, commandFor} from '../../../source/ui/keys/command-for.ts';
import {plainText} from '../../../source/ui/lines/line.ts';
import {lastRow} from '../../../source/ui/screens/last-row.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {footerOf} from '../../../source/ui/state/footer-of.ts';
import {oldSession, texts} from '../places.ts';
import {live, type Move, typed} from '../story.ts';
import {type Found, openedEvent, readingEvents, readOrganization, seasoned, started} from '../world.ts';

/** Shown by tests of their own: they need the plan of a change, or a file. */
const elsewhere: readonly Context[] = ['fix_confirming', 'fix_whole', 'fix_naming', 'importing', 'imported'];

const moving: readonly Command[] = ['up', 'down', 'page_up', 'page_down', 'top', 'bottom'];

type Shown = {readonly key: string; readonly label: string};

/** The entries of the footer, however wide, without those that move. */
function entriesOf(state: AppState): readonly Shown[] {
	return plainText(footerOf(state, 1000))
		.split('  ')
		.map(entry => ({key: entry.slice(0, entry.indexOf(' ')), label: entry.slice(entry.indexOf(' ') + 1)}))
		.filter(({key}) => key !== '↑↓' && key !== '←→');
}

/** What a command does besides telling something: what is not as it was before, or an effect. */
function isActed(state: AppState, command: Command): boolean {
	const quiet: AppState = {...state, message: null};
	const {state: after, effects} = live(quiet, command);
	const {message: _, now: __, ...rest} = after;
	const same = Object.entries(rest).every(([name, value]) => Reflect.get(quiet, name) === value);
	return effects.length > 0 || !same;
}

function saysWhy(state: AppState, command: Command): boolean {
	return live({...state, message: null}, command).state.message !== null;
}

describe('every key of every screen', () => {
	let found: Found;
	let places: ReadonlyMap<string, AppState>;

	function inside(more: readonly Move[] = [], session = seasoned): AppState {
		return live(started(), openedEvent(found.target, session), ...readingEvents(found), 'list', ...more)
			.state;
	}

	before(async () => {
		found = await readOrganization('startup');
		places = new Map(tour());
	});

	/** Each screen, form and sheet there is, with each row of each stage of each control. */
	function* tour(): Generator<readonly [string, AppState]> {
		const list = inside(['level']);
		const to = (state: AppState, ...moves: readonly Move[]): AppState => live(state, ...moves).state;
		yield ['start', started()];
		yield ['list', list];
		yield ['reader', to(started(), 'bottom', 'choose')];
		yield ['chapter', to(started(), 'bottom', 'choose', 'choose')];
		for (const [row, control] of list.controls.entries()) {
			const opened = to(list, {type: 'row_chosen', row}, 'choose');
			for (const stage of stages) {
				let there = opened;
				for (const _ of stages) {
					there =
						there.screen.kind === 'control' && there.screen.stage === stage ? there : to(there, 'next_stage');
				}

				const last = stage === 'learn' || stage === 'verify' ? 0 : lastRow(there);
				for (let at = 0; at <= last; at += 1) {
					yield [`${control.id} ${stage} ${at}`, to(there, {type: 'row_chosen', row: at})];
				}
			}
		}

		const old = inside([], oldSession());
		yield ['history', to(old, 'history')];
		yield ['history, a change', to(old, 'history', 'bottom')];
		yield ['comparison', to(old, 'history', 'compare')];
		yield ['news', to(old, 'news')];
		yield ['extras', to(list, 'extras')];
		const compliance = to(list, {type: 'row_chosen', row: list.controls.length}, 'choose');
		for (let at = 0; at <= lastRow(compliance); at += 1) {
			yield [`compliance ${at}`, to(compliance, {type: 'row_chosen', row: at})];
		}

		const act = (id: string, from = list): AppState =>
			to(
				from,
				{type: 'row_chosen', row: list.controls.findIndex(each => each.id === id)},
				'choose',
				'clicks',
			);
		yield ['rescue sheet', act('1.1', inside([], emptySession))];
		const clicks = act('1.1');
		const several = Array.from({length: lastRow(clicks)}, (_, row) =>
			to(clicks, {type: 'row_chosen', row}, 'copy_value'),
		).find(({sheet}) => sheet !== null);
		assert.ok(several !== undefined);
		yield ['values', several];
		yield ['filter', to(clicks, 'previous_stage', 'filter')];
		yield ['register', to(act('3.1'), 'attest')];
		const choosing = to(act('3.2'), 'fix', typed('Ana'), 'accept');
		yield ['choosing', choosing];
		yield ['planning', to(choosing, 'choose')];
		yield [
			'refused',
			{...choosing, fix: {kind: 'ended', result: {kind: 'refused', why: 'The key is gone.'}}},
		];
		yield ['opening', to(started(), 'choose')];
		yield ['report', to(list, 'report', {type: 'report_made', texts})];
		yield ['waivers, none', to(list, 'waivers')];
		const failing = [...rows(list)].find(([, state]) => live(state, 'exempt').state.picking !== null);
		assert.ok(failing !== undefined);
		yield ['waive', to(failing[1], 'waive')];
		yield ['findings', to(failing[1], 'exempt')];
		yield ['help', to(list, 'help')];
		yield ['readings', to(list, 'confirm')];
		yield ['about', to(list, 'about')];
		yield ['note', to(failing[1], 'note', typed('x'))];
	}

	function* rows(list: AppState): Generator<readonly [string, AppState]> {
		for (const [row, control] of list.controls.entries()) {
			const opened = live(list, {type: 'row_chosen', row}, 'choose', 'clicks', 'previous_stage').state;
			for (let at = 0; at <= lastRow(opened); at += 1) {
				yield [`${control.id} ${at}`, live(opened, {type: 'row_chosen', row: at}).state];
			}
		}
	}

	test('are all looked at', () => {
		const seen = new Set([...places.values()].map(contextOf));
		const missed = contexts.filter(context => !seen.has(context) && !elsewhere.includes(context));
		assert.deepEqual(missed, []);
		assert.ok(places.size > 150, `${places.size} places`);
	});

	test('does what the footer says, wherever it is shown', () => {
		const idle: string[] = [];
		for (const [place, state] of places) {
			const context = contextOf(state);
			for (const {key, label} of entriesOf(state)) {
				const command = commandFor(context, key);
				if (command === null || !isActed(state, command)) {
					idle.push(`${place} (${context}): ${key} ${label}`);
				}
			}
		}

		assert.deepEqual(idle.slice(0, 40), []);
	});

	test('does something or says why it does not', () => {
		const silent: string[] = [];
		for (const [place, state] of places) {
			const context = contextOf(state);
			for (const {command, keys} of bindingsIn(context)) {
				if (!moving.includes(command) && !isActed(state, command) && !saysWhy(state, command)) {
					silent.push(`${place} (${context}): ${keys[0]} ${command}`);
				}
			}
		}

		assert.deepEqual(silent.slice(0, 40), []);
	});
});
