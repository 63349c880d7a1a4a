import assert from 'node:assert/strict';
import {test} from 'node:test';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {DomainClaim} from '../../../source/types/evidence-facts.ts';
import {failed, read} from '../../support/facts-builders.ts';
import {findings, measure, verdict} from '../../support/measure.ts';

const id = 'domain-claim-published';
const proved = {kind: 'records', proofs: 1, others: 2, lookalike: null} as const;

function claim(domain: string, answer: DomainClaim['answer']): DomainClaim {
	return {given: domain, domain, name: makeSafe(domain), answer};
}

function judged(answers: Record<string, DomainClaim['answer']>, ...domains: string[]) {
	const claims = Object.entries(answers).map(([domain, answer]) => claim(domain, answer));
	return [id, {domainClaims: read(claims)}, {profile: {domains}}] as const;
}

test('every claimed domain with its record passes, and one without it fails by name', () => {
	assert.equal(verdict(...judged({'a.example': proved}, 'a.example')), 'pass');
	const mixed = judged(
		{
			'a.example': proved,
			'b.example': {kind: 'no_domain'},
			'c.example': {kind: 'no_records'},
			'd.example': {kind: 'records', proofs: 0, others: 3, lookalike: null},
			'e.example': {kind: 'records', proofs: 0, others: 1, lookalike: makeSafe('mixpanel-domain-verify=')},
		},
		'a.example',
		'b.example',
		'c.example',
		'd.example',
		'e.example',
	);
	assert.equal(verdict(...mixed), 'fail');
	assert.deepEqual(findings(...mixed), [
		'b.example: is not in DNS at all',
		'c.example: has no TXT record',
		'd.example: has 3 TXT records, none of them mixpanel-domain-verify=',
		'e.example: has a record that does not count: mixpanel-domain-verify=',
	]);
	assert.equal(measure(...mixed).actual, '1 of 5 claimed domains with the record');
});

test('a lookup that failed leaves it unknown with its reason, beside a domain that is proved as partial', () => {
	const failure = {
		kind: 'failed',
		failure: 'timeout',
		reason: makeSafe('No name server answered in time.'),
	} as const;
	assert.equal(verdict(...judged({'a.example': failure}, 'a.example')), 'unknown timeout');
	const both = judged({'a.example': failure, 'b.example': proved}, 'a.example', 'b.example');
	assert.equal(verdict(...both), 'unknown partial');
	assert.match(measure(...both).reason, /a\.example: No name server answered in time\./);
});

test('a domain named after the reading is not taken as proved', () => {
	assert.equal(verdict(...judged({'a.example': proved}, 'a.example', 'new.example')), 'unknown partial');
});

test('without a claimed domain it is left to a person, and without SSO it does not apply', () => {
	assert.equal(verdict(...judged({'a.example': proved})), 'manual no_api');
	assert.match(measure(id, {}).reason, /^Name the claimed domains/);
	assert.equal(
		verdict(id, {}, {profile: {sso: 'disabled', domains: ['a.example']}}),
		'not_applicable sso_disabled',
	);
	assert.equal(
		verdict(id, {domainClaims: failed('network')}, {profile: {domains: ['a.example']}}),
		'unknown network',
	);
});

test('domains of the policy count beside those of the profile', () => {
	const facts = {domainClaims: read([claim('a.example', proved)])};
	assert.equal(verdict(id, facts, {policy: {claimedDomains: ['a.example']}}), 'pass');
});
