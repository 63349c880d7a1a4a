import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assessRule} from '../../source/assessment/assess-rule.ts';
import {holdsUntil} from '../../source/assessment/attestation-validity.ts';
import type {Attestation, RuleResult} from '../../source/types/assessment.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {unansweredProfile} from '../../source/types/profile.ts';
import {attestation, daysAgo, failed, hardenedFacts, now, read, users} from '../support/facts-builders.ts';
import {ruleNamed} from '../support/measure.ts';

function judge(id: string, facts: Facts, ...attestations: Attestation[]): RuleResult {
	return assessRule(ruleNamed(id), {
		facts,
		attestations,
		policy: defaultPolicy,
		profile: unansweredProfile,
		now,
	});
}

const day = (days: number) => daysAgo(days).slice(0, 10);

test("a person's word decides a manual rule, and what was measured stays beside it", () => {
	const result = judge('sso-required', {}, attestation('sso-required', 'pass'));
	assert.deepEqual(
		[result.status, result.basis, result.reasonCode, result.grade, result.measured],
		['pass', 'attested', null, null, {status: 'manual', reasonCode: 'no_api'}],
	);
	assert.equal(result.actual, 'Ana saw on 2026-11-21: the switch is purple');
	assert.deepEqual(result.evidence, [
		{
			source: 'person',
			detail: 'Ana saw on 2026-11-21: the switch is purple',
			grade: null,
			observedAt: '2026-11-21T00:00:00Z',
			outcome: 'ok',
		},
	]);
});

test('it decides an unknown rule too, and the failed read stays in the evidence', () => {
	const result = judge('owner-count', {users: failed('denied')}, attestation('owner-count', 'fail'));
	assert.deepEqual(
		[result.status, result.basis, result.measured],
		['fail', 'attested', {status: 'unknown', reasonCode: 'denied'}],
	);
	assert.deepEqual(
		result.evidence.map(({source, outcome}) => [source, outcome]),
		[
			['api', 'denied'],
			['person', 'ok'],
		],
	);
	assert.deepEqual(result.findings, []);
});

test('it may say that a rule does not apply', () => {
	const result = judge('replay-masking', {}, attestation('replay-masking', 'not_applicable'));
	assert.deepEqual(
		[result.status, result.basis, result.reasonCode],
		['not_applicable', 'attested', 'not_used'],
	);
});

test('the value that was read but not understood stays readable beside the word', () => {
	const result = judge(
		'organization-two-factor',
		hardenedFacts(),
		attestation('organization-two-factor', 'pass'),
	);
	assert.deepEqual(
		[result.status, result.basis, result.measured?.reasonCode],
		['pass', 'attested', 'unconfirmed'],
	);
});

test('a reliable read wins, and says whose word it contradicts', () => {
	const facts = {users: read({users: users(4, 0, 3)})};
	const result = judge('owner-count', facts, attestation('owner-count', 'pass'));
	assert.deepEqual(
		[result.status, result.basis, result.measured, result.findings.length],
		['fail', 'verified', null, 4],
	);
	assert.match(result.reason, /This contradicts Ana, who said on 2026-11-21 that it is so\.$/);
	const passing = judge('owner-count', hardenedFacts(), attestation('owner-count', 'fail'));
	assert.equal(passing.status, 'pass');
	assert.match(passing.reason, /contradicts Ana, who said on 2026-11-21 that it is not so\.$/);
});

test('a read that agrees needs no word', () => {
	const result = judge('owner-count', hardenedFacts(), attestation('owner-count', 'pass'));
	assert.doesNotMatch(result.reason, /Ana/);
	assert.equal(result.basis, 'verified');
});

test('a word holds for its days, counted from the day of the observation and not of the record', () => {
	const on = (days: number, rule = 'sso-required') =>
		judge(rule, {}, attestation(rule, 'pass', {observedOn: day(days), at: daysAgo(0)}));
	assert.equal(on(90).status, 'pass');
	assert.deepEqual([on(91).status, on(91).reasonCode, on(91).basis], ['manual', 'stale', null]);
	assert.deepEqual(on(91).measured, {status: 'manual', reasonCode: 'no_api'});
	assert.match(on(91).reason, /^What Ana said on 2026-08-25 held for 90 days\. Look again\.$/);
	assert.equal(on(30, 'key-events-reviewed').status, 'pass');
	assert.equal(on(31, 'key-events-reviewed').reasonCode, 'stale');
	assert.equal(on(180, 'deletion-process').status, 'pass');
	assert.equal(on(181, 'deletion-process').reasonCode, 'stale');
});

test('where the table names no days, ninety hold; an old word on an unknown rule asks again, too', () => {
	const facts = {teams: failed('timeout')};
	assert.equal(
		judge('teams-in-use', facts, attestation('teams-in-use', 'pass', {observedOn: day(90)})).status,
		'pass',
	);
	const old = judge('teams-in-use', facts, attestation('teams-in-use', 'pass', {observedOn: day(91)}));
	assert.deepEqual([old.status, old.reasonCode, old.measured?.status], ['manual', 'stale', 'unknown']);
});

test('the last day on which a word holds can be told', () => {
	const rule = ruleNamed('sso-required');
	assert.equal(holdsUntil(attestation('sso-required', 'pass', {observedOn: day(90)}), rule), '2026-11-24');
	assert.equal(holdsUntil(attestation('sso-required', 'pass', {observedOn: 'once'}), rule), null);
});

test('a word on another version of the rule asks again', () => {
	const result = judge('sso-required', {}, attestation('sso-required', 'pass', {ruleVersion: 2}));
	assert.deepEqual([result.status, result.reasonCode, result.measured], ['manual', 'no_api', null]);
	assert.match(
		result.reason,
		/The answer of Ana no longer counts: the rule has changed since\. Please answer again\.$/,
	);
});

test('a date ahead or none at all is not believed; a day ahead is another time zone', () => {
	assert.equal(
		judge('sso-required', {}, attestation('sso-required', 'pass', {observedOn: day(-1)})).status,
		'pass',
	);
	for (const observedOn of [day(-3), 'yesterday', '', '2026-13-45']) {
		const result = judge('sso-required', {}, attestation('sso-required', 'pass', {observedOn}));
		assert.equal(result.status, 'manual', observedOn);
		assert.match(result.reason, /no longer counts/);
	}
});

test('the latest word counts, and words on single resources or other rules decide nothing', () => {
	const first = attestation('sso-required', 'fail');
	const last = attestation('sso-required', 'pass');
	assert.equal(judge('sso-required', {}, first, last).status, 'pass');
	assert.equal(judge('sso-required', {}, last, first).status, 'fail');
	const one = attestation('sso-required', 'pass', {resource: {type: 'project', id: '1'}});
	assert.equal(judge('sso-required', {}, one, attestation('sso-enabled', 'pass')).status, 'manual');
});
