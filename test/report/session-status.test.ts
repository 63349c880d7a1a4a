import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeSession, hasDue} from '../../source/report/session-status.ts';
import {renderStatus} from '../../source/report/status-text.ts';
import {foldAll, type RecordedEvent} from '../../source/session/fold.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {ControlId} from '../../source/types/control.ts';

const now = new Date('2026-11-24T10:00:00.000Z');

const assessed: RecordedEvent = {
	at: '2026-11-20T10:00:00.000Z',
	event: {
		type: 'assessment_recorded',
		assessment: {
			level: 'L1',
			score: null,
			decided: 0,
			of: 25,
			controls: [],
			due: [
				{rule: 'sso-required', on: '2026-11-24'},
				{rule: 'audit-log-exported', on: '2026-11-23'},
				{rule: 'two-factor', on: '2027-06-01'},
			],
		},
	},
};

function attested(at: string): RecordedEvent {
	return {
		at,
		event: {
			type: 'rule_attested',
			attestation: {
				rule: 'audit-log-exported',
				ruleVersion: 1,
				resource: null,
				status: 'pass',
				by: makeSafe('Ana'),
				observedOn: at.slice(0, 10),
				seen: makeSafe('the file'),
			},
		},
	};
}

function describe(...events: RecordedEvent[]) {
	return describeSession(
		{
			kind: 'read',
			key: {kind: 'byHand'},
			state: foldAll(events),
			organizationName: null,
			holder: null,
			isDamaged: false,
			leftOut: 0,
		},
		{from: 'record', note: null},
		now,
	);
}

test('a word holds on its last day and is due the day after, soonest first', () => {
	assert.deepEqual(
		describe(assessed).due.map(({rule, overdue}) => [rule, overdue]),
		[
			['audit-log-exported', true],
			['sso-required', false],
			['two-factor', false],
		],
	);
	const text = renderStatus(describe(assessed), now);
	assert.match(text, /Due: audit-log-exported/);
	assert.match(text, /Due soon: sso-required/);
	assert.doesNotMatch(text, /two-factor/);
});

test('a word given after the assessment is no longer due; one given before changes nothing', () => {
	assert.deepEqual(
		describe(assessed, attested('2026-11-24T09:00:00.000Z')).due.map(({rule}) => rule),
		['sso-required', 'two-factor'],
	);
	assert.equal(describe(attested('2026-11-01T09:00:00.000Z'), assessed).due.length, 3);
});

test('the time since the last work is told in the unit that fits', () => {
	for (const [at, words] of [
		['2026-11-24T09:59:30.000Z', 'just now'],
		['2026-11-24T09:59:00.000Z', '1 minute ago'],
		['2026-11-24T08:00:00.000Z', '2 hours ago'],
		['2026-11-15T09:00:00.000Z', '9 days ago'],
		['2026-11-25T09:00:00.000Z', 'just now'],
	] as const) {
		const status = describe({at, event: {type: 'click_ticked', click: 'a', done: true}});
		assert.match(renderStatus(status, now), new RegExp(`Last worked on ${words}`));
	}
});

test('a score that does not exist is not shown as a number', () => {
	const text = renderStatus(describe(assessed), now);
	assert.match(text, /By hand, without a key/);
	assert.match(text, /0 of 25 rules decided · score none yet/);
});

function parked(control: ControlId, until: string | null): RecordedEvent {
	return {
		at: '2026-11-20T10:00:00.000Z',
		event: {
			type: 'parked',
			parked: {
				control,
				click: null,
				waitingFor: makeSafe('Raj'),
				what: makeSafe('an answer'),
				until,
				by: makeSafe('Ana'),
			},
		},
	};
}

test('what waits is in order of its day, and calls for somebody on that day', () => {
	const status = describe(parked('1.1', null), parked('1.2', '2026-12-01'), parked('2.1', '2026-11-25'));
	assert.deepEqual(
		status.waiting.map(({control, overdue}) => [control, overdue]),
		[
			['2.1', false],
			['1.2', false],
			['1.1', false],
		],
	);
	assert.equal(hasDue(status), false);
	assert.equal(hasDue(describe(parked('2.1', '2026-11-24'))), true);
	const text = renderStatus(status, now);
	assert.match(text, /Waiting: 1\.1 for Raj: an answer/);
	assert.match(text, /Waiting: 1\.2 for Raj until 2026-12-01: an answer/);
});

function waived(expires: string): RecordedEvent {
	return {
		at: '2026-11-20T10:00:00.000Z',
		event: {
			type: 'waived',
			waiver: {
				scope: {kind: 'control', control: '1.2'},
				waiver: 'accepted_risk',
				reason: makeSafe('later'),
				owner: makeSafe('Raj'),
				expires,
				by: makeSafe('Ana'),
			},
		},
	};
}

test('a waiver holds on its last day, is announced for thirty, and is due the day after', () => {
	for (const [expires, words, due] of [
		['2026-11-23', /Ran out: waiver of Raj on 1\.2, held until 2026-11-23/, true],
		['2026-11-24', /Runs out soon: waiver of Raj on 1\.2, holds until 2026-11-24/, false],
		['2026-12-24', /Runs out soon/, false],
	] as const) {
		const status = describe(waived(expires));
		assert.match(renderStatus(status, now), words);
		assert.equal(hasDue(status), due);
	}

	assert.doesNotMatch(renderStatus(describe(waived('2026-12-25')), now), /waiver/);
});
