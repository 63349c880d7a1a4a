import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {planLack} from '../../source/assessment/plan-lack.ts';
import {controls} from '../../source/controls/index.ts';

const steps = controls.flatMap(({clickGroups, rules}) =>
	clickGroups.flatMap(({clicks}) => clicks.map(click => ({click, rules}))),
);

test('a step above the plan names the plan it needs, and what helps instead', () => {
	const click = {id: '9.9.C1', plan: 'enterprise' as const};
	const rule = {clicks: ['9.9.C1'], plan: 'enterprise' as const, withoutPlan: 'Use teams.'};
	assert.equal(
		planLack(click, {plan: 'growth'}, [rule]),
		'Needs Enterprise; your plan is Growth. Use teams.',
	);
	assert.equal(planLack(click, {plan: 'growth'}, []), 'Needs Enterprise; your plan is Growth.');
	assert.equal(planLack(click, {plan: 'enterprise'}, [rule]), null);
	assert.equal(planLack(click, {plan: null}, [rule]), null);
});

test('some step of the guide lacks a plan on Free, and a higher plan never lacks more than a lower one', () => {
	const on = (step: (typeof steps)[number], plan: 'free' | 'growth' | 'enterprise') =>
		planLack(step.click, {plan}, step.rules) !== null;
	assert.ok(steps.some(step => on(step, 'free')));
	fc.assert(
		fc.property(fc.constantFrom(...steps), step => {
			assert.ok(!on(step, 'growth') || on(step, 'free'));
			assert.ok(!on(step, 'enterprise'));
		}),
	);
});
