import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {coverageWords} from '../../source/assessment/coverage-words.ts';
import {controls} from '../../source/controls/index.ts';
import type {Facts} from '../../source/types/facts.ts';
import {anyFacts} from '../support/facts-arbitraries.ts';
import {account, failed, project, read, team, user} from '../support/facts-builders.ts';

function words(id: string, facts: Facts): string {
	const control = controls.find(candidate => candidate.id === id);
	assert.ok(control);
	return coverageWords(control.rules, facts).join(' · ');
}

test('the invited are told apart from the members, whom rules count', () => {
	const joined = [user('ana', 'owner'), user('ben', 'member')];
	const invited = user('cyd', 'member', {invited: true});
	assert.match(words('2.1', {users: read({users: joined})}), /^2 members$/);
	assert.match(
		words('2.1', {users: read({users: [...joined, invited]})}),
		/^2 members, 1 invited and not counted$/,
	);
	assert.match(
		words('2.1', {users: read({users: [user('ana', 'owner')]}), teams: read([team('t', 1)])}),
		/^1 member · 1 team seen of 1$/,
	);
});

test('a list, its length; projects, how many were read; a failed read as such', () => {
	const facts: Facts = {
		serviceAccounts: read([account('etl'), account('backup')]),
		projectServiceAccounts: read([
			{project: project('1'), read: read([])},
			{project: project('2'), read: failed('denied')},
		]),
	};
	assert.equal(words('3.1', facts), '2 accounts seen of 2 · 1 of 2 projects read');
	const refused = [{project: project('1'), read: failed('denied')}];
	assert.equal(words('3.1', {projectServiceAccounts: read(refused)}), 'none of 1 project read');
	assert.equal(words('3.1', {projectServiceAccounts: read([])}), 'this key sees no project');
	assert.equal(words('3.1', {serviceAccounts: failed('denied')}), 'accounts not read');
});

test('nothing is told of what has not arrived, nor of a control that reads nothing', () => {
	for (const {rules} of controls) {
		assert.deepEqual(coverageWords(rules, {}), []);
	}

	fc.assert(
		fc.property(anyFacts, facts => {
			assert.equal(words('4.1', facts), '');
		}),
	);
});
