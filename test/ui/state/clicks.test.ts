import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {emptySession, fold} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {ControlId} from '../../../source/types/control.ts';
import type {SessionEvent} from '../../../source/types/session.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {actRows} from '../../../source/ui/state/control/act-rows.ts';
import {selectedRule, shownControl} from '../../../source/ui/state/control/selection.ts';
import {selectedClick} from '../../../source/ui/state/forms/begin-click-form.ts';
import {fieldText} from '../../../source/ui/state/forms/form.ts';
import {picture} from '../picture.ts';
import {attestOf, controlOf, inside, live, type Move, openOf, recorded, tell, typed} from '../story.ts';
import {type Found, now, openedEvent, readOrganization, started} from '../world.ts';

const clear = {type: 'edit', edit: {kind: 'clear'}} as const;

describe('the clicks', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	function clicksAt(id: ControlId, from: AppState = list): AppState {
		const row = from.controls.findIndex(control => control.id === id);
		return live(from, 'top', ...times(row, 'down'), 'choose', 'clicks').state;
	}

	function times(count: number, move: Move): readonly Move[] {
		return Array.from({length: count}, () => move);
	}

	/** On a click, or on the question of a rule. */
	function on(id: string, from: AppState = list): AppState {
		const control = from.controls.find(each => id.startsWith(`${each.id}.`)) ?? controlWith(from, id);
		const row = actRows(control).findIndex(each =>
			each.kind === 'click' ? each.click.id === id : each.rule.id === id,
		);
		assert.notEqual(row, -1, id);
		return live(clicksAt(control.id, from), {type: 'row_chosen', row}).state;
	}

	function controlWith(from: AppState, rule: string) {
		const control = from.controls.find(({rules}) => rules.some(({id}) => id === rule));
		assert.ok(control !== undefined, rule);
		return control;
	}

	describe('not on my screen', () => {
		test('the form tells other names and ways, and what is there instead stays at the step', () => {
			const form = live(on('1.1.C9'), 'not_on_screen').state.form;
			assert.match(form?.explanation ?? '', /Require users to log in using SSO\?/);
			assert.match(form?.explanation ?? '', /Organization Settings before/);
			const told = live(
				on('1.1.C9'),
				'not_on_screen',
				typed('a tab called Security'),
				'accept',
				typed('n'),
				'accept',
				typed('Ana'),
				'accept',
			);
			assert.deepEqual(
				recorded(told).map(({type}) => type),
				['person_named', 'discrepancy_noted'],
			);
			const [noted] = openOf(told.state).session.discrepancies;
			assert.deepEqual([noted?.click, noted?.seen, noted?.by], ['1.1.C9', 'a tab called Security', 'Ana']);
			assert.equal(told.state.form, null);
		});

		test('parking the step follows at once, with what was seen filled in', () => {
			const told = live(
				on('1.1.C9'),
				'not_on_screen',
				typed('another page'),
				'accept',
				typed('p'),
				'accept',
				typed('Ana'),
				'accept',
			);
			const {form} = told.state;
			assert.equal(form?.purpose.kind, 'park');
			assert.ok(form !== null);
			assert.match(fieldText(form, 'what'), /another page/);
			const parked = live(told.state, 'accept', 'accept', 'accept').state;
			assert.equal(openOf(parked).session.parked[0]?.click, '1.1.C9');
		});

		test('without a word nothing is recorded', () => {
			const told = live(
				on('1.1.C9'),
				'not_on_screen',
				'accept',
				typed('n'),
				'accept',
				typed('Ana'),
				'accept',
			);
			assert.deepEqual(recorded(told), []);
			assert.match(told.state.form?.problem ?? '', /what is there instead/);
		});
	});

	describe('waiting', () => {
		const park: readonly Move[] = ['park', 'accept', 'accept', 'accept', typed('Ana'), 'accept'];

		test('a click that usually waits is parked with what it waits for and a day', () => {
			const told = live(on('1.1.C4'), ...park);
			const event = recorded(told).at(-1);
			assert.ok(event?.type === 'parked');
			assert.deepEqual(
				[event.parked.control, event.parked.click, event.parked.waitingFor, event.parked.until],
				['1.1', '1.1.C4', 'DNS', '2026-11-25'],
			);
		});

		test('two clicks of a control wait on their own, and each ends by its key or by being done', () => {
			const one = live(on('1.1.C4'), ...park).state;
			const two = live(on('1.1.C6', one), 'park', 'accept', 'accept', 'accept').state;
			assert.deepEqual(
				openOf(two).session.parked.map(({click}) => click),
				['1.1.C4', '1.1.C6'],
			);
			const taken = live(on('1.1.C4', two), 'park');
			assert.deepEqual(recorded(taken).at(-1), {type: 'unparked', control: '1.1', click: '1.1.C4'});
			const done = live(on('1.1.C6', taken.state), 'tick').state;
			assert.deepEqual(openOf(done).session.parked, []);
			const back = live(on('1.1.C6', two), 'withdraw').state;
			assert.deepEqual(
				openOf(back).session.parked.map(({click}) => click),
				['1.1.C4'],
			);
		});

		test('a day that has passed and a day that is none are refused, an empty one means nobody knows', () => {
			const form = live(on('1.1.C9'), 'park', 'accept', 'accept').state;
			for (const [day, problem] of [
				['2026-11-23', /passed/],
				['tomorrow', /YEAR-MONTH-DAY/],
			] as const) {
				const told = live(form, clear, typed(day), 'accept', typed('Ana'), 'accept');
				assert.deepEqual(recorded(told), []);
				assert.match(told.state.form?.problem ?? '', problem);
			}

			const open = live(form, clear, 'accept', typed('Ana'), 'accept').state;
			assert.equal(openOf(open).session.parked[0]?.until, null);
		});

		test('the clicks open past the one that waits, and at it again once its day has come', () => {
			const ticked = live(on('1.1.C1'), 'tick', 'tick', 'tick').state;
			const waiting = live(on('1.1.C4', ticked), ...park).state;
			assert.equal(selectedClick(live(waiting, 'next_stage', 'previous_stage').state)?.id, '1.1.C5');
			const session = openOf(waiting).session.parked.map(wait => ({...wait, until: '2026-11-24'}));
			const over: AppState = {
				...waiting,
				open: {...openOf(waiting), session: {...openOf(waiting).session, parked: session}},
			};
			assert.equal(selectedClick(live(over, 'next_stage', 'previous_stage').state)?.id, '1.1.C4');
		});
	});

	describe('what is seen now', () => {
		test('attest asks about the rule the selected click serves, not about the first open one', () => {
			for (const [click, rule] of [
				['1.1.C1', 'domain-claim-published'],
				['1.1.C9', 'sso-required'],
				['1.1.C10', 'idp-managed-access'],
				['1.1.C11', 'saml-certificate-expiry'],
			] as const) {
				assert.equal(attestOf(live(on(click), 'attest').state).rule, rule);
			}
		});

		test('every click of every control leads to a rule of its control', () => {
			for (const control of list.controls) {
				const act = clicksAt(control.id);
				for (const [row] of actRows(control).entries()) {
					const rule = selectedRule(live(act, {type: 'row_chosen', row}).state);
					assert.ok(
						control.rules.some(({id}) => id === rule?.id),
						`${control.id} row ${row}`,
					);
				}
			}
		});

		test('what was seen begins empty: no words but the person’s own are recorded as theirs', () => {
			for (const control of list.controls) {
				for (const row of actRows(control)) {
					const {form} = row.kind === 'question' ? live(on(row.rule.id), 'tick').state : list;
					if (form?.purpose.kind === 'attest') {
						assert.equal(fieldText(form, 'seen'), '', form.purpose.rule);
						assert.ok(form.explanation.includes(`: ${row.kind === 'question' ? row.rule.title : ''}.`));
					}
				}
			}
		});

		test('a yes needs words and is recorded with the question as it was asked', () => {
			const asked = live(
				on('sso-required'),
				'tick',
				typed('y'),
				...times(4, 'accept'),
				typed('Ana'),
				'accept',
			);
			assert.deepEqual(recorded(asked), []);
			assert.match(asked.state.form?.problem ?? '', /Write what you saw/);
			const told = live(asked.state, typed('It is purple.'), ...times(4, 'accept'));
			const event = recorded(told).at(-1);
			assert.ok(event?.type === 'rule_attested');
			const {rule, status, seen, question, observedOn} = event.attestation;
			assert.deepEqual([rule, status, seen], ['sso-required', 'pass', 'It is purple.']);
			assert.deepEqual(
				[question, observedOn],
				['Is the switch Require Single Sign-On on (purple)?', '2026-11-24'],
			);
			assert.equal(selectedRule(told.state)?.id, 'break-glass-owners');
		});

		test('a no may stand without words, and then nothing stands as said', () => {
			const told = live(
				on('sso-required'),
				'tick',
				typed('n'),
				...times(4, 'accept'),
				typed('Ana'),
				'accept',
			);
			const event = recorded(told).at(-1);
			assert.ok(event?.type === 'rule_attested');
			assert.deepEqual([event.attestation.status, event.attestation.seen], ['fail', '']);
			const shown = picture(on('sso-required', told.state), {columns: 80, rows: 60}).join('\n');
			assert.match(shown, /No — Ana, 2026-11-24/);
			assert.doesNotMatch(shown, /“”/);
		});

		test('before a yes, the clicks that are not ticked are counted, and stand in nobody’s way', () => {
			const words = (state: AppState) => picture(state, {columns: 120, rows: 40}).join('\n');
			const open = live(on('sso-enabled'), 'tick').state;
			assert.doesNotMatch(words(open), /not ticked/);
			assert.doesNotMatch(words(live(open, typed('n')).state), /not ticked/);
			assert.match(words(live(open, typed('y')).state), /3 of 3 clicks of this question are not ticked;/);
			const one = live(on('1.1.C5'), 'tick').state;
			const two = live(on('1.1.C6', one), 'tick').state;
			assert.match(
				words(live(on('sso-enabled', two), 'tick', typed('y')).state),
				/1 of 3 clicks of this question is not ticked;/,
			);
			assert.match(words(live(on('sso-required'), 'tick', typed('y')).state), / 1\.1\.C9 is not ticked;/);
			const done = live(on('1.1.C9'), 'tick').state;
			const said = live(on('sso-required', done), 'tick', typed('y'));
			assert.doesNotMatch(words(said.state), /not ticked/);
			const told = live(
				open,
				typed('y'),
				'accept',
				typed('On.'),
				...times(3, 'accept'),
				typed('Ana'),
				'accept',
			);
			assert.equal(recorded(told).at(-1)?.type, 'rule_attested');
		});

		test('ticking every click of every control changes no verdict', () => {
			let state = list;
			for (const control of list.controls) {
				const clicks = actRows(control).filter(({kind}) => kind === 'click').length;
				state = live(clicksAt(control.id, state), 'top', ...times(clicks, 'tick'), 'back').state;
			}

			assert.ok(openOf(state).session.ticked.size > 80);
			assert.deepEqual(openOf(state).assessment, openOf(list).assessment);
		});
	});

	describe('the rescue sheet', () => {
		const entered = (): AppState => {
			const fresh = live(started(), openedEvent(found.target, emptySession)).state;
			return clicksAt('1.1', fresh);
		};

		test('comes before clicks that can lock people out, once, and hides nothing', () => {
			const sheet = entered();
			assert.equal(contextOf(sheet), 'rescue');
			const told = live(sheet, 'go_on');
			assert.deepEqual(recorded(told), [{type: 'rescue_sheet_seen', control: '1.1'}]);
			assert.equal(contextOf(told.state), 'act');
			assert.equal(contextOf(live(told.state, 'next_stage', 'previous_stage').state), 'act');
			assert.equal(contextOf(live(told.state, 'rescue').state), 'rescue');
			assert.deepEqual(recorded(live(told.state, 'rescue', 'go_on')), []);
		});

		test('Esc goes on without having seen it, and it comes again', () => {
			const told = live(entered(), 'back');
			assert.deepEqual(recorded(told), []);
			assert.equal(contextOf(told.state), 'act');
			assert.equal(contextOf(live(told.state, 'previous_stage', 'next_stage').state), 'rescue');
		});

		test('does not come where nobody can be locked out', () => {
			const fresh = live(started(), openedEvent(found.target, emptySession)).state;
			assert.equal(contextOf(clicksAt('4.1', fresh)), 'act');
		});

		test('is saved as a text of its own', () => {
			const told = live(entered(), 'save_sheet');
			const effect = told.effects.findLast(each => each.type === 'record');
			assert.ok(effect?.type === 'record');
			assert.equal(effect.text?.name, 'rescue-sheet-1.1-2026-11-24');
			assert.match(effect.text?.content ?? '', /RESCUE SHEET · 1\.1/);
			assert.equal(contextOf(told.state), 'rescue');
		});

		test('in a session that cannot be written it comes each time and records nothing', () => {
			const fresh = live(started(), openedEvent(found.target, emptySession, 'Somebody has it.')).state;
			const told = live(clicksAt('1.1', fresh), 'go_on');
			assert.deepEqual(recorded(told), []);
			assert.equal(contextOf(told.state), 'act');
		});
	});

	describe('proofs before a lock-out', () => {
		test('those not read are assured with the name of the organization typed', () => {
			const form = live(on('1.2.C3'), 'assure').state;
			assert.deepEqual(
				form.form?.fields.map(({name}) => name),
				['own-password', 'app-installed', 'organization', 'name'],
			);
			const wrong = live(
				form,
				typed('y'),
				'accept',
				'accept',
				typed('Harbour'),
				'accept',
				typed('Ana'),
				'accept',
			);
			assert.deepEqual(recorded(wrong), []);
			assert.match(wrong.state.form?.problem ?? '', /Harbour Example/);
			const told = live(wrong.state, clear, typed('Harbour Example'), 'accept', 'accept');
			assert.deepEqual(
				recorded(told).flatMap(event => (event.type === 'assured' ? [event.assurance.proof] : [])),
				['own-password'],
			);
			const again = live(told.state, 'assure').state.form;
			assert.deepEqual(
				again?.fields.map(({name}) => name),
				['app-installed', 'organization'],
			);
		});

		test('a tick is possible without them, and says that they are open', () => {
			const told = live(on('1.2.C3'), 'tick');
			assert.ok(openOf(told.state).session.ticked.has('1.2.C3'));
			assert.match(told.state.message ?? '', /2 of what should stand before it are open/);
		});

		test('a click that locks nobody out asks for none', () => {
			assert.equal(live(on('1.1.C1'), 'assure').state.form, null);
		});
	});

	describe('values and pages', () => {
		test('one value is copied at once, of several one is chosen', () => {
			const one = tell(on('1.1.C5'), 'copy_value');
			assert.deepEqual(one.effects, [
				{type: 'copy', text: 'https://mixpanel.com/security/sso/v2/authorize/?org_id=4340997'},
			]);
			const several = tell(on('1.1.C6'), 'copy_value');
			assert.deepEqual(several.effects, []);
			assert.equal(contextOf(several.state), 'values');
			const chosen = tell(several.state, 'down', 'copy_chosen');
			assert.deepEqual(chosen.effects, [
				{type: 'copy', text: 'https://mixpanel.com/security/sso/v2/authorize/'},
			]);
			assert.equal(contextOf(chosen.state), 'act');
			assert.equal(contextOf(tell(several.state, 'back').state), 'act');
		});

		test('in training no page is opened, and its address is said with the reason', () => {
			const told = tell(on('1.1.C9'), 'open_page');
			assert.deepEqual(told.effects, []);
			assert.match(told.state.message ?? '', /https:\/\/mixpanel\.com\/settings\/org\/plan/);
			assert.match(told.state.message ?? '', /not the one you practise on/);
		});
	});

	test('what was recorded at the clicks is there again after the wizard was left', () => {
		const by = makeSafe('Ana');
		const events: readonly SessionEvent[] = [
			{type: 'rescue_sheet_seen', control: '1.1'},
			{type: 'discrepancy_noted', discrepancy: {click: '1.1.C2', seen: makeSafe('other tab'), by}},
			{type: 'place_moved', place: {screen: 'control', control: '1.1', stage: 'act', row: 1}},
		];
		const session = events.reduce((to, event) => fold(to, {at: now.toISOString(), event}), emptySession);
		const back = live(started(), openedEvent(found.target, session), 'choose').state;
		assert.equal(contextOf(back), 'act');
		assert.equal(controlOf(back).row, 1);
		assert.equal(selectedClick(back)?.id, '1.1.C2');
		assert.equal(shownControl(back)?.control.id, '1.1');
	});
});
