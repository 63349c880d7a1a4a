import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {describeSession, type SessionStatus} from '../../source/report/session-status.ts';
import {renderStatusIcs} from '../../source/report/status-ics.ts';
import {foldAll} from '../../source/session/fold.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {SafeText} from '../../source/types/safe-text.ts';
import type {SessionEvent} from '../../source/types/session.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const titles = new Map([['sso-required', 'Require Single Sign-On is on']]);

function status(events: readonly SessionEvent[], name: SafeText = makeSafe('Acme')): SessionStatus {
	return describeSession(
		{
			kind: 'read',
			key: {kind: 'live', region: 'us', organizationId: '4410022'},
			state: foldAll(events.map(event => ({at: '2026-11-20T08:09:10.123Z', event}))),
			organizationName: name,
			holder: null,
			isDamaged: false,
			leftOut: 0,
		},
		{from: 'record', note: null},
		now,
	);
}

function parked(what: string, until: string | null, click: string | null = null): SessionEvent {
	return {
		type: 'parked',
		parked: {
			control: '1.1',
			click,
			waitingFor: makeSafe('Ben'),
			what: makeSafe(what),
			until,
			by: makeSafe('Ana'),
		},
	};
}

/** The calendar's lines as a reader takes them: unfolded. */
function read(calendar: string): readonly string[] {
	assert.ok(calendar.endsWith('\r\n'));
	return calendar.replaceAll('\r\n ', '').slice(0, -2).split('\r\n');
}

function unescaped(text: string): string {
	return text.replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character));
}

test('each thing that becomes due is one event of a whole day', () => {
	const events: readonly SessionEvent[] = [
		{
			type: 'assessment_recorded',
			assessment: {
				level: 'L1',
				score: null,
				decided: 0,
				of: 25,
				controls: [],
				due: [{rule: 'sso-required', on: '2027-02-28'}],
			},
		},
		{
			type: 'exempted',
			exemption: {
				rule: 'pii-classified',
				resource: {type: 'property', id: '1:User:%24email'},
				reason: makeSafe('hashed'),
				owner: makeSafe('Raj'),
				expires: '2026-12-31',
				by: makeSafe('Ana'),
			},
		},
		parked('the TXT record', '2026-12-01'),
	];
	assert.deepEqual(read(renderStatusIcs([status(events)], titles, now)), [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//mixpanel-harden//0.1.0//EN',
		'CALSCALE:GREGORIAN',
		'BEGIN:VEVENT',
		'UID:due-sso-required-us-4410022@mixpanel-harden',
		'DTSTAMP:20261120T080910Z',
		'DTSTART;VALUE=DATE:20270228',
		'DTEND;VALUE=DATE:20270301',
		'SUMMARY:Acme: Look again: Require Single Sign-On is on',
		'DESCRIPTION:What was said on sso-required holds until 2027-02-28.\\nmixpanel-harden shows the rest.',
		'TRANSP:TRANSPARENT',
		'END:VEVENT',
		'BEGIN:VEVENT',
		'UID:exemption-pii-classified-property-1%3AUser%3A%2524email-us-4410022@mixpanel-harden',
		'DTSTAMP:20261120T080910Z',
		'DTSTART;VALUE=DATE:20261231',
		'DTEND;VALUE=DATE:20270101',
		'SUMMARY:Acme: Decide again: exemption on pii-classified',
		'DESCRIPTION:The exemption of Raj on pii-classified holds until 2026-12-31.\\nmixpanel-harden shows the rest.',
		'TRANSP:TRANSPARENT',
		'END:VEVENT',
		'BEGIN:VEVENT',
		'UID:waiting-1.1-us-4410022@mixpanel-harden',
		'DTSTAMP:20261120T080910Z',
		'DTSTART;VALUE=DATE:20261201',
		'DTEND;VALUE=DATE:20261202',
		'SUMMARY:Acme: Ask Ben: the TXT record',
		'DESCRIPTION:Control 1.1 waits for Ben.\\nmixpanel-harden shows the rest.',
		'TRANSP:TRANSPARENT',
		'END:VEVENT',
		'END:VCALENDAR',
	]);
});

test('what waits for nobody knows how long has no day, and an empty calendar is one', () => {
	const calendar = renderStatusIcs([status([parked('a', null)])], titles, now);
	assert.equal(calendar, renderStatusIcs([], titles, now));
	assert.ok(calendar.startsWith('BEGIN:VCALENDAR\r\n') && calendar.endsWith('END:VCALENDAR\r\n'));
});

test('any text comes back whole, in lines of at most 75 bytes that break no character', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary', maxLength: 120}), fc.string({unit: 'grapheme'}), (what, name) => {
			const calendar = renderStatusIcs([status([parked(what, '2026-12-01')], makeSafe(name))], titles, now);
			for (const line of calendar.slice(0, -2).split('\r\n')) {
				assert.ok(Buffer.byteLength(line) <= 75, line);
				assert.doesNotMatch(line, /[\r\n]/);
				assert.equal(Buffer.from(line).toString(), line);
			}

			const summary = read(calendar).find(line => line.startsWith('SUMMARY:')) ?? '';
			assert.equal(unescaped(summary.slice(8)), `${makeSafe(name)}: Ask Ben: ${makeSafe(what)}`);
		}),
	);
});

test('each step that waits has a day of its own', () => {
	const waits = [parked('a', '2026-12-01', '1.1.C4'), parked('b', '2026-12-01', '1.1.C6')];
	const lines = read(renderStatusIcs([status(waits)], titles, now));
	const ids = lines.filter(line => line.startsWith('UID:'));
	assert.equal(new Set(ids).size, 2);
	assert.ok(lines.some(line => line.startsWith('DESCRIPTION:Step 1.1.C6 waits for Ben.')));
});
