import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assess} from '../../source/assessment/assess.ts';
import {changesSince} from '../../source/assessment/standing.ts';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Change} from '../../source/types/change.ts';
import type {Facts, Property} from '../../source/types/facts.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {unansweredProfile} from '../../source/types/profile.ts';
import {daysAgo, hardenedFacts, now, project, property, read, user} from '../support/facts-builders.ts';

/** What changed between two organizations that are alike but for these facts: `kind sentence finding`. */
function told(
	before: Partial<Facts>,
	after: Partial<Facts>,
	changes: readonly Change[] = [],
): readonly string[] {
	return changesSince({
		since: daysAgo(9),
		before: {...hardenedFacts(), ...before},
		after: {...hardenedFacts(), ...after},
		judge: facts =>
			assess({
				facts,
				controls,
				profile: {...unansweredProfile, level: 'L2'},
				policy: defaultPolicy,
				attestations: [],
				now,
			}),
		session: {changes},
	}).map(({kind, sentence, finding}) => `${kind}: ${sentence} [${finding ?? 'nothing'}]`);
}

const sent = (...rows: readonly Property[]): Partial<Facts> => ({
	properties: read([{project: project('1', 'Shop'), read: read(rows)}]),
});

test('a new property is told when it is a finding, and only then', () => {
	assert.deepEqual(told(sent(), sent(property('phone_number'), property('order_total'))), [
		'added: phone_number is new in Shop [new]',
	]);
	assert.deepEqual(told(sent(property('phone_number')), sent(property('phone_number'))), []);
});

test('a property that was there and lost its mark is not new', () => {
	assert.deepEqual(told(sent(property('phone_number', {sensitive: true})), sent(property('phone_number'))), [
		'changed: phone_number in Shop is no longer classified [new]',
	]);
});

test('a person who became a finding is told with it, and one who no longer is, too', () => {
	const people = (...roles: readonly ('owner' | 'member')[]): Partial<Facts> => ({
		users: read({users: roles.map((role, index) => user(`person${index}`, role))}),
	});
	const four = people('owner', 'owner', 'owner', 'owner');
	const three = people('owner', 'owner', 'owner', 'member');
	assert.deepEqual(told(three, four), ['changed: person3@acme.example is Owner now, was Member [new]']);
	assert.deepEqual(told(four, three), ['changed: person3@acme.example is Member now, was Owner [gone]']);
});

test('what this program changed since is no news; what it changed before, or did not bring about, is', () => {
	const open = sent(property('phone_number'));
	const closed = sent(property('phone_number', {sensitive: true}));
	const own: Change = {
		operation: 'op-1',
		fix: 'classify-property',
		control: '3.2',
		rule: 'pii-classified',
		resource: {type: 'property', id: '1:User:phone_number', name: makeSafe('phone_number')},
		request: {method: 'PATCH', path: '/api/app/projects/1/data-definitions/properties', body: '{}'},
		before: {sensitive: false},
		desired: {sensitive: true},
		undoes: null,
		by: makeSafe('Ana'),
		at: daysAgo(2),
		outcome: 'applied',
		detail: makeSafe('Read again: classified.'),
		settledAt: daysAgo(2),
	};
	const news = ['changed: phone_number in Shop is classified [gone]'];
	assert.deepEqual(told(open, closed, [own]), []);
	assert.deepEqual(told(open, closed), news);
	assert.deepEqual(told(open, closed, [{...own, settledAt: daysAgo(20)}]), news);
	assert.deepEqual(told(open, closed, [{...own, outcome: 'drifted'}]), news);
});
