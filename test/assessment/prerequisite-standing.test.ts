import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	keyRoleOf,
	prerequisiteStanding,
	type StandingContext,
} from '../../source/assessment/prerequisite-standing.ts';
import {controls} from '../../source/controls/index.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {type Profile, unansweredProfile} from '../../source/types/profile.ts';
import {anyProfile} from '../support/facts-arbitraries.ts';
import {failed, read} from '../support/facts-builders.ts';

const all = controls.flatMap(control => control.prerequisites);

function standing(id: string, profile: Partial<Profile> = {}, more: Partial<StandingContext> = {}) {
	const prerequisite = all.find(candidate => candidate.id === id);
	assert.ok(prerequisite, id);
	return prerequisiteStanding(prerequisite, {
		profile: {...unansweredProfile, ...profile},
		keyRole: null,
		domain: null,
		...more,
	});
}

test('without answers and reads nothing is known of any prerequisite, and each says how to know it', () => {
	for (const {id} of all) {
		const {standing: found, reasons} = standing(id);
		assert.equal(found, 'unknown', id);
		assert.ok(reasons.length > 0, id);
	}
});

test('a plan is said, or lacking with the plan it takes', () => {
	assert.equal(standing('2.1.P2', {plan: 'growth'}).standing, 'said');
	assert.equal(standing('2.1.P2', {plan: 'enterprise'}).standing, 'said');
	const lacking = standing('2.1.P2', {plan: 'free'});
	assert.equal(lacking.standing, 'lacking');
	assert.deepEqual(lacking.reasons, ['It takes Growth; your plan is Free, as you answered.']);
});

test('the guide asks for Enterprise for single sign-on, and Growth is enough', () => {
	assert.equal(standing('1.1.P2', {plan: 'growth'}).standing, 'said');
	assert.equal(standing('1.1.P2', {plan: 'free'}).standing, 'lacking');
});

test('the role of the key shows a role that nobody was asked for, and never contradicts what a person said', () => {
	assert.equal(standing('3.1.P1', {}, {keyRole: 'admin'}).standing, 'read');
	assert.equal(standing('3.1.P1', {}, {keyRole: 'member'}).standing, 'unknown');
	assert.equal(standing('3.1.P1', {}, {keyRole: 'other'}).standing, 'unknown');
	assert.equal(standing('3.1.P1', {role: 'member'}, {keyRole: 'owner'}).standing, 'lacking');
	assert.equal(standing('2.3.P1', {role: 'admin'}).standing, 'lacking');
	assert.equal(standing('2.3.P1', {role: 'owner'}).standing, 'said');
});

test('an Admin of the organization is one in every project', () => {
	assert.equal(standing('2.2.P1', {role: 'admin'}).standing, 'said');
	assert.equal(standing('2.2.P1', {role: 'member'}).standing, 'unknown');
});

test('what no read shows stays to be checked, even where the rest is there', () => {
	const {standing: found, reasons} = standing('1.2.P1', {role: 'owner'});
	assert.equal(found, 'unknown');
	assert.match(reasons.join(' '), /You are Owner.*Check that you have a Mixpanel password/);
});

test('a claimed domain is read from DNS, lacking without its record, unknown before', () => {
	const profile = {domains: [makeSafe('acme.example')]};
	const domain = (status: 'pass' | 'fail' | 'unknown', basis: 'verified' | 'attested' | null) => ({
		domain: {status, basis, reason: 'acme.example has no record.'},
	});
	assert.equal(standing('1.1.P4', profile, domain('pass', 'verified')).standing, 'read');
	assert.equal(standing('1.1.P4', profile, domain('pass', 'attested')).standing, 'said');
	assert.equal(standing('1.1.P4', profile, domain('fail', 'verified')).standing, 'lacking');
	assert.equal(standing('1.1.P4', profile, domain('unknown', null)).standing, 'unknown');
	assert.equal(standing('1.1.P4', profile).standing, 'unknown');
});

test('what belongs to the other way of logging in is not needed', () => {
	assert.equal(standing('1.2.P1', {sso: 'enabled'}).standing, 'not_needed');
	assert.equal(standing('1.3.P1', {sso: 'enabled', plan: 'free'}).standing, 'not_needed');
	assert.equal(standing('1.3.P2', {sso: 'disabled', plan: 'free'}).standing, 'not_needed');
	assert.equal(standing('1.3.P2', {sso: 'enabled', plan: 'free'}).standing, 'lacking');
});

test('the key has the role its own organization gives it', () => {
	const identity = read({
		organizations: [
			{id: '1', name: makeSafe('Acme'), role: 'admin' as const},
			{id: '2', name: makeSafe('Other'), role: null},
		],
		projects: [],
	});
	assert.equal(keyRoleOf({identity}, '1'), 'admin');
	assert.equal(keyRoleOf({identity}, '2'), null);
	assert.equal(keyRoleOf({identity}, '3'), null);
	assert.equal(keyRoleOf({identity: failed('denied')}, '1'), null);
	assert.equal(keyRoleOf({}, '1'), null);
});

test('an answer never makes a prerequisite read, and lacking always rests on an answer or a verdict', () => {
	fc.assert(
		fc.property(fc.constantFrom(...all), anyProfile, (prerequisite, profile) => {
			const {standing: found} = prerequisiteStanding(prerequisite, {profile, keyRole: null, domain: null});
			assert.notEqual(found, 'read');
			const unanswered = {...unansweredProfile, domains: profile.domains};
			const {standing: bare} = prerequisiteStanding(prerequisite, {
				profile: unanswered,
				keyRole: null,
				domain: null,
			});
			assert.equal(bare, 'unknown');
		}),
	);
});
