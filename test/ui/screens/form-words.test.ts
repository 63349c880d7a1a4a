import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {controls} from '../../../source/controls/index.ts';
import {commandFor} from '../../../source/ui/keys/command-for.ts';
import {plainText} from '../../../source/ui/lines/line.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {footerOf} from '../../../source/ui/state/footer-of.ts';
import {fieldChoice, fieldText} from '../../../source/ui/state/forms/form.ts';
import {picture, sizes} from '../picture.ts';
import {texts} from '../places.ts';
import {inside, live, type Move, openOf, recorded, typed} from '../story.ts';
import {type Found, readOrganization} from '../world.ts';

const footer = (state: AppState): string => plainText(footerOf(state, 78));
const words = (state: AppState): string => picture(state, {columns: 80, rows: 24}).join('\n');

describe('what a form says of itself', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	/** A question of the last control, in stage Act. */
	function question(from = list): AppState {
		const row = from.controls.findIndex(({id}) => id === '4.1');
		return live(from, {type: 'row_chosen', row}, 'choose', 'clicks', 'bottom').state;
	}

	const saying = (name: readonly Move[] = [typed('Ana')]): readonly Move[] => [
		'tick',
		typed('y'),
		'accept',
		typed('Monthly.'),
		'accept',
		'accept',
		'accept',
		...name,
	];

	test('Enter says where it goes: to the next field, and on the last one what it does', () => {
		const form = live(question(), 'tick').state;
		assert.equal(footer(form), '←→ choose  enter next  esc cancel  ↑↓ field');
		assert.equal(footer(live(form, 'next_field').state), 'enter next  esc cancel  ↑↓ field');
		assert.equal(footer(live(question(), ...saying()).state), 'enter save  esc cancel  ↑↓ field');
		assert.equal(footer(live(form, 'help').state).includes('enter'), false);
	});

	test('a form of one field offers no other field', () => {
		const note = live(question(), 'note').state;
		assert.equal(footer(note), 'enter save  esc cancel');
		const report = live(list, 'report', {type: 'report_made', texts}, 'save').state;
		assert.equal(footer(report), 'enter save  esc cancel');
		const file = live(question(), 'import').state;
		assert.match(footer(file), /^enter take it in {2}esc cancel/);
	});

	test('taking back says which of the two Enter does', () => {
		const said = live(question(), ...saying(), 'accept', 'bottom', 'withdraw').state;
		assert.match(footer(said), /enter keep it {2}esc cancel$/);
		assert.match(footer(live(said, 'toggle_choice').state), /enter take it back {2}esc cancel$/);
	});

	test('space chooses, round and round', () => {
		const answer = (state: AppState) => (state.form === null ? '' : fieldChoice(state.form, 'answer'));
		let state = live(question(), 'tick').state;
		const seen: string[] = [];
		for (let times = 0; times < 4; times += 1) {
			state = live(state, 'toggle_choice').state;
			seen.push(answer(state));
		}

		assert.deepEqual(seen, ['pass', 'fail', 'not_applicable', 'pass']);
		const text = live(state, 'next_field').state;
		assert.deepEqual(live(text, 'toggle_choice').state.form?.fields, text.form?.fields);
	});

	test('Esc asks nothing where nothing was typed, whichever form it is', () => {
		const act = question();
		const forms: readonly (readonly Move[])[] = [
			['tick'],
			['note'],
			['hand_over'],
			['import'],
			['about'],
			['top', 'park'],
			['top', 'not_on_screen'],
		];
		for (const moves of forms) {
			const opened = live(act, ...moves).state;
			assert.ok(opened.form !== null, moves.join(' '));
			const fields = opened.form.fields.length;
			const through = Array.from({length: fields}, () => 'next_field' as const);
			assert.equal(live(opened, ...through, 'cancel').state.form, null, moves.join(' '));
		}
	});

	test('Esc asks before several answers are dropped, not before a single one', () => {
		const one = live(list, 'about', typed('2')).state;
		assert.equal(live(one, 'cancel').state.form, null);
		const two = live(one, 'next_field', typed('g'), 'cancel');
		assert.equal(two.state.message, 'Esc again drops what you chose.');
		assert.equal(live(two.state, 'cancel').state.form, null);
		const back = live(one, 'next_field', typed('g'), 'toggle_choice', 'toggle_choice', 'toggle_choice').state;
		assert.equal(live(back, 'toggle_choice', typed('?'), 'cancel').state.form, null, 'as it was before');
	});

	test('once the name is known, later forms say as whom, and another can be given', () => {
		const first = live(question(), 'tick').state;
		assert.match(words(first), /Your name/);
		assert.doesNotMatch(words(first), /Recorded as/);
		const known = live(question(), ...saying(), 'accept').state;
		const later = live(known, 'bottom', 'tick').state;
		assert.match(words(later), /Recorded as +Ana {2}ctrl\+n another name/);
		assert.doesNotMatch(words(later), /Your name/);
		const renaming = live(
			later,
			typed('y'),
			'accept',
			typed('Seen.'),
			'sign_anew',
			{type: 'edit', edit: {kind: 'clear'}},
			typed('Ben'),
		).state;
		assert.doesNotMatch(words(renaming), /Recorded as/);
		const told = live(renaming, 'accept');
		const [naming, said] = recorded(told);
		assert.deepEqual(naming, {type: 'person_named', name: 'Ben'});
		assert.ok(said?.type === 'rule_attested');
		assert.equal(said.attestation.by, 'Ben');
		const same = live(later, typed('y'), 'accept', typed('Seen.'), 'sign_anew', 'accept');
		assert.deepEqual(
			recorded(same).map(({type}) => type),
			['rule_attested'],
		);
	});

	test('what carries no name says so', () => {
		assert.equal(live(question(), 'note', 'sign_anew').state.message, 'This is not recorded with a name.');
		const first = live(question(), 'tick', 'sign_anew').state;
		assert.equal(first.form?.fields[first.form.active]?.name, 'name');
	});

	test('about you holds the name too, once there is one', () => {
		const fields = (state: AppState) => state.form?.fields.map(({name}) => name) ?? [];
		assert.ok(!fields(live(list, 'about').state).includes('name'));
		const known = live(question(), ...saying(), 'accept').state;
		const about = live(known, 'about').state;
		assert.equal(fields(about).at(-1), 'name');
		assert.ok(about.form !== null);
		assert.equal(fieldText(about.form, 'name'), 'Ana');
		const through = Array.from({length: 7}, () => 'next_field' as const);
		const clear = {type: 'edit', edit: {kind: 'clear'}} as const;
		const renamed = live(about, ...through, clear, typed('Ben'), 'accept');
		assert.equal(openOf(renamed.state).session.person, 'Ben');
		const emptied = live(about, ...through, clear, 'accept');
		assert.equal(openOf(emptied.state).session.person, 'Ana', 'a name cannot be taken away');
	});

	test('each answer about the organization says what it is used for, in one line at 80 columns', () => {
		let state = live(list, 'about').state;
		for (const field of state.form?.fields ?? []) {
			const lines = words(state).split('\n');
			const at = lines.findIndex(line => line.includes(field.hint ?? 'no hint'));
			assert.notEqual(at, -1, field.name);
			state = live(state, 'next_field').state;
		}

		assert.match(state.form?.fields.at(-1)?.hint ?? '', /1\.1 asks DNS/);
	});

	test('a role that was not said names the key that says it, and the key works there', () => {
		const act = live(question(), 'top').state;
		for (const size of sizes) {
			assert.match(picture(act, size).join('\n'), /role not said: A says it/);
		}

		const form = live(act, 'about').state.form;
		assert.equal(form?.purpose.kind, 'profile');
		const told = live(act, 'about', ...Array.from({length: 5}, () => 'next_field' as const), typed('a'));
		const saved = live(told.state, 'accept', 'accept').state;
		assert.doesNotMatch(words(saved), /role not said/);
	});

	test('one key asks about the organization, wherever it is named', () => {
		for (const context of [
			'controls',
			'news',
			'learn',
			'check',
			'gap',
			'act',
			'question',
			'verify',
		] as const) {
			assert.equal(commandFor(context, 'A'), 'about', context);
			assert.notEqual(commandFor(context, 'a'), 'about', context);
		}

		const news = live(list, 'news').state;
		for (const state of [list, news]) {
			assert.match(words(state), /(?<![a-z])A answers /);
		}
	});

	test('every rule says what is worth writing of it, as a short fragment', () => {
		for (const rule of controls.flatMap(control => control.rules)) {
			assert.match(rule.worthWriting ?? '', /^(?!.*\byour? (own )?word)[a-z].{10,75}[^.]$/, rule.id);
		}
	});

	test('a long text shows that there is more of it, at every size', () => {
		const long = 'The export of Monday lies in the archive of the security team. '.repeat(3);
		const typing = live(question(), 'note', typed(long)).state;
		const start = live(typing, {type: 'edit', edit: {kind: 'start'}}).state;
		for (const size of sizes) {
			const row = (state: AppState) => picture(state, size).find(line => line.includes('❯ Note')) ?? '';
			assert.match(row(typing), /❯ Note +….*security team\.$/);
			assert.match(row(start), /❯ Note +The export.*…$/);
			const left = live(question(), 'tick', 'next_field', typed(long), 'next_field').state;
			assert.match(picture(left, size).join('\n'), / What you saw +The export.*…\n/);
		}
	});
});
