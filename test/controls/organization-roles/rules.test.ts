import assert from 'node:assert/strict';
import {test} from 'node:test';
import {read, team, user, users} from '../../support/facts-builders.ts';
import {findings, measure, verdict} from '../../support/measure.ts';

const people = (...list: ReturnType<typeof user>[]) => ({users: read({users: list})});

test('five Owners and Admins pass in a small organization, six do not', () => {
	assert.equal(verdict('least-privilege-roles', people(...users(2, 3, 5))), 'pass');
	assert.equal(verdict('least-privilege-roles', people(...users(2, 4, 5))), 'fail');
	assert.equal(
		measure('least-privilege-roles', people(...users(2, 4, 7))).actual,
		'6 of 13 users are Owner or Admin',
	);
	assert.deepEqual(findings('least-privilege-roles', people(...users(1, 5, 0))).slice(0, 2), [
		'owner0: is Owner',
		'admin0: is Admin',
	]);
});

test('in a large one a tenth may be', () => {
	assert.equal(verdict('least-privilege-roles', people(...users(3, 4, 63))), 'pass');
	assert.equal(verdict('least-privilege-roles', people(...users(3, 5, 62))), 'fail');
	assert.equal(
		verdict('least-privilege-roles', people(...users(3, 27, 70)), {policy: {maxPrivilegedShare: 0.29}}),
		'fail',
	);
	assert.equal(
		verdict('least-privilege-roles', people(...users(3, 26, 71)), {policy: {maxPrivilegedShare: 0.29}}),
		'pass',
	);
});

test('invited rows count neither as privileged nor as users', () => {
	const invited = Array.from({length: 50}, (_, index) => user(`new${index}`, 'admin', {invited: true}));
	assert.equal(verdict('least-privilege-roles', people(...users(2, 3, 5), ...invited)), 'pass');
	assert.equal(verdict('least-privilege-roles', people(...users(2, 4, 5), ...invited)), 'fail');
});

test('a role that is not understood is never least privilege', () => {
	const strange = user('strange', 'other');
	assert.equal(verdict('least-privilege-roles', people(...users(2, 1, 5), strange)), 'unknown partial');
	assert.equal(verdict('least-privilege-roles', people(...users(2, 5, 5), strange)), 'fail');
	assert.equal(verdict('least-privilege-roles', people()), 'unknown unreadable');
});

test('one team with members is enough, and a team of unknown size counts', () => {
	assert.equal(verdict('teams-in-use', {teams: read([team('A', 0), team('B', 1)])}), 'pass');
	assert.equal(verdict('teams-in-use', {teams: read([team('A', null)])}), 'pass');
	assert.equal(verdict('teams-in-use', {teams: read([])}), 'fail');
	assert.equal(measure('teams-in-use', {teams: read([])}).short, 'no teams');
	assert.deepEqual(findings('teams-in-use', {teams: read([team('A', 0)])}), ['A: has no members']);
});
