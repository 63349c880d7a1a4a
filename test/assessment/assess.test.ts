import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {assess} from '../../source/assessment/assess.ts';
import {controls} from '../../source/controls/index.ts';
import type {Assessment, Attestation, ControlResult, RuleResult} from '../../source/types/assessment.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {type Profile, unansweredProfile} from '../../source/types/profile.ts';
import {anyAttestations, anyFacts, anyProfile} from '../support/facts-arbitraries.ts';
import {
	account,
	attestation,
	failed,
	hardenedFacts,
	now,
	ownAccount,
	read,
	users,
} from '../support/facts-builders.ts';

function judge(
	facts: Facts,
	more: {profile?: Partial<Profile>; attestations?: readonly Attestation[]; only?: readonly string[]} = {},
): Assessment {
	return assess({
		facts,
		controls: controls.filter(({id}) => more.only?.includes(id) ?? true),
		profile: {...unansweredProfile, ...more.profile},
		policy: defaultPolicy,
		attestations: more.attestations ?? [],
		now,
	});
}

function control(assessment: Assessment, id: string): ControlResult {
	const found = assessment.controls.find(candidate => candidate.id === id);
	assert.ok(found);
	return found;
}

function rule(assessment: Assessment, id: string): RuleResult {
	const found = assessment.controls.flatMap(({rules}) => rules).find(candidate => candidate.id === id);
	assert.ok(found);
	return found;
}

const ids = controls.flatMap(({rules}) => rules.map(({id}) => id));
const passAll = controls.flatMap(({rules}) => rules.map(({id}) => attestation(id, 'pass')));

describe('a control follows its required rules', () => {
	test('a fail outweighs everything, and its reason is made for a list', () => {
		const facts = {
			...hardenedFacts(),
			users: read({users: users(4, 0, 9)}),
			serviceAccounts: failed('denied'),
		};
		const {status, basis, reason} = control(judge(facts), '2.3');
		assert.deepEqual([status, basis, reason], ['fail', 'verified', '4 Owners, 3 at most']);
	});

	test('findings of several rules stand side by side', () => {
		const facts = {
			...hardenedFacts(),
			serviceAccounts: read([
				ownAccount,
				account('a', {expires: null}),
				account('b', {expires: null, lastUsed: null, created: '2026-09-01T00:00:00Z'}),
			]),
		};
		assert.equal(control(judge(facts), '3.1').reason, '2 never expire, 1 unused');
	});

	test('then unknown, with the common cause', () => {
		const facts = {...hardenedFacts(), users: failed('denied'), serviceAccounts: failed('denied')};
		const {status, basis, reason} = control(judge(facts), '2.3');
		assert.deepEqual([status, basis, reason], ['unknown', null, '2 of 5 refused to this key']);
	});

	test('then manual, with what is decided', () => {
		const {status, basis, reason} = control(judge(hardenedFacts()), '2.1');
		assert.deepEqual([status, basis, reason], ['manual', null, '2 of 4 decided']);
	});

	test('then pass, as weak as its weakest rule', () => {
		const attestations = ['teams-have-projects', 'access-review-current'].map(id => attestation(id, 'pass'));
		const {status, basis, reason} = control(judge(hardenedFacts(), {attestations}), '2.1');
		assert.deepEqual([status, basis, reason], ['pass', 'attested', 'all 4 pass']);
	});

	test('the basis of a fail is that of what fails', () => {
		const attestations = [
			attestation('access-review-current', 'fail'),
			attestation('teams-have-projects', 'pass'),
		];
		const said = control(judge(hardenedFacts(), {attestations}), '2.1');
		assert.deepEqual([said.status, said.basis], ['fail', 'attested']);
		assert.match(said.reason, /^not so: Access was reviewed/);
		const facts = {...hardenedFacts(), teams: read([])};
		assert.equal(control(judge(facts, {attestations}), '2.1').basis, 'attested');
		assert.equal(control(judge(facts, {attestations: attestations.slice(1)}), '2.1').basis, 'verified');
	});

	test('not applicable when none of them applies', () => {
		const facts = {...hardenedFacts(), users: failed('denied')};
		const attestations = [
			attestation('teams-have-projects', 'pass'),
			attestation('access-review-current', 'not_applicable'),
		];
		const {status, basis} = control(judge(facts, {attestations, profile: {plan: 'free'}}), '2.1');
		assert.deepEqual([status, basis], ['not_applicable', 'attested']);
	});

	test('advice has no say', () => {
		const facts = {
			...hardenedFacts(),
			serviceAccounts: read([{...ownAccount, organizationRole: 'owner' as const}]),
		};
		const assessment = judge(facts, {attestations: passAll});
		assert.equal(rule(assessment, 'wizard-key').status, 'fail');
		assert.equal(control(assessment, '3.1').status, 'pass');
	});
});

