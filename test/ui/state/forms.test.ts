import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {contextOf} from '../../../source/ui/state/context-of.ts';
import {actRows} from '../../../source/ui/state/control/act-rows.ts';
import {selectedRule} from '../../../source/ui/state/control/selection.ts';
import {textOf} from '../../../source/ui/state/text-field.ts';
import {picture} from '../picture.ts';
import {attestOf, controlOf, inside, live, noteOf, openOf, recorded, tell, typed} from '../story.ts';
import {type Found, now, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

describe('saying what was seen', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	/** In Check of a control, on its first rule that a person answers. */
	function asked(id = '4.1'): AppState {
		const row = list.controls.findIndex(control => control.id === id);
		const opened = live(list, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose').state;
		let state = opened;
		while (controlOf(state).stage !== 'check') {
			state = live(state, 'next_stage').state;
		}

		while (selectedRule(state)?.status !== 'manual') {
			state = live(state, 'down').state;
		}

		return state;
	}

	function filled(name: string | null = 'Ana'): AppState {
		const told = live(
			asked(),
			'attest',
			typed('y'),
			'accept',
			typed('Export ran on Monday.'),
			'accept',
			'accept',
			'accept',
			...(name === null ? [] : [typed(name)]),
		);
		return told.state;
	}

	test('field by field: answer, what was seen, the day, the name; then it is recorded', () => {
		let {state} = live(asked(), 'attest');
		const {rule} = attestOf(state);
		const fields: string[] = [];
		for (const text of ['y', 'Export ran on Monday.', null, null]) {
			fields.push(attestOf(state).field);
			state = live(state, ...(text === null ? [] : [typed(text)]), 'accept').state;
		}

		fields.push(attestOf(state).field);
		assert.deepEqual(fields, ['answer', 'seen', 'observed', 'file', 'name']);
		const told = tell(state, typed('Ana'), 'accept');
		assert.deepEqual(recorded(told), [
			{type: 'person_named', name: 'Ana'},
			{
				type: 'rule_attested',
				attestation: {
					rule,
					ruleVersion: 1,
					question:
						'Was the audit log exported in the last 30 days, or those of your policy, and stored outside Mixpanel?',
					resource: null,
					status: 'pass',
					by: 'Ana',
					observedOn: '2026-11-24',
					seen: 'Export ran on Monday.',
				},
			},
		]);
		assert.equal(attestOf(told.state).saving, true);
	});

	test('once on the disk the form closes, the verdict is that person’s word and the score counts it', () => {
		const {state} = live(filled(), 'accept');
		assert.equal(state.form, null);
		assert.equal(state.message, 'Recorded as your word.');
		const rule = selectedRule(state);
		assert.equal(rule?.status, 'pass');
		assert.equal(rule?.basis, 'attested');
		assert.equal(openOf(state).assessment.progress.decided, openOf(list).assessment.progress.decided + 1);
	});

	test('the name is asked once', () => {
		const first = live(filled(), 'accept').state;
		const told = live(
			first,
			'down',
			'attest',
			typed('y'),
			'accept',
			typed('Seen too.'),
			'accept',
			'accept',
			'accept',
		);
		assert.deepEqual(
			recorded(told).map(event => event.type),
			['rule_attested'],
		);
		assert.equal(openOf(told.state).session.attestations.length, 2);
		assert.equal(openOf(told.state).session.attestations.at(-1)?.by, 'Ana');
	});

	test('what cannot be recorded says why on its field, and nothing is lost', () => {
		const empty = live(
			asked(),
			'attest',
			typed('y'),
			'accept',
			'accept',
			'accept',
			'accept',
			typed('Ana'),
			'accept',
		);
		assert.equal(attestOf(empty.state).field, 'seen');
		assert.match(attestOf(empty.state).problem ?? '', /what you saw/);
		assert.equal(textOf(attestOf(empty.state).name), 'Ana');
		const clear = {type: 'edit', edit: {kind: 'clear'}} as const;
		for (const [day, problem] of [
			['2026-11-27', /still to come/],
			['2026-02-30', /does not exist: 2026-02 has 28 days\. Write for example 2026-02-28/],
			['2026-11-31', /does not exist: 2026-11 has 30 days/],
			['2026-13-01', /months 01 to 12/],
			['24.11.2026', /YEAR-MONTH-DAY/],
			['', /YEAR-MONTH-DAY/],
			['yesterday', /YEAR-MONTH-DAY/],
		] as const) {
			const told = live(
				filled(),
				'previous_field',
				'previous_field',
				clear,
				typed(day),
				'accept',
				'accept',
				'accept',
			);
			assert.deepEqual(recorded(told), [], day);
			assert.equal(attestOf(told.state).field, 'observed', day);
			assert.match(attestOf(told.state).problem ?? '', problem, day);
			assert.equal(textOf(attestOf(told.state).seen), 'Export ran on Monday.');
		}

		const nameless = live(filled(null), typed('   '), 'accept');
		assert.equal(attestOf(nameless.state).field, 'name');
		assert.match(attestOf(nameless.state).problem ?? '', /name/);
		assert.deepEqual(recorded(nameless), []);
		assert.equal(attestOf(live(nameless.state, typed('A')).state).problem, null);
	});

	test('where it is tomorrow already, today can be written', () => {
		const clear = {type: 'edit', edit: {kind: 'clear'}} as const;
		const told = live(
			filled(),
			'previous_field',
			'previous_field',
			clear,
			typed('2026-11-25'),
			'accept',
			'accept',
			'accept',
		);
		assert.equal(recorded(told).at(-1)?.type, 'rule_attested');
	});

	test('the answer is chosen with arrows or letters, and text does not reach it', () => {
		const form = live(asked(), 'attest').state;
		const right = {type: 'edit', edit: {kind: 'right'}} as const;
		const left = {type: 'edit', edit: {kind: 'left'}} as const;
		const answer = (state: AppState) => attestOf(state).answer;
		assert.equal(answer(form), '', 'nothing is chosen before the person has');
		assert.equal(answer(live(form, right).state), 'pass');
		assert.equal(answer(live(form, right, right).state), 'fail');
		assert.equal(answer(live(form, right, right, right, right).state), 'not_applicable');
		assert.equal(answer(live(form, right, left, left).state), 'pass');
		assert.equal(answer(live(form, {type: 'edit', edit: {kind: 'erase'}}).state), '');
		assert.equal(answer(live(form, typed('n')).state), 'fail');
		assert.equal(answer(live(form, typed('x')).state), 'not_applicable');
		assert.equal(answer(live(form, typed('x'), typed('y')).state), 'pass');
		assert.equal(answer(live(form, typed('no')).state), '');
		const unanswered = live(form, 'accept').state;
		assert.equal(attestOf(unanswered).field, 'answer');
		assert.match(attestOf(unanswered).problem ?? '', /Choose one first: y Yes, n No/);
	});

	test('a paste is text, its line breaks no Enter', () => {
		const {state} = live(asked(), 'attest', 'next_field', typed('one\r\ntwo\n\nthree\tfour'));
		assert.equal(attestOf(state).field, 'seen');
		assert.equal(textOf(attestOf(state).seen), 'one two three four');
	});

	test('hidden characters show as tokens while they are typed', () => {
		const {state} = live(asked(), 'attest', 'next_field', typed('a\u202Eb\u200Bc\u001B[2J'));
		assert.equal(textOf(attestOf(state).seen), 'a<U+202E>b<U+200B>c [2J');
	});

	test('joined emoji are taken back whole', () => {
		const erase = {type: 'edit', edit: {kind: 'erase'}} as const;
		const {state} = live(asked(), 'note', typed('ok 👍🏽'), erase);
		assert.equal(textOf(noteOf(state).text), 'ok ');
	});

	test('Esc leaves without recording, and says so', () => {
		const warned = live(filled(), 'cancel');
		assert.ok(warned.state.form !== null);
		assert.match(warned.state.message ?? '', /Esc again drops/);
		const going = live(warned.state, 'previous_field', 'cancel').state;
		assert.ok(going.form !== null, 'a key in between asks anew');
		const told = live(warned.state, 'cancel');
		assert.equal(told.state.form, null);
		assert.equal(live(asked(), 'attest', 'cancel').state.form, null, 'nothing typed, nothing to lose');
		assert.equal(told.state.message, 'Nothing was recorded.');
		assert.deepEqual(recorded(told), []);
	});

	test('a record that failed gives the form back with every word', () => {
		const saving = tell(filled(), 'accept').state;
		assert.deepEqual(tell(saving, 'accept', 'cancel', typed('x')).effects, []);
		const {state} = tell(saving, {type: 'session_failed', what: 'The disk is full.', ofForm: true});
		const form = attestOf(state);
		assert.equal(form.saving, false);
		assert.equal(form.problem, 'The disk is full.');
		assert.equal(textOf(form.seen), 'Export ran on Monday.');
		assert.equal(textOf(form.name), 'Ana');
		assert.equal(recorded(tell(state, 'accept')).at(-1)?.type, 'rule_attested');
	});

	test('only its own record closes a form, and only its own failure opens it again', () => {
		const saving = tell(filled(), 'accept').state;
		const {session} = openOf(saving);
		const other = tell(saving, {type: 'session_changed', session, message: null, ofForm: false}).state;
		assert.equal(attestOf(other).saving, true);
		const ticked = tell(saving, {
			type: 'session_changed',
			session,
			message: '3.1.C1 ticked.',
			ofForm: false,
		}).state;
		assert.equal(attestOf(ticked).saving, true);
		const failed = tell(saving, {type: 'session_failed', what: 'The disk is full.', ofForm: false}).state;
		assert.equal(attestOf(failed).saving, true);
		assert.equal(failed.message, 'The disk is full.');
		const done = tell(ticked, {type: 'session_changed', session, message: 'Recorded.', ofForm: true}).state;
		assert.equal(done.form, null);
	});

	test('a form left open while facts arrive still speaks of its own rule', () => {
		const row = list.controls.findIndex(control => control.id === '2.3');
		const fresh = live(started(), openedEvent(found.target), {type: 'reading_started'}).state;
		const form = live(
			fresh,
			'top',
			...Array.from({length: row}, () => 'down' as const),
			'choose',
			'attest',
			typed('y'),
			'accept',
			typed('Looked.'),
			'accept',
			'accept',
			'accept',
			typed('Ana'),
		).state;
		const newer: AppState = {
			...form,
			controls: form.controls.map(control => ({
				...control,
				rules: control.rules.map(rule => (rule.id === attestOf(form).rule ? {...rule, version: 7} : rule)),
			})),
		};
		const told = tell(newer, ...readingEvents(found).slice(1), 'accept');
		const event = recorded(told).at(-1);
		assert.ok(event?.type === 'rule_attested');
		assert.equal(event.attestation.rule, attestOf(form).rule);
		assert.equal(event.attestation.ruleVersion, 7);
	});

	test('what was read stands above anyone’s word', () => {
		const row = list.controls.findIndex(control => control.id === '3.1');
		const told = live(list, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose', 'attest');
		assert.equal(told.state.form, null);
		assert.match(told.state.message ?? '', /^Read from Mixpanel as not so.*s shows the clicks.*w accepts/);
	});

	test('who wants to attest what was read is told what can be done instead, by keys that do it', () => {
		const at = (id: string, status: string, stage: 'check' | 'act') => {
			const rule = openOf(list)
				.assessment.controls.flatMap(({rules}) => rules)
				.find(each => each.id === id);
			assert.equal(rule?.status, status, id);
			const row = list.controls.findIndex(({rules}) => rules.some(each => each.id === id));
			const opened = live(list, {type: 'row_chosen', row}, 'choose', 'clicks').state;
			if (stage === 'act') {
				const rows = actRows(list.controls[row] ?? {clickGroups: [], rules: []});
				const question = rows.findIndex(each => each.kind === 'question' && each.rule.id === id);
				return live(opened, {type: 'row_chosen', row: question}).state;
			}

			const index = list.controls[row]?.rules.findIndex(each => each.id === id) ?? 0;
			return live(opened, 'previous_stage', 'previous_stage', {type: 'row_chosen', row: index}).state;
		};
		const words = (state: AppState) => live(state, 'attest').state.message ?? '';
		const pass = at('teams-in-use', 'pass', 'check');
		assert.match(words(pass), /nothing to attest\. v compares it once/);
		assert.equal(live(pass, 'confirm').state.picking?.of.kind, 'readings');
		const failing = at('owner-count', 'fail', 'act');
		assert.match(words(failing), /not so, .*: do the clicks, then r reads it again\.$/);
		const kept: AppState = {
			...failing,
			open: {...openOf(failing), reading: {kind: 'last_known', at: now, what: ''}},
		};
		assert.match(words(kept), /r reads it now/);
	});

	test('a question offers only what works on it, and the answer by its name', () => {
		const row = list.controls.findIndex(({id}) => id === '4.1');
		const question = live(list, {type: 'row_chosen', row}, 'choose', 'clicks', 'bottom').state;
		const footer = picture(question, {columns: 120, rows: 40}).at(-1) ?? '';
		assert.match(footer, /^ enter answer {2}/);
		assert.doesNotMatch(footer, /done|open|copy|not on my screen|park/);
		assert.equal(live(question, 'tick').state.form?.purpose.kind, 'attest');
		const help = live(question, 'help').state;
		const keys = picture({...help, rows: 80}, {columns: 120, rows: 80}).join('\n');
		assert.match(keys, /Not now[\s\S]*Select a click first/);
	});

	test('from Learn and Act the first rule that waits for a person is asked about', () => {
		const row = list.controls.findIndex(control => control.id === '3.1');
		const act = live(list, 'top', ...Array.from({length: row}, () => 'down' as const), 'choose', 'clicks');
		const register = live(act.state, 'attest').state;
		assert.deepEqual(register.picking?.of, {kind: 'rows', control: '3.1', rule: 'service-account-register'});
		assert.equal(attestOf(live(register, 'attest').state).rule, 'service-account-register');
	});

	test('a word can be taken back, and what was never said cannot', () => {
		const said = live(filled(), 'accept').state;
		assert.deepEqual(recorded(live(said, 'withdraw', 'accept')), []);
		const told = live(said, 'withdraw', typed('y'), 'accept');
		assert.deepEqual(recorded(told), [{type: 'attestation_withdrawn', rule: selectedRule(said)?.id ?? ''}]);
		assert.equal(selectedRule(told.state)?.status, 'manual');
		const never = live(asked(), 'withdraw');
		assert.deepEqual(recorded(never), []);
		assert.equal(never.state.message, 'Nothing was said of this rule.');
	});

	test('a note is recorded with its control, and an empty one is not', () => {
		const told = live(asked(), 'note', typed('Ask Raj on Monday.'), 'accept');
		assert.deepEqual(recorded(told), [{type: 'note_written', control: '4.1', text: 'Ask Raj on Monday.'}]);
		assert.equal(told.state.form, null);
		assert.equal(openOf(told.state).session.notes.get('4.1')?.length, 1);
		const empty = live(asked(), 'note', typed('  '), 'accept');
		assert.deepEqual(recorded(empty), []);
		assert.match(noteOf(empty.state).problem ?? '', /still empty/);
	});

	test('letters typed into a form are never commands', () => {
		const form = live(asked(), 'note').state;
		assert.equal(contextOf(form), 'form');
		assert.equal(contextOf(live(asked(), 'attest').state), 'form_choice');
		assert.equal(contextOf(live(form, 'cancel').state), 'check');
	});

	test('breaking off in a form records the place and not the form', () => {
		const told = tell(filled(), 'interrupt');
		assert.deepEqual(
			recorded(told).map(event => event.type),
			['place_moved'],
		);
	});
});
