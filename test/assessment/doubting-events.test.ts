import assert from 'node:assert/strict';
import {test} from 'node:test';
import {doubtedRules, doubtingEvents} from '../../source/controls/doubting-events.ts';
import {controls} from '../../source/controls/index.ts';
import {publishedEvent} from '../../source/evidence/audit-log/event-catalogue.ts';
import {auditLog} from '../support/evidence-builders.ts';
import {attestation, hardenedFacts, read} from '../support/facts-builders.ts';
import {judgeOrganization, ruleIn} from '../support/judge-organization.ts';

/** Ana said three days ago that it is so; the event happened `age` days ago. */
function judged(rule: string, event: string, age: number, status: 'pass' | 'fail' = 'pass') {
	const facts = {...hardenedFacts(), auditLog: read(auditLog([[event, 2, age]]))};
	return ruleIn(judgeOrganization(facts, {attestations: [attestation(rule, status)]}), rule);
}

test('every event that puts a word in doubt is a published one, and every rule exists', () => {
	const rules = new Set(controls.flatMap(control => control.rules.map(({id}) => id)));
	for (const rule of doubtedRules) {
		assert.ok(rules.has(rule), rule);
		assert.deepEqual(
			doubtingEvents(rule).filter(event => (publishedEvent(event)?.group ?? null) === null),
			[],
			rule,
		);
	}
});

test('an event after the person looked asks again, with the cause; one before does not', () => {
	const later = judged('all-users-grant-removed', 'project.default_access_granted', 1);
	assert.deepEqual([later.status, later.reasonCode], ['manual', 'in_doubt']);
	assert.match(
		later.reason,
		/The imported audit log shows since then project\.default_access_granted on 2026-11-23\. Look again\.$/,
	);
	assert.equal(judged('all-users-grant-removed', 'project.default_access_granted', 5).status, 'pass');
});

test('an event that touches something else, and a word that it is not so, change nothing', () => {
	assert.equal(judged('all-users-grant-removed', 'session.logged_in', 1).status, 'pass');
	assert.equal(judged('all-users-grant-removed', 'project.default_access_granted', 1, 'fail').status, 'fail');
	assert.equal(judged('access-review-current', 'user.role_changed', 1).status, 'pass');
});
