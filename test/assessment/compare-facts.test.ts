import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {compareFacts} from '../../source/assessment/compare-facts.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Facts, User} from '../../source/types/facts.ts';
import {anyFacts} from '../support/facts-arbitraries.ts';
import {
	account,
	failed,
	globalView,
	hardenedFacts,
	ownAccount,
	project,
	property,
	read,
	team,
	user,
	view,
} from '../support/facts-builders.ts';

/** What changed between two organizations that are alike but for these facts: `kind sentence controls`. */
function told(before: Partial<Facts>, after: Partial<Facts>): string[] {
	return compareFacts({...hardenedFacts(), ...before}, {...hardenedFacts(), ...after}).map(
		({kind, sentence, controls}) => `${kind}: ${sentence} [${controls.join(' ')}]`,
	);
}

const people = (...rows: User[]) => ({users: read({users: rows})});
const ana = user('ana', 'owner');

test('two readings that are alike differ in nothing', () => {
	assert.deepEqual(told({}, {}), []);
});

test('people who came, went, joined, or have another role', () => {
	assert.deepEqual(
		told(
			people(
				ana,
				user('raj', 'member'),
				user('eve', 'admin'),
				user('kim', 'member', {invited: true}),
				user('bo', 'member'),
			),
			people(
				ana,
				user('raj', 'admin'),
				user('kim', 'member'),
				user('new', 'admin'),
				user('inv', 'member', {invited: true}),
				user('bo', 'member', {name: makeSafe('Bo B.')}),
			),
		),
		[
			'changed: raj@acme.example is Admin now, was Member [2.1 2.3]',
			'changed: kim@acme.example has joined, Member [1.3 2.1]',
			'added: new@acme.example is new, Admin [2.1 2.3]',
			'added: inv@acme.example is invited, Member [1.3 2.1]',
			'gone: eve@acme.example, Admin, is gone [2.1 2.3]',
		],
	);
});

test('people whom Mixpanel names by other ids are not taken for new ones', () => {
	const renamed = [
		{...ana, id: '501'},
		{...user('raj', 'admin'), id: '502'},
	];
	assert.deepEqual(told(people(ana, user('raj', 'admin')), people(...renamed)), [
		'not_compared: People could not be compared: Mixpanel names every one of them by another id now [2.1 2.3]',
	]);
});

test('service accounts that came, went, expire on another day, or have another role', () => {
	assert.deepEqual(
		told(
			{
				serviceAccounts: read([
					ownAccount,
					account('etl'),
					account('up'),
					account('silent', {organizationRole: null}),
				]),
			},
			{
				serviceAccounts: read([
					ownAccount,
					account('up', {expires: null, organizationRole: 'owner'}),
					account('silent', {lastUsed: null}),
					account('new', {organizationRole: 'admin'}),
				]),
			},
		),
		[
			'changed: up.mp-service-account never expires now [3.1]',
			'changed: up.mp-service-account is Owner of the organization now [2.3 3.1]',
			'added: new.mp-service-account is new, expires on 2027-01-23 [2.3 3.1]',
			'gone: etl.mp-service-account is gone [3.1]',
		],
	);
});

test('teams, and how many are in them', () => {
	assert.deepEqual(
		told(
			{teams: read([team('A', 3), team('B', 1), team('C', null)])},
			{teams: read([team('A', 0), team('C', 2), team('D', 1)])},
		),
		[
			'changed: the team A has 0 members now, had 3 [2.1]',
			'added: the team D is new [2.1]',
			'gone: the team B is gone [2.1]',
		],
	);
});

test('projects, of which only the reach of the key is known', () => {
	const grants = (...ids: string[]) => ({
		projectServiceAccounts: read(ids.map(id => ({project: project(id), read: read([])}))),
	});
	assert.deepEqual(told(grants('1', '2'), grants('2', '3')), [
		'added: the project Project 3 is new, or newly in reach of the key [2.2 3.1 3.2]',
		'gone: the project Project 1 is gone, or out of reach of the key [2.2 3.1 3.2]',
	]);
});

test('data views and classified properties, project by project', () => {
	const shop = project('1', 'Shop');
	const views = (...rows: ReturnType<typeof view>[]) => ({
		dataViews: read([{project: shop, read: read(rows)}]),
	});
	assert.deepEqual(
		told(
			views(globalView({isDefault: false}), view('EU', {isDefault: true}), view('US')),
			views(globalView({isDefault: true}), view('EU', {isVisible: true}), view('JP')),
		),
		[
			'changed: the view All Project Data in Shop is the default now [3.2]',
			'changed: the view EU in Shop is open to everyone in the project, is no longer the default now [3.2]',
			'added: the view JP in Shop is new [3.2]',
			'gone: the view US in Shop is gone [3.2]',
		],
	);
	const properties = (...rows: ReturnType<typeof property>[]) => ({
		properties: read([{project: shop, read: read(rows)}]),
	});
	assert.deepEqual(
		told(
			properties(
				property('$email', {sensitive: true}),
				property('phone'),
				property('silent', {sensitive: null}),
				property('gone'),
			),
			properties(
				property('$email'),
				property('phone', {dropped: true, hidden: true}),
				property('silent'),
				property('new'),
			),
		),
		['changed: $email in Shop is no longer classified [3.2]', 'changed: phone in Shop is blocked [3.2]'],
	);
});

test('the field of two-factor', () => {
	const field = (key: string, value: boolean) => ({
		twoFactor: read({candidates: [{key: makeSafe(key), value}]}),
	});
	assert.deepEqual(told(field('on', true), field('on', false)), [
		'changed: Mixpanel reports on = false for two-factor now [1.2]',
	]);
	assert.deepEqual(told(field('on', true), field('enabled', false)), []);
});

test('what was not read reliably both times is named, with the reason', () => {
	const {teams: _, ...withoutTeams} = hardenedFacts();
	const half = read([
		{project: project('1', 'Shop'), read: failed('timeout')},
		{project: project('2', 'Blog'), read: read([globalView()])},
	]);
	assert.deepEqual(
		compareFacts(
			{...withoutTeams, dataViews: half},
			{...hardenedFacts(), users: failed('denied'), dataViews: half},
		).map(({kind, sentence}) => `${kind}: ${sentence}`),
		[
			'not_compared: People could not be compared: refused to this key now',
			'not_compared: Teams could not be compared: not read last time',
			'not_compared: Data views of Shop could not be compared: no answer in time last time',
		],
	);
	assert.deepEqual(told({identity: failed('network')}, {}), [
		'not_compared: Projects could not be compared: the list was not read reliably last time [2.2]',
	]);
});

test('an organization never differs from itself, and every change is told of the other way round, too', () => {
	fc.assert(
		fc.property(anyFacts, anyFacts, (one, other) => {
			assert.deepEqual(
				compareFacts(one, one).filter(({kind}) => kind !== 'not_compared'),
				[],
			);
			const count = (from: Facts, to: Facts) => {
				const all = compareFacts(from, to);
				const of = (kind: string) => all.filter(each => each.kind === kind).length;
				return {added: of('added'), gone: of('gone'), left: of('not_compared')};
			};
			const there = count(one, other);
			const back = count(other, one);
			assert.deepEqual(there, {added: back.gone, gone: back.added, left: back.left});
		}),
	);
});

test('every difference has a sentence for a list and names its control', () => {
	fc.assert(
		fc.property(anyFacts, anyFacts, (one, other) => {
			for (const {sentence, controls} of compareFacts(one, other)) {
				assert.match(sentence, /[^.]$/);
				assert.ok(controls.length > 0);
			}
		}),
	);
});
