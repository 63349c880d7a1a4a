import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {recipientOf} from '../../../source/report/hand-over.ts';
import type {Control} from '../../../source/types/control.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {actRows} from '../../../source/ui/state/control/act-rows.ts';
import {selectedRule} from '../../../source/ui/state/control/selection.ts';
import {fieldChoice, fieldText} from '../../../source/ui/state/forms/form.ts';
import {inside, live, openOf, recorded, tell, typed} from '../story.ts';
import {type Found, readOrganization} from '../world.ts';

describe('what a person decides besides attesting', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	const clear = {type: 'edit', edit: {kind: 'clear'}} as const;

	function sso(): Control {
		const control = list.controls.find(({id}) => id === '1.1');
		assert.ok(control !== undefined);
		return control;
	}

	/** In the gap of 2.3, on the rule about Owners. */
	function owners(): AppState {
		const row = list.controls.findIndex(control => control.id === '2.3');
		return live(list, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
	}

	test('a waiver is signed, has a reason and an end, and leaves the verdict as it was measured', () => {
		const told = live(
			owners(),
			'waive',
			typed('a'),
			'accept',
			typed('Two are leaving.'),
			'accept',
			typed('Ben'),
			'accept',
			'accept',
			typed('Ana'),
			'accept',
		);
		const event = recorded(told).at(-1);
		assert.ok(event?.type === 'waived');
		assert.equal(event.waiver.by, 'Ana');
		assert.equal(event.waiver.owner, 'Ben');
		assert.equal(event.waiver.expires, '2027-02-22');
		const rule = selectedRule(told.state);
		assert.equal(rule?.status, 'fail');
		assert.equal(rule?.waiver?.reason, 'Two are leaving.');
	});

	test('a waiver without reason or owner, of the past or beyond a year says so and is not recorded', () => {
		const form = live(
			owners(),
			'waive',
			typed('c'),
			'accept',
			typed('Why'),
			'accept',
			typed('Ben'),
			'accept',
		).state;
		for (const [day, problem] of [
			['2026-11-24', /passed/],
			['2027-11-25', /365 days/],
			['soon', /YEAR-MONTH-DAY/],
		] as const) {
			const told = live(form, clear, typed(day), 'accept', typed('Ana'), 'accept');
			assert.deepEqual(recorded(told), [], day);
			assert.match(told.state.form?.problem ?? '', problem);
			assert.ok(told.state.form !== null && fieldText(told.state.form, 'reason') === 'Why');
		}

		const bare = live(
			owners(),
			'waive',
			typed('a'),
			'accept',
			'accept',
			'accept',
			'accept',
			typed('Ana'),
			'accept',
		).state;
		assert.match(bare.form?.problem ?? '', /why/);
	});

	test('a waiver can be taken back, and there is nothing to waive where nothing is open', () => {
		const waived = live(
			owners(),
			'waive',
			typed('a'),
			'accept',
			typed('Why'),
			'accept',
			typed('Ben'),
			'accept',
			'accept',
			typed('Ana'),
			'accept',
		).state;
		const asked = live(waived, 'withdraw');
		assert.match(asked.state.form?.title ?? '', /^Take back the waiver of /);
		const kept = live(asked.state, 'accept');
		assert.deepEqual([recorded(asked), recorded(kept)], [[], []], 'Enter alone keeps it');
		assert.equal(kept.state.message, 'Nothing was taken back.');
		const told = live(waived, 'withdraw', typed('y'), 'accept');
		assert.equal(recorded(told).at(-1)?.type, 'waiver_withdrawn');
		assert.equal(selectedRule(told.state)?.waiver, null);
	});

	test('a waiver of a control is taken back from the list only after asking', () => {
		const row = list.controls.findIndex(({id}) => id === '2.3');
		const waived = live(
			list,
			{type: 'row_chosen', row},
			'waive',
			typed('a'),
			'accept',
			typed('Why'),
			'accept',
			typed('Ben'),
			'accept',
			'accept',
			typed('Ana'),
			'accept',
		).state;
		assert.equal(openOf(waived).session.waivers.length, 1);
		const asked = live(waived, 'withdraw');
		assert.deepEqual(recorded(asked), []);
		assert.equal(asked.state.form?.title, 'Take back the waiver of 2.3 all of Admin access?');
		for (const answer of ['accept', 'cancel'] as const) {
			const kept = live(asked.state, answer).state;
			assert.deepEqual([kept.form, openOf(kept).session.waivers.length], [null, 1]);
		}

		assert.equal(openOf(live(asked.state, typed('y'), 'accept').state).session.waivers.length, 0);
	});

	test('answers about the organization shape the verdicts: with single sign-on, Mixpanel’s own two-factor does not apply', () => {
		const status = (state: AppState) =>
			openOf(state)
				.assessment.controls.find(control => control.id === '1.2')
				?.rules.find(rule => rule.id === 'organization-two-factor')?.status;
		assert.equal(status(list), 'manual');
		const told = live(
			list,
			'about',
			'next_field',
			'next_field',
			typed('y'),
			'next_field',
			'next_field',
			'next_field',
			'accept',
			typed('acme.example, acme.test'),
			'accept',
		);
		const event = recorded(told).at(-1);
		assert.ok(event?.type === 'profile_answered');
		assert.equal(event.answers.sso, 'enabled');
		assert.deepEqual(event.answers.domains, ['acme.example', 'acme.test']);
		assert.equal(status(told.state), 'not_applicable');
		const wrong = live(
			list,
			'about',
			...Array.from({length: 6}, () => 'next_field' as const),
			typed('not a domain!'),
			'accept',
		);
		assert.deepEqual(recorded(wrong), []);
		assert.match(wrong.state.form?.problem ?? '', /not a domain name/);
	});

	test('what was read is compared with the screen once: then its verdicts are confirmed', () => {
		const chooser = live(list, 'confirm').state;
		assert.equal(chooser.form, null);
		const first = live(chooser, 'choose').state;
		const back = live(first, 'cancel').state;
		assert.deepEqual([back.form, back.picking?.of.kind], [null, 'readings'], 'one level back, not two');
		assert.equal(live(back, 'back').state.picking, null);
		assert.match(first.form?.title ?? '', /What does your screen say\?/);
		const untold = live(first, 'accept', typed('Ana'), 'accept');
		assert.deepEqual(recorded(untold), []);
		const told = live(first, typed('y'), 'accept', typed('Ana'), 'accept');
		const event = recorded(told).at(-1);
		assert.ok(event?.type === 'reading_confirmed');
		assert.equal(event.confirmation.reading, 'two_factor');
		const rule = openOf(told.state)
			.assessment.controls.find(control => control.id === '1.2')
			?.rules.find(({id}) => id === 'organization-two-factor');
		assert.equal(rule?.status, 'fail');
		assert.equal(rule?.basis, 'confirmed');
		assert.equal(told.state.picking?.of.kind, 'readings', 'the rest of them stay in sight');
		const next = tell(told.state, 'choose').state;
		assert.doesNotMatch(next.form?.title ?? '', /two_factor|enabled = /);
	});

	test('a part of a control is handed over: a text is saved, the control waits, and may wait no longer', () => {
		const row = list.controls.findIndex(control => control.id === '1.1');
		const act = live(
			list,
			'top',
			...Array.from({length: row}, () => 'down' as const),
			'choose',
			'clicks',
		).state;
		const empty = live(act, 'hand_over', 'accept', 'accept', 'accept', typed('Ana'), 'accept');
		assert.deepEqual(recorded(empty), []);
		assert.match(empty.state.form?.problem ?? '', /whom it waits for/);
		const told = live(
			act,
			'hand_over',
			typed('d'),
			'accept',
			typed('Ben, DNS'),
			'accept',
			'accept',
			typed('Ana'),
			'accept',
		);
		const effect = told.effects.find(
			candidate => candidate.type === 'record' && candidate.text !== undefined,
		);
		assert.ok(effect?.type === 'record');
		assert.match(effect.text?.name ?? '', /^1\.1-dns-2026-11-24$/);
		assert.match(effect.text?.content ?? '', /mixpanel-domain-verify=/);
		const [parked] = openOf(told.state).session.parked;
		assert.equal(parked?.waitingFor, 'Ben, DNS');
		assert.equal(parked?.until, '2026-12-01');
		assert.equal(parked?.click, '1.1.C3', 'the step of whoever got it waits, wherever the cursor was');
		assert.match(told.state.message ?? '', /^1\.1\.C3 waits for Ben, DNS\./);
		const done = live(told.state, 'withdraw');
		assert.deepEqual(openOf(done.state).session.parked, []);
	});

	test('a hand-over offers first whoever does the selected click, and of an admin it parks the control', () => {
		const act = live(
			list,
			{type: 'row_chosen', row: list.controls.findIndex(({id}) => id === '1.1')},
			'choose',
			'clicks',
		).state;
		const to = (state: AppState) => (state.form === null ? '' : fieldChoice(state.form, 'recipient'));
		assert.equal(to(live(act, 'hand_over').state), 'dns');
		const rows = actRows(sso());
		const idp = rows.findIndex(row => row.kind === 'click' && recipientOf(row.click) === 'idp');
		assert.equal(to(live(act, {type: 'row_chosen', row: idp}, 'hand_over').state), 'idp');

		const whole = live(
			act,
			'hand_over',
			typed('a'),
			'accept',
			typed('Raj'),
			'accept',
			'accept',
			typed('Ana'),
			'accept',
		);
		assert.deepEqual(
			openOf(whole.state).session.parked.map(({click}) => click),
			[null],
		);
		assert.match(whole.state.message ?? '', /^1\.1 waits for Raj\./);
	});

	test('a session that can only be looked at decides nothing', () => {
		const readOnly: AppState = {
			...list,
			open: {...openOf(list), readOnly: 'Another wizard has this session open.'},
		};
		for (const command of ['waive', 'about', 'confirm'] as const) {
			const told = tell(readOnly, command);
			assert.equal(told.state.form, null, command);
			assert.match(told.state.message ?? '', /Another wizard/, command);
		}
	});
});
