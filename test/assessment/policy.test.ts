import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {assess} from '../../source/assessment/assess.ts';
import {rulesOfKey} from '../../source/assessment/policy-of-rule.ts';
import {overrideWords, policyOverrides} from '../../source/assessment/policy-overrides.ts';
import {waiverNotices} from '../../source/assessment/waiver-notices.ts';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {RuleResult} from '../../source/types/assessment.ts';
import type {Exemption} from '../../source/types/decision.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy, type Policy} from '../../source/types/policy.ts';
import {policyKeys} from '../../source/types/policy-keys.ts';
import {unansweredProfile} from '../../source/types/profile.ts';
import {dayAgo, decided, exemption as given, waiver} from '../support/decision-builders.ts';
import {auditLog} from '../support/evidence-builders.ts';
import {anyFacts} from '../support/facts-arbitraries.ts';
import {
	account,
	daysAgo,
	grant,
	identityOver,
	now,
	project,
	property,
	read,
	users,
} from '../support/facts-builders.ts';

type Judging = {
	readonly policy?: Partial<Policy>;
	readonly decisions?: Parameters<typeof decided>[0];
	readonly at?: Date;
};

function judge(facts: Facts, {policy = {}, decisions = {}, at = now}: Judging = {}) {
	return assess({
		facts: {identity: identityOver(facts), ...facts},
		controls,
		profile: {...unansweredProfile, level: 'L2', sso: 'enabled'},
		policy: {...defaultPolicy, ...policy},
		attestations: [],
		decisions: decided(decisions),
		now: at,
	});
}

function resultOf(facts: Facts, rule: string, judging: Judging = {}): RuleResult {
	const found = judge(facts, judging)
		.controls.flatMap(({rules}) => rules)
		.find(({id}) => id === rule);
	assert.ok(found, rule);
	return found;
}

const claim = {
	given: 'acme.example',
	domain: 'acme.example',
	name: makeSafe('acme.example'),
	answer: {kind: 'records', proofs: 1, others: 0, lookalike: null},
} as const;
const certificate = {
	subject: makeSafe('CN=idp'),
	issuer: makeSafe('CN=idp'),
	fingerprint: 'AB:CD',
	validFrom: daysAgo(300),
	validTo: daysAgo(-50),
	isAuthority: false,
};
const shop = project('1', 'Shop');
const scoped = [
	{project: shop, read: read([grant('etl', 'analyst')])},
	{project: project('2', 'Blog'), read: read([grant('etl', 'analyst')])},
];
const named = (rawName: string): Facts => ({
	properties: read([{project: shop, read: read([property(rawName)])}]),
});
const accounts = (more: Parameters<typeof account>[1]): Facts => ({
	serviceAccounts: read([account('etl', more), account('wizard', {isOwn: true})]),
});

