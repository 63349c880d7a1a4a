import assert from 'node:assert/strict';
import {test} from 'node:test';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {read, user} from '../../support/facts-builders.ts';
import {findings, verdict} from '../../support/measure.ts';

const id = 'guests-outside-claimed-domains';
const people = {
	users: read({
		users: [
			user('ana', 'owner'),
			user('guest', 'member', {email: makeSafe('guest@acme.example.evil.example')}),
			user('shout', 'member', {email: makeSafe('SHOUT@ACME.EXAMPLE')}),
		],
	}),
};

test('addresses are compared with the claimed domains, in any case and as a whole', () => {
	assert.deepEqual(findings(id, people, {profile: {domains: ['Acme.example']}}), [
		'guest: address outside the claimed domains',
	]);
	assert.equal(
		verdict(id, people, {profile: {domains: ['acme.example', 'acme.example.evil.example']}}),
		'pass',
	);
});

test('without a named domain a person compares', () => {
	assert.equal(verdict(id, people), 'manual no_api');
});