describe('the plan', () => {
	test('an answered plan takes a rule out, names what is needed and what helps', () => {
		const facts = {...hardenedFacts(), properties: failed('denied')};
		const {status, reasonCode, basis, reason} = rule(
			judge(facts, {profile: {plan: 'free'}}),
			'pii-classified',
		);
		assert.deepEqual([status, reasonCode, basis], ['not_applicable', 'plan', 'attested']);
		assert.match(reason, /^Needs Growth; your plan is Free\. Until then do not send personal data/);
	});

	test('an unanswered plan blocks nothing', () => {
		assert.equal(
			rule(judge({...hardenedFacts(), properties: failed('denied')}), 'pii-classified').status,
			'unknown',
		);
	});

	test('the plan that is needed is enough, and Enterprise has what Growth has', () => {
		assert.equal(rule(judge(hardenedFacts(), {profile: {plan: 'growth'}}), 'pii-classified').status, 'pass');
		assert.equal(
			rule(judge(hardenedFacts(), {profile: {plan: 'enterprise'}}), 'pii-classified').status,
			'pass',
		);
		assert.equal(
			rule(judge(hardenedFacts(), {profile: {plan: 'growth'}}), 'scim-provisioning').reasonCode,
			'plan',
		);
	});
});

describe('what was said of SSO', () => {
	test('a word on sso-enabled stands in for the answer, also when only another control is assessed', () => {
		const attestations = [attestation('sso-enabled', 'pass')];
		assert.equal(
			rule(judge(hardenedFacts(), {attestations, only: ['1.2']}), 'organization-two-factor').reasonCode,
			'sso_enabled',
		);
		const off = [attestation('sso-enabled', 'fail')];
		assert.equal(rule(judge(hardenedFacts(), {attestations: off}), 'idp-mfa').reasonCode, 'sso_disabled');
	});

	test('the answer goes first, and a word that no longer holds does not count', () => {
		const attestations = [attestation('sso-enabled', 'pass')];
		const answered = judge(hardenedFacts(), {attestations, profile: {sso: 'disabled'}});
		assert.equal(rule(answered, 'organization-two-factor').reasonCode, 'unconfirmed');
		const old = [attestation('sso-enabled', 'pass', {observedOn: '2026-01-01'})];
		assert.equal(
			rule(judge(hardenedFacts(), {attestations: old}), 'organization-two-factor').reasonCode,
			'unconfirmed',
		);
	});
});

describe('score and progress', () => {
	test('a hardened organization whose admin has answered everything scores 1, part read and part said', () => {
		const {summary, progress} = judge(hardenedFacts(), {
			attestations: passAll,
			profile: {level: 'L2', sso: 'disabled'},
		});
		assert.equal(summary.score, 1);
		assert.equal(summary.pass, 9);
		assert.equal(summary.total, 9);
		assert.ok(summary.verifiedScore !== null && summary.verifiedScore > 0 && summary.verifiedScore < 1);
		assert.equal(summary.attestedScore, Math.round((1 - summary.verifiedScore) * 100) / 100);
		assert.equal(progress.decided, progress.of);
	});

	test('without a key and without words nothing is decided', () => {
		const {summary, progress} = judge({});
		assert.deepEqual([summary.score, summary.manual, summary.total], [0, 6, 6]);
		assert.deepEqual(progress, {decided: 0, of: 27});
	});

	test('controls outside the level are judged but not counted', () => {
		const facts = {...hardenedFacts(), dataViews: failed('denied')};
		const assessment = judge(facts);
		assert.equal(control(assessment, '3.2').status, 'unknown');
		assert.equal(control(assessment, '3.2').inProfile, false);
		assert.equal(assessment.summary.unknown, 0);
		assert.equal(judge(facts, {profile: {level: 'L3'}}).summary.unknown, 1);
	});

	test('with nothing in the profile there is no score', () => {
		const {score, verifiedScore, attestedScore, total} = judge(hardenedFacts(), {only: ['3.2']}).summary;
		assert.deepEqual([score, verifiedScore, attestedScore, total], [null, null, null, 0]);
	});
});

