import assert from 'node:assert/strict';
import {test} from 'node:test';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {SamlCertificate} from '../../../source/types/evidence-facts.ts';
import {daysAgo, failed, read} from '../../support/facts-builders.ts';
import {measure, verdict} from '../../support/measure.ts';

const id = 'saml-certificate-expiry';

function certificate(from: number, to: number, name = 'idp'): SamlCertificate {
	return {
		subject: makeSafe(`CN=${name}`),
		issuer: makeSafe(`CN=${name}`),
		fingerprint: 'AB:CD',
		validFrom: daysAgo(-from),
		validTo: daysAgo(-to),
		isAuthority: false,
	};
}

const judge = (...certificates: SamlCertificate[]) => measure(id, {samlCertificates: read(certificates)});

test('more than 60 days left pass; 60 or fewer, none, and a time to come fail, with the day', () => {
	assert.equal(judge(certificate(-100, 60.1)).status, 'pass');
	assert.equal(judge(certificate(-100, 60)).status, 'fail');
	assert.equal(judge(certificate(-100, 60)).short, 'ends in 60 days, on 2027-01-23');
	assert.equal(judge(certificate(-100, -1)).short, 'ended on 2026-11-23');
	assert.equal(judge(certificate(1, 400)).short, 'is not valid before 2026-11-25');
});

test('the policy sets the days', () => {
	const facts = {samlCertificates: read([certificate(-100, 40)])};
	assert.equal(verdict(id, facts, {policy: {certificateDays: 30}}), 'pass');
	assert.equal(verdict(id, facts), 'fail');
});

test('of several the last to end counts and all are shown; one whose time has not come does not hide an end', () => {
	const both = judge(certificate(-400, 5, 'old'), certificate(-1, 400, 'new'));
	assert.equal(both.status, 'pass');
	assert.match(both.actual, /^CN=new, .*400 days left.*; beside it CN=old, from /);
	const early = judge(certificate(-400, 5, 'old'), certificate(3, 400, 'new'));
	assert.equal(early.short, 'ends in 5 days, on 2026-11-29');
});

test('without a file a person is asked, without SSO it does not apply, and nothing in it is no pass', () => {
	assert.equal(verdict(id, {}), 'manual no_api');
	assert.equal(verdict(id, {samlCertificates: failed('unreadable')}), 'unknown unreadable');
	assert.equal(verdict(id, {samlCertificates: read([])}), 'unknown unreadable');
	assert.equal(verdict(id, {}, {profile: {sso: 'disabled'}}), 'not_applicable sso_disabled');
});
