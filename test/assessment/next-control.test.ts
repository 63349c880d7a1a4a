import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assess} from '../../source/assessment/assess.ts';
import {nextControl, orderWithoutRework} from '../../source/assessment/next-control.ts';
import {isPending, pendingFacts} from '../../source/assessment/pending-facts.ts';
import {controls} from '../../source/controls/index.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {unansweredProfile} from '../../source/types/profile.ts';
import {attestation, failed, hardenedFacts, now} from '../support/facts-builders.ts';
import {ruleNamed} from '../support/measure.ts';

/** The next control of a hardened organization when everything but these controls has been answered for. */
function nextWithout(open: readonly string[], level: 'L1' | 'L2' = 'L2') {
	const answered = controls
		.filter(({id}) => !open.includes(id))
		.flatMap(({rules}) => rules.map(({id}) => attestation(id, 'pass')));
	return nextControl(
		assess({
			facts: hardenedFacts(),
			controls,
			profile: {...unansweredProfile, level, sso: 'disabled'},
			policy: defaultPolicy,
			attestations: answered,
			now,
		}),
		now,
	);
}

test('evidence first, then safe Owners, then the ways in, and so on', () => {
	let left = controls.map(({id}) => id);
	const order = [];
	for (const _ of controls) {
		const next = nextWithout(left);
		order.push(next);
		left = left.filter(id => id !== next);
	}

	assert.deepEqual(order, orderWithoutRework);
	assert.deepEqual(order, ['4.1', '2.3', '1.1', '1.2', '1.3', '2.1', '2.2', '3.1', '3.2']);
});

test('controls outside the level are not next, and nothing is when all is decided', () => {
	assert.equal(nextWithout(['1.3', '2.1'], 'L1'), '2.1');
	assert.equal(nextWithout(['1.3'], 'L1'), null);
	assert.equal(nextWithout([]), null);
});

test('a rule is pending until each fact has answered or failed', () => {
	const rule = ruleNamed('owner-count');
	assert.deepEqual(pendingFacts(rule, {}), ['users']);
	assert.equal(isPending(rule, {teams: failed('denied')}), true);
	assert.equal(isPending(rule, {users: failed('denied')}), false);
	assert.equal(isPending(ruleNamed('sso-required'), {}), false);
});