describe('the laws of a verdict, for any organization', () => {
	const any = fc.tuple(anyFacts, anyProfile, anyAttestations(ids));

	test('counts add up, scores are bounded and add up, status and basis and reason code agree', () => {
		fc.assert(
			fc.property(any, ([facts, profile, attestations]) => {
				const {summary, progress, controls: results} = judge(facts, {profile, attestations});
				const {pass, fail, unknown, manual, not_applicable: none} = summary;
				assert.equal(pass + fail + unknown + manual + none, summary.total);
				assert.equal(summary.total, results.filter(({inProfile}) => inProfile).length);
				assert.ok(progress.decided <= progress.of);
				const {score, verifiedScore, attestedScore} = summary;
				if (score === null || verifiedScore === null || attestedScore === null) {
					assert.equal(progress.of, 0);
				} else {
					assert.ok(score >= 0 && score <= 1 && verifiedScore >= 0 && attestedScore >= 0);
					assert.ok(Math.abs(score - verifiedScore - attestedScore) < 1e-9);
				}

				for (const each of [...results, ...results.flatMap(({rules}) => rules)]) {
					const open = each.status === 'unknown' || each.status === 'manual';
					assert.equal(each.basis === null, open);
					assert.ok(each.reason.length > 0);
				}

				for (const each of results.flatMap(({rules}) => rules)) {
					assert.equal(each.reasonCode === null, each.status === 'pass' || each.status === 'fail');
					assert.equal(
						each.measured !== null,
						each.evidence.some(({source}) => source === 'person'),
					);
				}
			}),
		);
	});

	test('no pass and no fail without an answer of the API or of a person', () => {
		fc.assert(
			fc.property(any, ([facts, profile, attestations]) => {
				for (const each of judge(facts, {profile, attestations}).controls.flatMap(({rules}) => rules)) {
					if (each.status === 'pass' || each.status === 'fail') {
						const source = each.basis === 'attested' ? 'person' : 'api';
						assert.ok(
							each.evidence.some(evidence => evidence.source === source && evidence.outcome === 'ok'),
						);
					}
				}
			}),
		);
	});

	test('without facts and words nothing passes or fails, whatever the profile', () => {
		fc.assert(
			fc.property(anyProfile, profile => {
				for (const each of judge({}, {profile}).controls.flatMap(({rules}) => rules)) {
					assert.ok(each.status === 'manual' || each.status === 'not_applicable');
				}
			}),
		);
	});

	test('a read that fails later takes verdicts away, and never turns a fail into a pass or a pass into a fail', () => {
		const fact = fc.constantFrom(
			'users',
			'teams',
			'serviceAccounts',
			'properties',
			'dataViews',
			'projectServiceAccounts',
		);
		fc.assert(
			fc.property(anyFacts, anyProfile, fact, (facts, profile, name) => {
				const before = judge(facts, {profile});
				const after = judge({...facts, [name]: failed('network')}, {profile, attestations: []});
				for (const {rules} of before.controls) {
					for (const {id, status} of rules) {
						const now = rule(after, id).status;
						assert.ok(now === status || now === 'unknown', `${id}: ${status} became ${now}`);
					}
				}
			}),
		);
	});

	test('one more account with a fault never makes a rule of 3.1 or 2.3 pass', () => {
		const bad = account('bad', {
			expires: null,
			lastUsed: null,
			created: '2020-01-01T00:00:00Z',
			organizationRole: 'owner',
		});
		fc.assert(
			fc.property(anyFacts, facts => {
				const list = facts.serviceAccounts?.outcome === 'ok' ? facts.serviceAccounts.value : [];
				const after = judge({...facts, serviceAccounts: read([...list, bad])});
				for (const id of [
					'service-account-expiry',
					'service-account-unused',
					'service-account-rotation',
					'privileged-service-accounts',
				]) {
					assert.equal(rule(after, id).status, 'fail');
				}

				assert.equal(control(after, '3.1').status, 'fail');
			}),
		);
	});

	test('the same input gives the same verdict, and a control is judged alike alone or among the nine', () => {
		fc.assert(
			fc.property(
				any,
				fc.constantFrom(...controls.map(({id}) => id)),
				([facts, profile, attestations], id) => {
					const all = judge(facts, {profile, attestations});
					assert.deepEqual(judge(facts, {profile, attestations}), all);
					assert.deepEqual(judge(facts, {profile, attestations, only: [id]}).controls, [control(all, id)]);
				},
			),
		);
	});
});