/** Each key with an organization on which the verdict of its rule turns: by the defaults, and by the policy. */
const table: readonly (readonly [
	key: keyof Policy,
	rule: string,
	facts: Facts,
	policy: Partial<Policy>,
	turn: string,
])[] = [
	[
		'maxPrivileged',
		'least-privilege-roles',
		{users: read({users: users(3, 3, 6)})},
		{maxPrivileged: 6},
		'fail pass',
	],
	[
		'maxPrivileged',
		'least-privilege-roles',
		{users: read({users: users(2, 3, 6)})},
		{maxPrivileged: 4},
		'pass fail',
	],
	[
		'maxPrivilegedShare',
		'least-privilege-roles',
		{users: read({users: users(3, 3, 6)})},
		{maxPrivilegedShare: 0.5},
		'fail pass',
	],
	['minOwners', 'owner-count', {users: read({users: users(1, 1, 6)})}, {minOwners: 1}, 'fail pass'],
	['minOwners', 'owner-count', {users: read({users: users(2, 1, 6)})}, {minOwners: 3}, 'pass fail'],
	['maxOwners', 'owner-count', {users: read({users: users(4, 1, 6)})}, {maxOwners: 4}, 'fail pass'],
	['maxOwners', 'owner-count', {users: read({users: users(3, 1, 6)})}, {maxOwners: 2}, 'pass fail'],
	[
		'unusedDays',
		'service-account-unused',
		accounts({lastUsed: daysAgo(100)}),
		{unusedDays: 120},
		'fail pass',
	],
	['unusedDays', 'service-account-unused', accounts({lastUsed: daysAgo(80)}), {unusedDays: 60}, 'pass fail'],
	[
		'unusedGraceDays',
		'service-account-unused',
		accounts({lastUsed: null, created: daysAgo(40)}),
		{unusedGraceDays: 60},
		'fail pass',
	],
	[
		'rotationDays',
		'service-account-rotation',
		accounts({created: daysAgo(200)}),
		{rotationDays: 365},
		'fail pass',
	],
	[
		'rotationDays',
		'service-account-rotation',
		accounts({created: daysAgo(100)}),
		{rotationDays: 90},
		'pass fail',
	],
	[
		'maxExpiryDays',
		'service-account-expiry',
		accounts({expires: daysAgo(-200)}),
		{maxExpiryDays: 365},
		'fail pass',
	],
	[
		'maxExpiryDays',
		'service-account-expiry',
		accounts({expires: daysAgo(-100)}),
		{maxExpiryDays: 90},
		'pass fail',
	],
	[
		'maxProjectsPerServiceAccount',
		'service-account-project-scope',
		{projectServiceAccounts: read(scoped)},
		{maxProjectsPerServiceAccount: 2},
		'fail pass',
	],
	[
		'certificateDays',
		'saml-certificate-expiry',
		{samlCertificates: read([certificate])},
		{certificateDays: 30},
		'fail pass',
	],
	[
		'auditExportDays',
		'audit-log-exported',
		{auditLog: read(auditLog([], {newest: daysAgo(40)}))},
		{auditExportDays: 60},
		'fail pass',
	],
	[
		'piiPatterns',
		'pii-classified',
		named('cust_ref'),
		{piiPatterns: [{pattern: '^cust_ref$', kind: null}]},
		'pass fail',
	],
	[
		'exemptions',
		'pii-classified',
		named('$email'),
		{exemptions: [exempt('pii-classified', {type: 'property', id: '1:User:%24email'})]},
		'fail pass',
	],
	[
		'claimedDomains',
		'domain-claim-published',
		{domainClaims: read([claim])},
		{claimedDomains: ['acme.example']},
		'manual pass',
	],
];

function exempt(rule: string, resource: Exemption['resource'], expires = dayAgo(-30)): Omit<Exemption, 'at'> {
	return {
		rule,
		resource,
		reason: makeSafe('needed by billing'),
		owner: makeSafe('Ben'),
		by: makeSafe('policy file'),
		expires,
	};
}

for (const [key, rule, facts, policy, turn] of table) {
	test(`${key} decides ${rule}: ${turn.replace(' ', ' by default, ')} by the policy`, () => {
		const before = resultOf(facts, rule);
		const after = resultOf(facts, rule, {policy});
		assert.equal(`${before.status} ${after.status}`, turn);
		assert.equal(before.policy, undefined);
		assert.deepEqual(after.policy, {keys: [key], byDefault: before.status});
	});
}

test('every key has an organization on which it turns a verdict', () => {
	assert.deepEqual(
		policyKeys.filter(key => key !== 'waiverMaxDays' && !table.some(([of]) => of === key)),
		[],
	);
	const known = controls.flatMap(({rules}) => rules.map(({id}) => id));
	assert.deepEqual(
		Object.values(rulesOfKey)
			.flat()
			.filter(id => !known.includes(id)),
		[],
	);
});

test('waiverMaxDays decides whether a waiver counts', () => {
	const facts = {users: read({users: users(4, 1, 6)})};
	const decisions = {waivers: [waiver('owner-count')]};
	assert.notEqual(resultOf(facts, 'owner-count', {decisions}).waiver, null);
	assert.equal(resultOf(facts, 'owner-count', {decisions, policy: {waiverMaxDays: 30}}).waiver, null);
});

test('a rule that a policy does not speak of is judged as ever, and says nothing of it', () => {
	fc.assert(
		fc.property(anyFacts, facts => {
			const policy = {maxOwners: 9, unusedDays: 10, claimedDomains: ['a.example']};
			const touched = ['owner-count', 'service-account-unused', 'domain-claim-published'];
			const byPolicy = judge(facts, {policy}).controls.flatMap(({rules}) => rules);
			const byDefault = judge(facts).controls.flatMap(({rules}) => rules);
			for (const [index, result] of byPolicy.entries()) {
				if (touched.includes(result.id)) {
					assert.equal(result.policy?.byDefault, byDefault[index]?.status);
				} else {
					assert.deepEqual(result, byDefault[index]);
				}
			}
		}),
		{numRuns: 40},
	);
});

