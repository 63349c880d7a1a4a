import assert from 'node:assert/strict';
import {test} from 'node:test';
import {read, user} from '../../support/facts-builders.ts';
import {measure, verdict} from '../../support/measure.ts';

const people = (...list: ReturnType<typeof user>[]) => ({users: read({users: list})});

test('open invitations are named and left to a person, since their age cannot be read', () => {
	const facts = people(user('ana', 'owner'), user('kim', 'member', {invited: true}));
	assert.equal(verdict('stale-invitations', facts), 'manual unconfirmed');
	assert.equal(measure('stale-invitations', facts).actual, '1 open invitation: kim@acme.example');
});

test('rows that do not say whether they are invitations keep it from passing', () => {
	assert.equal(verdict('stale-invitations', people(user('ana', 'owner'))), 'pass');
	assert.equal(
		verdict('stale-invitations', people(user('ana', 'owner', {invited: null}))),
		'unknown partial',
	);
});
