import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {assuranceDays, type ProofContext, standingOf} from '../../source/assessment/lock-out-standing.ts';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Assessment, RuleResult} from '../../source/types/assessment.ts';
import type {User} from '../../source/types/facts.ts';

const now = new Date('2026-11-24T10:00:00.000Z');

function context(changed: Partial<ProofContext> = {}): ProofContext {
	return {facts: {}, assessment: {controls: []}, attestations: [], assurances: [], now, ...changed};
}

function users(...roles: readonly User['role'][]): ProofContext['facts'] {
	const list = roles.map((role, index): User => {
		const name = makeSafe(`person ${index}`);
		return {id: String(index), email: name, name, role, roleText: makeSafe(role), invited: false};
	});
	return {users: {outcome: 'ok', value: {users: list}, evidence: []}};
}

const kinds = (proofs: Parameters<typeof standingOf>[0]['proofs'], given: ProofContext) =>
	standingOf({...(proofs === undefined ? {} : {proofs})}, given).map(({standing}) => standing.kind);

describe('what stands before a click that can lock people out', () => {
	test('every such click names at least one proof, and no other does', () => {
		for (const click of controls.flatMap(({clickGroups}) => clickGroups.flatMap(({clicks}) => clicks))) {
			assert.equal((click.proofs ?? []).length > 0, click.lockOut, click.id);
		}
	});

	test('another Owner is read from the users, one alone is no proof', () => {
		assert.deepEqual(kinds(['another-owner'], context()), ['open']);
		assert.deepEqual(kinds(['another-owner'], context({facts: users('owner', 'admin')})), ['open']);
		assert.deepEqual(kinds(['another-owner'], context({facts: users('owner', 'owner')})), ['read']);
	});

	test('an invited Owner cannot take anything back', () => {
		const {users: read} = users('owner', 'owner');
		assert.ok(read?.outcome === 'ok');
		const invited = read.value.users.map((user, index) => ({...user, invited: index === 1}));
		const facts = {users: {...read, value: {users: invited}}};
		assert.deepEqual(kinds(['another-owner'], context({facts})), ['open']);
	});

	test('the pass of a rule counts as it is known: said, read, or found in a log', () => {
		const attested = result({basis: 'attested'});
		const said = {
			rule: 'sso-login-tested',
			ruleVersion: 1,
			resource: null,
			status: 'pass',
			by: makeSafe('Ana'),
			observedOn: '2026-11-20',
			seen: makeSafe('the pilot'),
			at: '2026-11-20T10:00:00.000Z',
		} as const;
		assert.deepEqual(kinds(['login-tested'], context({...attested, attestations: [said]})), ['said']);
		assert.deepEqual(kinds(['login-tested'], context(result({basis: 'verified'}))), ['read']);
		const logged = result({
			basis: 'verified',
			evidence: [
				{
					source: 'log',
					detail: 'session.logged_in',
					grade: null,
					observedAt: now.toISOString(),
					outcome: 'ok',
				},
			],
		});
		assert.deepEqual(kinds(['login-tested'], context(logged)), ['found']);
		assert.deepEqual(kinds(['login-tested'], context(result({status: 'fail', basis: 'verified'}))), ['open']);
	});

	test('an assurance counts for a week, and only for its proof', () => {
		const given = (daysAgo: number) => ({
			proof: 'own-password',
			organization: makeSafe('Acme'),
			by: makeSafe('Ana'),
			at: new Date(now.getTime() - daysAgo * 86_400_000).toISOString(),
		});
		const both = ['own-password', 'app-installed'] as const;
		assert.deepEqual(kinds(both, context({assurances: [given(assuranceDays)]})), ['assured', 'open']);
		assert.deepEqual(kinds(both, context({assurances: [given(assuranceDays + 1)]})), ['open', 'open']);
	});
});

function result(changed: Partial<RuleResult>): {readonly assessment: Pick<Assessment, 'controls'>} {
	const rule: RuleResult = {
		id: 'sso-login-tested',
		version: 1,
		required: true,
		status: 'pass',
		basis: null,
		reasonCode: null,
		measured: null,
		grade: null,
		expected: '',
		actual: 'one login',
		reason: '',
		waiver: null,
		findings: [],
		evidence: [],
		...changed,
	};
	return {
		assessment: {
			controls: [
				{
					id: '1.1',
					slug: 'sso',
					title: '',
					section: '',
					level: 'L1',
					inProfile: true,
					status: 'pass',
					basis: null,
					reason: '',
					waiver: null,
					frameworks: {cis: [], nist80053: [], soc2: []},
					rules: [rule],
				},
			],
		},
	};
}