test('an exempted account stays a finding, is marked, and the rule counts as waived', () => {
	const facts = accounts({expires: null});
	const resource = {type: 'service_account', id: 'etl'} as const;
	const result = resultOf(facts, 'service-account-expiry', {
		policy: {exemptions: [exempt('service-account-expiry', resource)]},
	});
	assert.equal(result.status, 'fail');
	assert.deepEqual(
		result.findings.map(({exempted}) => exempted),
		[true],
	);
	assert.equal(result.waiver?.owner, 'Ben');
	assert.deepEqual(result.policy, {keys: ['exemptions'], byDefault: 'fail'});
	assert.equal(result.exemptions?.[0]?.by, 'policy file');
});

test('an exemption of the policy that ended, or ends today, does what one of the session does', () => {
	const facts = accounts({expires: null});
	const by = (expires: string) =>
		resultOf(facts, 'service-account-expiry', {
			policy: {
				exemptions: [exempt('service-account-expiry', {type: 'service_account', id: 'etl'}, expires)],
			},
		});
	assert.equal(by(dayAgo(0)).findings[0]?.exempted, true);
	assert.equal(by(dayAgo(1)).findings[0]?.exempted, undefined);
	assert.match(by(dayAgo(1)).findings[0]?.message ?? '', /its exemption ended on 2026-11-23/);
	assert.equal(by(dayAgo(1)).waiver, null);
});

test('where session and policy exempt the same thing, either that holds is enough, and the word of a person is named', () => {
	const facts = accounts({expires: null});
	const resource = {type: 'service_account', id: 'etl'} as const;
	const rule = 'service-account-expiry';
	const of = (session: string, policy: string) =>
		resultOf(facts, rule, {
			decisions: {exemptions: [given(rule, resource, {expires: session})]},
			policy: {exemptions: [exempt(rule, resource, policy)]},
		});
	assert.equal(of(dayAgo(-10), dayAgo(-20)).exemptions?.[0]?.by, 'Ana');
	assert.equal(of(dayAgo(2), dayAgo(-20)).exemptions?.[0]?.by, 'policy file');
	assert.equal(of(dayAgo(-10), dayAgo(2)).exemptions?.[0]?.by, 'Ana');
	assert.match(of(dayAgo(2), dayAgo(3)).findings[0]?.message ?? '', /exemption ended on 2026-11-22/);
});

test('what an exemption of the policy came to is told with the others, marked as the policy’s', () => {
	const policy = {
		...defaultPolicy,
		exemptions: [
			exempt('service-account-expiry', {type: 'service_account', id: 'etl'}, dayAgo(-5)),
			exempt('service-account-expiry', {type: 'service_account', id: 'gone'}),
		],
	};
	const notices = waiverNotices(judge(accounts({expires: null}), {policy}), decided({}), {now, policy});
	assert.deepEqual(
		notices.map(({state, endsSoon, fromPolicy}) => [state, endsSoon, fromPolicy]),
		[
			['matched', true, true],
			['idle', false, true],
		],
	);
});

test('patterns find what the vocabulary does not know, name it as the policy does, and take nothing away', () => {
	const patterns = [
		{pattern: '^loyal', kind: makeSafe('loyalty number')},
		{pattern: String.raw`\bref`, kind: null},
	];
	const messages = (name: string): string =>
		resultOf(named(name), 'pii-classified', {policy: {piiPatterns: patterns}}).findings[0]?.message ?? '';
	assert.match(messages('LoyaltyCard'), /^loyalty number, not classified in Shop/);
	assert.match(messages('my ref'), /^fits \\bref of the policy, not classified/);
	assert.match(messages('$email'), /^e-mail address/);
	assert.equal(messages('disloyal'), '');
	assert.equal(messages('email_hash'), '');
});

test('overrides are told key by key, with default and value, whatever their number', () => {
	const policy = {
		...defaultPolicy,
		maxOwners: 4,
		claimedDomains: ['a.example', 'b.example'],
		piiPatterns: ['a', 'b', 'c', 'd', 'e'].map(pattern => ({pattern, kind: null})),
		exemptions: [exempt('pii-classified', {type: 'property', id: '1:User:a'})],
	};
	assert.deepEqual(policyOverrides(policy).map(overrideWords), [
		'maxOwners 4 (default 3)',
		'piiPatterns a, b, c and 2 more (default none)',
		'exemptions pii-classified for property 1:User:a (default none)',
		'claimedDomains a.example, b.example (default none)',
	]);
	assert.deepEqual(policyOverrides({...defaultPolicy, claimedDomains: [], piiPatterns: []}), []);
});
