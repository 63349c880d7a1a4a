import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {lackingForClick} from '../../source/assessment/lacking-for-click.ts';
import {controls} from '../../source/controls/index.ts';
import {anyProfile} from '../support/facts-arbitraries.ts';

const steps = controls.flatMap(({clickGroups, rules}) =>
	clickGroups.flatMap(({clicks}) => clicks.map(click => ({click, rules}))),
);

test('a step above the plan names the plan it needs, and what helps instead', () => {
	const click = {id: '9.9.C1', plan: 'enterprise' as const, role: 'Project Owner or Admin'};
	const rule = {clicks: ['9.9.C1'], plan: 'enterprise' as const, withoutPlan: 'Use teams.'};
	const {plan} = lackingForClick(click, {plan: 'growth', role: null}, [rule]);
	assert.equal(plan, 'Needs Enterprise; your plan is Growth. Use teams.');
	assert.equal(lackingForClick(click, {plan: 'enterprise', role: null}, [rule]).plan, null);
	assert.equal(lackingForClick(click, {plan: null, role: null}, [rule]).plan, null);
});

test('a role of the organization is held against the answer, another role is not', () => {
	const role = (needed: string, answer: 'owner' | 'admin' | 'billing_admin' | 'member') =>
		lackingForClick({id: '9.9.C1', plan: null, role: needed}, {plan: null, role: answer}, []).role;
	assert.equal(
		role('Organization Owner or Admin', 'member'),
		'Takes Organization Owner or Admin; you answered Member.',
	);
	assert.equal(role('Organization Owner or Admin', 'admin'), null);
	assert.ok(role('Organization Owner or Admin', 'billing_admin'));
	assert.ok(role('Organization Owner or Billing Admin', 'admin'));
	assert.equal(role('Organization Owner or Billing Admin', 'billing_admin'), null);
	assert.ok(role('Organization Owner', 'admin'));
	assert.equal(role('Project Owner', 'member'), null);
	assert.equal(role('IdP administrator', 'member'), null);
});

test('an Owner on Enterprise lacks nothing for any step', () => {
	for (const {click, rules} of steps) {
		assert.deepEqual(lackingForClick(click, {plan: 'enterprise', role: 'owner'}, rules), {
			plan: null,
			role: null,
		});
	}
});

test('a higher plan never lacks more than a lower one', () => {
	fc.assert(
		fc.property(fc.constantFrom(...steps), anyProfile, ({click, rules}, profile) => {
			const on = (plan: 'free' | 'growth' | 'enterprise') =>
				lackingForClick(click, {...profile, plan}, rules).plan !== null;
			assert.ok(!on('growth') || on('free'));
			assert.ok(!on('enterprise'));
		}),
	);
});
