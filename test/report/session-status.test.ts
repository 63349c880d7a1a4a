import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeSession} from '../../source/report/session-status.ts';
import {renderStatus} from '../../source/report/status-text.ts';
import {foldAll, type RecordedEvent} from '../../source/session/fold.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';

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
	assert.match(text, /decided 0 of 25 · score none yet/);
});
