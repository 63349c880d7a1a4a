import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {assess} from '../../source/assessment/assess.ts';
import {noDecisions} from '../../source/assessment/decisions.ts';
import {doubtsOf} from '../../source/assessment/doubts.ts';
import {howRecorded} from '../../source/assessment/how-recorded.ts';
import {statusesBefore} from '../../source/assessment/statuses-before.ts';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Facts} from '../../source/types/facts.ts';
import {waiver} from '../support/decision-builders.ts';
import {anyAttestations, anyFacts, anyProfile} from '../support/facts-arbitraries.ts';
import {attestation, daysAgo, hardenedFacts, now, read, users} from '../support/facts-builders.ts';
import {contextOf, controlIn, judgeOrganization, ruleIn, type Said} from '../support/judge-organization.ts';
import {ruleNamed} from '../support/measure.ts';

const allRules = controls.flatMap(({rules}) => rules);

function recorded(id: string, facts: Facts, said: Said = {}) {
	return howRecorded(ruleNamed(id), ruleIn(judgeOrganization(facts, said), id), contextOf(facts, said));
}

test('a read, a comparison, a word and an answer are told apart', () => {
	const confirmations = [
		{reading: 'users' as const, key: null, agrees: true, by: makeSafe('Ana'), at: daysAgo(3)},
	];
	assert.deepEqual(recorded('owner-count', hardenedFacts()), {kind: 'verified'});
	assert.deepEqual(recorded('owner-count', hardenedFacts(), {decisions: {...noDecisions, confirmations}}), {
		kind: 'confirmed',
		by: 'Ana',
		at: daysAgo(3),
	});
	assert.deepEqual(recorded('sso-required', {}, {attestations: [attestation('sso-required', 'pass')]}), {
		kind: 'said',
		by: 'Ana',
		on: '2026-11-21',
		until: '2027-02-19',
	});
	assert.deepEqual(recorded('sso-required', {}, {profile: {plan: 'free'}}), {kind: 'answered'});
	assert.deepEqual(recorded('sso-required', {}), {kind: 'open', reasonCode: 'no_api'});
});

test('a word that ran out carries nothing any more', () => {
	const old = {...attestation('sso-required', 'pass'), observedOn: '2026-01-01'};
	assert.deepEqual(recorded('sso-required', {}, {attestations: [old]}), {kind: 'open', reasonCode: 'stale'});
});

test('what already is in doubt stands first, then what ends, by day', () => {
	const stale = {...attestation('sso-required', 'pass'), observedOn: '2026-01-01'};
	const said = {
		attestations: [stale, attestation('sso-enabled', 'pass'), attestation('break-glass-owners', 'pass')],
		decisions: {...noDecisions, waivers: [waiver('sso-login-tested')]},
	};
	const rules = controls.find(({id}) => id === '1.1')?.rules ?? [];
	const doubts = doubtsOf(rules, controlIn(judgeOrganization({}, said), '1.1'), contextOf({}, said));
	const [first, ...rest] = doubts;
	assert.equal(first?.kind, 'now');
	assert.equal(first?.kind === 'now' ? first.title : '', ruleNamed('sso-required').title);
	const days = rest.flatMap(doubt => (doubt.kind === 'ends' ? [doubt.on] : []));
	assert.equal(days.length, 3);
	assert.deepEqual(days, days.toSorted());
});

test('a new project or Admin is named only where somebody’s word would be asked again', () => {
	const {rules} = controls.find(({id}) => id === '2.2') ?? {rules: []};
	const rule = rules.find(({doubtedBy}) => doubtedBy === 'project');
	assert.ok(rule);
	const none = doubtsOf(rules, controlIn(judgeOrganization({}), '2.2'), contextOf({}));
	assert.deepEqual(none, []);
	const said = {attestations: [attestation(rule.id, 'pass')]};
	const doubts = doubtsOf(rules, controlIn(judgeOrganization({}, said), '2.2'), contextOf({}, said));
	assert.deepEqual(doubts.at(-1), {kind: 'newcomer', who: 'project', titles: [rule.title]});
});

test('before and now are the same where nothing changed, whatever was read and said', () => {
	fc.assert(
		fc.property(
			anyFacts,
			anyProfile,
			anyAttestations(allRules.map(({id}) => id)),
			(facts, profile, words) => {
				const at = now.toISOString();
				const attestations = words.map(word => ({...word, at: word.at > at ? at : word.at}));
				const context = {...contextOf(facts), profile, attestations};
				const present = assess({...context, controls}).controls.flatMap(({rules}) => rules);
				const before = statusesBefore(allRules, {facts, at}, context);
				for (const {id, status} of present) {
					assert.equal(before.get(id), status, id);
				}
			},
		),
		{numRuns: 50},
	);
});

test('a verdict before rests on what was read then, and is left out where something was said since', () => {
	const before = {facts: {...hardenedFacts(), users: read({users: users(9, 0, 9)})}, at: daysAgo(5)};
	const context = contextOf(hardenedFacts(), {
		attestations: [
			{...attestation('sso-required', 'pass'), at: daysAgo(1)},
			{...attestation('sso-enabled', 'pass'), at: daysAgo(9), observedOn: daysAgo(9).slice(0, 10)},
		],
	});
	const statuses = statusesBefore(allRules, before, context);
	assert.equal(statuses.get('owner-count'), 'fail');
	assert.equal(statuses.has('sso-required'), false);
	assert.equal(statuses.get('sso-enabled'), 'pass');
	assert.equal(statusesBefore(allRules, {...before, at: 'some day'}, context).size, 0);
});
