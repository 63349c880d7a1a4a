import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {ControlId} from '../../../source/types/control.ts';
import type {Command, Context} from '../../../source/ui/keys/bindings.ts';
import {bindingsIn, commandFor} from '../../../source/ui/keys/command-for.ts';
import {plainText} from '../../../source/ui/lines/line.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {actRows} from '../../../source/ui/state/control/act-rows.ts';
import {footerOf, worksNow} from '../../../source/ui/state/footer-of.ts';
import {whyNotNow} from '../../../source/ui/state/not-now.ts';
import {picture, sizes} from '../picture.ts';
import {controlOf, inside, live, recorded, typed} from '../story.ts';
import {type Found, readOrganization} from '../world.ts';

const [narrow, usual, wide] = sizes;

describe('the keys of the stages of a control', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function open(id: ControlId, from = list): AppState {
		const row = from.controls.findIndex(control => control.id === id);
		return live(from, {type: 'row_chosen', row}, 'choose').state;
	}

	function at(id: ControlId, stage: string, from = list): AppState {
		let state = open(id, from);
		while (controlOf(state).stage !== stage) {
			state = live(state, 'next_stage').state;
		}

		return state;
	}

	/** Stage Act of the control, at the question of a rule. */
	function question(id: ControlId, rule: string, from = list): AppState {
		const state = live(open(id, from), 'clicks').state;
		const control = state.controls.find(each => each.id === id);
		assert.ok(control !== undefined);
		const row = actRows(control).findIndex(each => each.kind === 'question' && each.rule.id === rule);
		return live(state, {type: 'row_chosen', row}).state;
	}

	function press(state: AppState, key: string): AppState {
		const command = commandFor(contextOf(state), key);
		assert.ok(command !== null, `${key} in ${contextOf(state)}`);
		return live(state, command).state;
	}

	test('Enter goes on from Learn to Check, Gap, Act and Verify, and ticks nothing on its way', () => {
		let state = at('4.1', 'learn');
		const seen: string[] = [];
		for (let step = 0; step < 4; step += 1) {
			assert.match(plainText(footerOf(state, 78)), /enter next stage/);
			const told = live(state, commandFor(contextOf(state), 'enter') ?? 'help');
			assert.ok(recorded(told).every(({type}) => type === 'place_moved'));
			state = told.state;
			seen.push(controlOf(state).stage);
		}

		assert.deepEqual(seen, ['check', 'gap', 'act', 'verify']);
	});

	test('at a click Space ticks and nothing else does, in handler, footer and help', () => {
		const click = live(open('4.1'), 'clicks').state;
		assert.match(plainText(footerOf(click, 78)), /^space done {2}enter next stage/);
		const ticking = bindingsIn('act').filter(({command}) => command === 'tick');
		assert.deepEqual(
			ticking.flatMap(({keys}) => keys),
			['space'],
		);
	});

	test('a rule is decided by the same keys in Gap and in Act', () => {
		const deciding: readonly Command[] = [
			'fix',
			'attest',
			'waive',
			'exempt',
			'waivers',
			'withdraw',
			'confirm',
			'note',
			'hand_over',
			'read_again',
			'import',
		];
		const keysOf = (context: Context) =>
			deciding.map(command => [
				command,
				bindingsIn(context).find(binding => binding.command === command)?.keys[0],
			]);
		assert.deepEqual(keysOf('question'), keysOf('gap'));
		assert.ok(keysOf('gap').every(([, key]) => key !== undefined));
		for (const key of ['w', 'W']) {
			assert.equal(commandFor('act', key), commandFor('gap', key), key);
		}
	});

	test('at a failed question the footer offers what works on it, and help lists it', () => {
		const failed = question('2.3', 'owner-count');
		const footer = plainText(footerOf(failed, 78));
		assert.match(footer, /w waive/);
		assert.match(footer, /x exempt/);
		const help = live(failed, 'help').state;
		const read: string[] = [];
		let page = help;
		for (let step = 0; step < 4; step += 1) {
			read.push(...picture(page, usual));
			page = live(page, 'page_down').state;
		}

		const keys = read.join('\n');
		const [now = '', later = ''] = keys.split('Not now');
		for (const key of ['w', 'x', 'W', 'e', 'n', 'r']) {
			assert.match(now, new RegExp(`^ {3}${key} {3,}`, 'm'), key);
		}

		assert.match(later, /^ {3}f {3,}/m);
		assert.match(plainText(footerOf(question('3.2', 'pii-classified', leveled()), 78)), /^f fix/);
		assert.doesNotMatch(plainText(footerOf(question('1.2', 'idp-mfa'), 200)), /x exempt/);
	});

	function leveled(): AppState {
		return live(list, 'level').state;
	}

	test('w in Act waives the rule of the question, and of the click', () => {
		for (const state of [question('2.3', 'owner-count'), live(open('2.3'), 'clicks', 'down', 'down').state]) {
			const {form} = press(state, 'w');
			assert.ok(form?.purpose.kind === 'waive');
			assert.equal(form.purpose.scope.kind, 'rule');
		}

		const {form} = press(question('2.3', 'owner-count'), 'w');
		assert.ok(form?.purpose.kind === 'waive' && form.purpose.scope.kind === 'rule');
		assert.equal(form.purpose.scope.rule, 'owner-count');
	});

	test('x at a question exempts findings of its rule, not of what lies in that row of Gap', () => {
		const several = press(question('2.3', 'owner-count'), 'x');
		assert.ok(several.picking?.of.kind === 'findings');
		assert.equal(several.picking.of.rule, 'owner-count');
		assert.equal(several.picking.row, 0);
		const one = press(question('2.3', 'privileged-service-accounts'), 'x');
		assert.ok(one.form !== null && one.form.purpose.kind === 'exempt');
		assert.match(
			whyNotNow(question('1.2', 'idp-mfa'), 'exempt') ?? '',
			/An exemption is for a finding, and this rule has none/,
		);
	});

	test('f in Act begins at the first property, not at the one of that row of Gap', () => {
		const act = live(open('3.2', leveled()), 'clicks').state;
		for (let row = 0; row < 6; row += 1) {
			const begun = live(act, {type: 'row_chosen', row}, 'fix', typed('Ana'), 'accept').state;
			assert.ok(begun.fix?.kind === 'choosing');
			assert.equal(begun.fix.row, 0);
		}
	});

	test('what is offered at a row works there, whatever the row', () => {
		for (const state of [
			question('2.3', 'owner-count'),
			question('1.2', 'idp-mfa'),
			at('2.3', 'gap'),
			live(open('2.3'), 'clicks').state,
		]) {
			for (const {command, footer} of bindingsIn(contextOf(state))) {
				if (footer.includes(contextOf(state)) && worksNow(state, command)) {
					assert.equal(whyNotNow(state, command), null, command);
				}
			}
		}
	});

	test('PageDown in Act goes to the last row in sight, through every row, and PageUp back', () => {
		for (const size of [narrow, usual, wide]) {
			for (const id of ['1.1', '2.3', '3.1'] as const) {
				let state: AppState = {...live(open(id), 'clicks', 'top').state, ...size};
				const last = live(state, 'bottom').state.screen;
				for (let step = 0; step < 60 && controlOf(state).row < rowOf(last); step += 1) {
					const inSight = picture(state, size).join('\n');
					const next = live(state, 'page_down').state;
					const from = controlOf(state).row;
					const to = controlOf(next).row;
					const isWithin = to === from && controlOf(next).past > controlOf(state).past;
					assert.ok(to > from || isWithin || to === rowOf(last), `${id}: row ${from} to ${to}`);
					// Whatever row is passed over was in sight.
					for (let row = from + 1; row < to; row += 1) {
						assert.match(inSight, new RegExp(markOf(state, row)), `${id} ${size.columns}: row ${row}`);
					}

					state = next;
				}

				assert.equal(controlOf(state).row, rowOf(last), id);
				for (let step = 0; step < 60 && controlOf(state).row > 0; step += 1) {
					state = live(state, 'page_up').state;
				}

				assert.equal(controlOf(state).row, 0);
			}
		}
	});

	function rowOf(screen: AppState['screen']): number {
		assert.ok(screen.kind === 'control');
		return screen.row;
	}

	/** The first words of a row of Act as they stand in the list. */
	function markOf(state: AppState, row: number): string {
		const control = state.controls.find(({id}) => id === controlOf(state).control);
		const wanted = control === undefined ? undefined : actRows(control)[row];
		assert.ok(wanted !== undefined);
		return wanted.kind === 'click'
			? `○ +${row + 1} `
			: wanted.rule.title.slice(0, 20).replaceAll(/[()?.]/g, '.');
	}
});
