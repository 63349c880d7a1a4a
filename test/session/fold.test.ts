import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {emptySession, fold, foldAll} from '../../source/session/fold.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {unansweredProfile} from '../../source/types/profile.ts';
import type {AssessmentRecord, SessionEvent} from '../../source/types/session.ts';
import {anyEvent, anyMoment, tick} from './state.ts';

const anyRecorded = fc.array(fc.record({at: anyMoment, event: anyEvent}), {maxLength: 30});

function at(day: number, event: SessionEvent) {
	return {at: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`, event};
}

function attest(rule: string, id: string | null, seen: string): SessionEvent {
	return {
		type: 'rule_attested',
		attestation: {
			rule,
			ruleVersion: 1,
			resource: id === null ? null : {type: 'project', id},
			status: 'pass',
			by: makeSafe('Ana'),
			observedOn: '2026-11-01',
			seen: makeSafe(seen),
		},
	};
}

test('folding one by one, all at once or in two parts comes to the same', () => {
	fc.assert(
		fc.property(anyRecorded, fc.nat(), (events, where) => {
			const all = foldAll(events);
			const cut = where % (events.length + 1);
			assert.deepEqual(events.reduce(fold, emptySession), all);
			assert.deepEqual(foldAll(events.slice(cut), foldAll(events.slice(0, cut))), all);
		}),
	);
});

test('a fold leaves the state it was given as it was', () => {
	fc.assert(
		fc.property(anyRecorded, fc.record({at: anyMoment, event: anyEvent}), (events, next) => {
			const before = foldAll(events);
			const copy = structuredClone(before);
			fold(before, next);
			assert.deepEqual(before, copy);
		}),
	);
	assert.deepEqual(foldAll([]), emptySession);
});

test('a state keeps its notes when more are written', () => {
	const note = at(1, {type: 'note_written', control: '1.1', text: makeSafe('a')});
	const one = fold(emptySession, note);
	const two = fold(one, note);
	assert.deepEqual([one.notes.get('1.1')?.length, two.notes.get('1.1')?.length], [1, 2]);
});

test('answers add up, ticks can be taken back, and the latest name and place hold', () => {
	const state = foldAll([
		at(1, {type: 'session_opened', tool: '1', guide: '1'}),
		at(1, {type: 'profile_answered', answers: {plan: 'growth', sso: 'enabled'}}),
		at(1, {type: 'profile_answered', answers: {sso: null, level: 'L2'}}),
		at(2, tick('1.1.C1')),
		at(2, tick('1.1.C2')),
		at(2, tick('1.1.C1', false)),
		at(2, {type: 'person_named', name: makeSafe('Ana')}),
		at(3, {type: 'place_moved', place: {screen: 'controls', selected: '2.3'}}),
	]);
	assert.deepEqual(state.profile, {...unansweredProfile, level: 'L2', plan: 'growth'});
	assert.deepEqual([...state.ticked], ['1.1.C2']);
	assert.equal(state.person, 'Ana');
	assert.deepEqual(state.place, {screen: 'controls', selected: '2.3'});
	assert.equal(state.openedAt, '2026-11-01T10:00:00.000Z');
	assert.equal(state.lastAt, '2026-11-03T10:00:00.000Z');
});

test('the latest word counts for each rule and resource, and is the last in the list', () => {
	const state = foldAll([
		at(1, attest('environments-separated', null, 'old')),
		at(2, attest('all-users-grant-removed', '1', 'one')),
		at(3, attest('all-users-grant-removed', '2', 'two')),
		at(4, attest('environments-separated', null, 'new')),
	]);
	assert.deepEqual(
		state.attestations.map(({seen, at: moment}) => [seen, moment.slice(8, 10)]),
		[
			['one', '02'],
			['two', '03'],
			['new', '04'],
		],
	);
	const withdrawn = fold(state, at(5, {type: 'attestation_withdrawn', rule: 'all-users-grant-removed'}));
	assert.deepEqual(
		withdrawn.attestations.map(({rule}) => rule),
		['environments-separated'],
	);
});

test('notes are kept for each control in their order', () => {
	const note = (control: '1.1' | '2.3', text: string): SessionEvent => ({
		type: 'note_written',
		control,
		text: makeSafe(text),
	});
	const state = foldAll([at(1, note('1.1', 'a')), at(2, note('2.3', 'b')), at(3, note('1.1', 'c'))]);
	assert.deepEqual(
		state.notes.get('1.1')?.map(({text}) => text),
		['a', 'c'],
	);
});

test('of the assessments of one day that rest on the same reading the last is kept, and each other reading', () => {
	const assessed = (decided: number, reading?: string): SessionEvent => {
		const facts = reading === undefined ? {} : {facts: {file: `${reading}.json`, sha256: reading}};
		const assessment: AssessmentRecord = {level: 'L1', score: null, decided, of: 25, controls: [], ...facts};
		return {type: 'assessment_recorded', assessment};
	};
	const read = foldAll([
		at(2, assessed(1, 'morning')),
		at(2, assessed(2, 'morning')),
		at(2, assessed(3)),
		at(2, assessed(4)),
		at(2, assessed(5, 'noon')),
	]);
	assert.deepEqual(
		read.assessments.map(({decided, facts}) => [decided, facts?.sha256]),
		[
			[2, 'morning'],
			[4, undefined],
			[5, 'noon'],
		],
	);

	const often = Array.from({length: 100}, (_, index) => at(2, assessed(index, String(index))));
	const kept = foldAll([at(1, assessed(0, 'before')), ...often]).assessments.map(({decided}) => decided);
	assert.deepEqual(
		kept,
		[0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99],
		'a day has an end, and its last is there',
	);
	const state = foldAll([at(1, assessed(1)), at(2, assessed(2)), at(2, assessed(3)), at(4, assessed(4))]);
	assert.deepEqual(
		state.assessments.map(({decided}) => decided),
		[1, 3, 4],
	);
});

test('of the reports the one saved last is kept, with its moment', () => {
	const saved = (path: string): SessionEvent => ({
		type: 'report_saved',
		path: makeSafe(path),
		format: 'markdown',
	});
	const state = foldAll([at(1, saved('/tmp/a.md')), at(2, saved('/tmp/b.md'))]);
	assert.equal(state.report?.path, '/tmp/b.md');
	assert.equal(state.report.at, at(2, saved('')).at);
});

test('a long journal costs in proportion to its length', () => {
	const note = at(1, {type: 'note_written', control: '1.1', text: makeSafe('a')});
	assert.equal(foldAll(Array.from({length: 200_000}, () => note)).notes.get('1.1')?.length, 200_000);
});

const parked = (click: string | null, waitingFor: string): SessionEvent => ({
	type: 'parked',
	parked: {
		control: '1.1',
		click,
		waitingFor: makeSafe(waitingFor),
		what: makeSafe('it'),
		until: null,
		by: makeSafe('Ana'),
	},
});

test('a control waits as a whole and at each of its clicks, and each wait ends by itself', () => {
	const state = foldAll([
		at(1, parked(null, 'Ana')),
		at(1, parked('1.1.C3', 'Ben')),
		at(1, parked('1.1.C4', 'DNS')),
		at(2, parked('1.1.C3', 'Cleo')),
	]);
	const names = (from: typeof state) => from.parked.map(({waitingFor}) => String(waitingFor));
	assert.deepEqual(names(state), ['Ana', 'DNS', 'Cleo']);
	const click = fold(state, at(3, {type: 'unparked', control: '1.1', click: '1.1.C3'}));
	assert.deepEqual(names(click), ['Ana', 'DNS']);
	const whole = fold(state, at(3, {type: 'unparked', control: '1.1', click: null}));
	assert.deepEqual(names(whole), ['DNS', 'Cleo']);
	assert.deepEqual(names(fold(state, at(3, {type: 'unparked', control: '1.1'}))), []);
	assert.deepEqual(names(fold(state, at(3, {type: 'unparked', control: '1.2'}))), ['Ana', 'DNS', 'Cleo']);
});

test('what was found instead stays at its click, and a reset of the control takes it back', () => {
	const noted = (click: string, seen: string): SessionEvent => ({
		type: 'discrepancy_noted',
		discrepancy: {click, seen: makeSafe(seen), by: makeSafe('Ana')},
	});
	const state = foldAll([
		at(1, noted('1.1.C1', 'a')),
		at(1, noted('1.2.C1', 'b')),
		at(2, noted('1.1.C1', 'c')),
		at(2, parked('1.1.C1', 'Ben')),
		at(2, {type: 'rescue_sheet_seen', control: '1.1'}),
	]);
	assert.deepEqual(
		state.discrepancies.map(({seen}) => String(seen)),
		['a', 'b', 'c'],
	);
	assert.equal(state.rescueSheets.get('1.1'), at(2, tick('x')).at);
	const reset = fold(state, at(3, {type: 'decisions_reset', controls: ['1.1'], rules: []}));
	assert.deepEqual(
		reset.discrepancies.map(({seen}) => String(seen)),
		['b'],
	);
	assert.deepEqual([reset.parked.length, reset.rescueSheets.size], [0, 0]);
});

test('the latest assurance counts for each proof', () => {
	const assured = (proof: string, organization: string): SessionEvent => ({
		type: 'assured',
		assurance: {proof, organization: makeSafe(organization), by: makeSafe('Ana')},
	});
	const state = foldAll([
		at(1, assured('another-owner', 'Acme')),
		at(2, assured('guests-known', 'Acme')),
		at(3, assured('another-owner', 'Acme')),
	]);
	assert.deepEqual(
		state.assurances.map(({proof, at: moment}) => [proof, moment.slice(8, 10)]),
		[
			['guests-known', '02'],
			['another-owner', '03'],
		],
	);
});

test('what was said of one thing alone is taken back alone', () => {
	const on = (id: string) => ({type: 'project', id}) as const;
	const word = (id: string | null): SessionEvent => ({
		type: 'rule_attested',
		attestation: {
			rule: 'rule',
			ruleVersion: 1,
			resource: id === null ? null : on(id),
			status: 'pass',
			by: makeSafe('Ana'),
			observedOn: '2026-11-24',
			seen: makeSafe('seen'),
		},
	});
	const row = (id: string): SessionEvent => ({
		type: 'registered',
		entry: {rule: 'rule', ruleVersion: 1, resource: on(id), fields: [], by: makeSafe('Ana')},
	});
	const state = foldAll([
		...[word(null), word('1'), word('2'), row('1'), row('2')].map(event => at(1, event)),
		at(2, {type: 'row_withdrawn', rule: 'rule', resource: on('1')}),
		at(2, {type: 'row_withdrawn', rule: 'other', resource: on('2')}),
	]);
	assert.deepEqual(
		state.attestations.map(({resource}) => resource?.id ?? null),
		[null, '2'],
	);
	assert.deepEqual(
		state.register.map(({resource}) => resource.id),
		['2'],
	);
});
