import assert from 'node:assert/strict';
import {test} from 'node:test';
import {controls} from '../../../source/controls/index.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import {
	type Facts,
	type Identity,
	type OrganizationRole,
	perProjectFacts,
	type Read,
} from '../../../source/types/facts.ts';
import {failed, globalView, hardenedFacts, project, read} from '../../support/facts-builders.ts';
import {measure, verdict} from '../../support/measure.ts';

const rules = controls
	.flatMap(control => control.rules)
	.filter(rule => rule.dependsOn.some(fact => perProjectFacts.some(each => each === fact)))
	.map(rule => rule.id);

const organization = {users: failed('denied'), teams: failed('denied'), twoFactor: failed('denied')};
const listed = [project('1', 'Shop'), project('2', 'Blog')];

function identity(role: OrganizationRole | null, more: Partial<Identity> = {}): Read<Identity> {
	return read({organizations: [{id: '7654321', name: makeSafe('Acme'), role}], projects: listed, ...more});
}

function verdicts(facts: Facts): string[] {
	return [...new Set(rules.map(id => verdict(id, {...hardenedFacts(), ...facts})))];
}

test('there are such rules', () => {
	assert.equal(rules.length, 6);
});

for (const role of ['owner', 'admin'] as const) {
	test(`a key of an organization's ${role} is in every project, so what it sees may pass`, () => {
		assert.deepEqual(verdicts({...organization, identity: identity(role)}), ['pass']);
	});
}

for (const role of ['member', 'billing_admin'] as const) {
	test(`a key of a ${role} sees the projects it was given, and no rule over each project passes`, () => {
		// Even where the lists of the organization answer.
		assert.deepEqual(verdicts({identity: identity(role)}), ['unknown partial']);
		const {reason, actual} = measure('pii-classified', {...hardenedFacts(), identity: identity(role)});
		assert.match(reason, /only an Owner or Admin/);
		assert.match(actual, /2 of 2 projects read/);
	});
}

for (const role of [null, 'other'] as const) {
	test(`where the role reads ${role}, what only Owners and Admins may read tells it`, () => {
		assert.deepEqual(verdicts({...organization, identity: identity(role)}), ['unknown partial']);
		for (const name of ['users', 'teams', 'twoFactor'] as const) {
			const facts = {...organization, [name]: hardenedFacts()[name], identity: identity(role)};
			assert.deepEqual(verdicts(facts), ['pass'], name);
		}
	});
}

test('an unread /me, one without these projects, or one with more of them leaves no pass', () => {
	assert.deepEqual(verdicts({identity: failed('timeout')}), ['unknown partial']);
	assert.deepEqual(verdicts({identity: identity('admin', {projects: []})}), ['unknown partial']);
	assert.deepEqual(verdicts({identity: identity('admin', {projects: [...listed, project('3')]})}), [
		'unknown partial',
	]);
});

test('a project of another organization counts for nothing, nor does the role there', () => {
	const other = {...project('9'), organizationId: '8'};
	const organizations = [
		{id: '7654321', name: makeSafe('Acme'), role: 'member'},
		{id: '8', name: makeSafe('Other'), role: 'owner'},
	] as const;
	assert.deepEqual(verdicts({identity: identity('admin', {projects: [...listed, other]})}), ['pass']);
	assert.deepEqual(verdicts({identity: identity(null, {organizations, projects: [...listed, other]})}), [
		'unknown partial',
	]);
});

test('a fault that was seen stays one, however little else was', () => {
	const facts = {dataViews: read([{project: project('1'), read: read([globalView()])}])};
	for (const id of ['data-views-restrict', 'default-view-restricted']) {
		assert.equal(verdict(id, {...facts, identity: identity('member')}), 'fail', id);
		assert.equal(verdict(id, {...facts, identity: failed('denied')}), 'fail', id);
	}
});
