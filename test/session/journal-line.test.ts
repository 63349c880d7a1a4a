import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import fc from 'fast-check';
import {encodeLine, parseLine} from '../../source/session/journal-line.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import {anyEvent, anyMoment, tick} from './state.ts';

const at = '2026-11-24T10:00:00.000Z';

function lineOf(event: SessionEvent): string {
	return encodeLine({serial: 2, at, previous: 'aa', header: null, event}).line;
}

/** A line as somebody would forge it who knows how lines are sealed. */
function seal(content: object): string {
	const text = JSON.stringify(content).slice(0, -1);
	return `${text},"checksum":"${createHash('sha256').update(text).digest('hex')}"}`;
}

test('every event that is written is read back as it was', () => {
	fc.assert(
		fc.property(anyEvent, anyMoment, fc.nat(), (event, moment, serial) => {
			const header =
				event.type === 'session_opened' ? {session: 'us-1', organizationName: makeSafe('Acme')} : null;
			const entry = {serial, at: moment, previous: null, header, event};
			const {line, checksum} = encodeLine(entry);
			assert.ok(!line.includes('\n'));
			assert.equal(JSON.parse(line).checksum, checksum);
			assert.deepEqual(JSON.parse(JSON.stringify(parseLine(line))), {
				kind: 'entry',
				entry: JSON.parse(JSON.stringify(entry)),
				checksum,
			});
		}),
		{numRuns: 300},
	);
});

test('a line in which one character was changed or that was cut is bad', () => {
	fc.assert(
		fc.property(anyEvent, fc.nat(), fc.string({minLength: 1, maxLength: 1}), (event, where, replacement) => {
			const line = lineOf(event);
			const index = where % line.length;
			const changed = line.slice(0, index) + replacement + line.slice(index + 1);
			fc.pre(changed !== line);
			assert.equal(parseLine(changed).kind, 'bad');
			assert.equal(parseLine(line.slice(0, index)).kind, 'bad');
		}),
	);
});

test('any text gives an answer, and none but a sealed event is an entry', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), text => {
			assert.equal(parseLine(text).kind, 'bad');
		}),
	);
});

test('a sealed line whose fields do not fit is bad', () => {
	const good = {serial: 1, at, previous: null};
	const misfits: object[] = [
		[],
		{...good, type: 'person_named', name: 5},
		{...good, type: 'person_named'},
		{...good, type: 'place_moved', place: {screen: 'control', control: '9.9', stage: 'act', row: 0}},
		{...good, type: 'place_moved', place: {screen: 'control', control: '1.1', stage: 'act', row: -1}},
		{...good, type: 'place_moved', place: {screen: 'elsewhere'}},
		{...good, type: 'click_ticked', click: '../../etc', done: 'yes'},
		{...good, type: 'note_written', control: 'toString', text: 'a'},
		{...good, type: 'profile_answered', answers: {level: 'L9'}},
		{...good, type: 'attestation_withdrawn', rule: 'two words'},
		{...good, at: '2026-99-24T10:00:00.000Z', type: 'person_named', name: 'Ana'},
		{...good, serial: 1.5, type: 'person_named', name: 'Ana'},
		{...good, type: 'person_named', name: 'a'.repeat(20_000)},
	];
	for (const misfit of misfits) {
		assert.equal(parseLine(seal(misfit)).kind, 'bad', JSON.stringify(misfit).slice(0, 200));
	}

	assert.equal(parseLine(seal({...good, type: 'person_named', name: 'Ana'})).kind, 'entry');
});

test('texts are made safe again, because the file may have been edited', () => {
	const line = seal({serial: 1, at, previous: null, type: 'person_named', name: 'Ana\u001b[31m\u202e'});
	const parsed = parseLine(line);
	assert.deepEqual(parsed.kind === 'entry' && parsed.entry.event, {
		type: 'person_named',
		name: 'Ana\\x1b[31m<U+202E>',
	});
});

test('a newer version is recognized by its schema, sealed in our way or not, and by an event we do not know', () => {
	const newer = {
		serial: 1,
		at,
		previous: null,
		journalSchema: 2,
		type: 'session_opened',
		tool: '9',
		guide: '9',
	};
	assert.equal(parseLine(seal(newer)).kind, 'newer');
	assert.equal(parseLine(JSON.stringify({...newer, seal: 'of another kind'})).kind, 'newer');
	assert.equal(parseLine(seal({serial: 1, at, previous: null, type: 'rocket_launched'})).kind, 'newer');
	assert.equal(parseLine(JSON.stringify({...newer, journalSchema: 1})).kind, 'bad');
});

test('what a caller passes beyond the event never replaces what the journal says of itself', () => {
	const event = {...tick('1.1.C1'), serial: 99, previous: 'forged', note: 'extra'};
	const parsed = parseLine(lineOf(event));
	assert.equal(parsed.kind === 'entry' && parsed.entry.serial, 2);
	assert.deepEqual(parsed.kind === 'entry' && parsed.entry.event, tick('1.1.C1'));
});
