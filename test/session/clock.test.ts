import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openSession} from '../../source/session/open-session.ts';
import {recordedAt} from '../../source/session/recorded-at.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import {decided} from '../support/decision-builders.ts';
import {hardenedFacts} from '../support/facts-builders.ts';
import {judgeOrganization, ruleIn} from '../support/judge-organization.ts';
import {expectKind, options, temporaryDirectory} from './state.ts';

const rule = 'service-account-register';
const by = makeSafe('Ana');

const rows: readonly SessionEvent[] = ['etl', 'backup', 'wizard'].map(id => ({
	type: 'registered',
	entry: {
		rule,
		ruleVersion: 1,
		resource: {type: 'service_account', id},
		fields: ['Purpose', 'Owner'].map(label => ({label: makeSafe(label), value: makeSafe('x')})),
		by,
	},
}));

const refusal: SessionEvent = {
	type: 'rule_attested',
	attestation: {
		rule,
		ruleVersion: 1,
		resource: null,
		status: 'fail',
		by,
		observedOn: '2026-11-24',
		seen: makeSafe('nobody knows what etl is for'),
	},
};

/** The verdict after these events, each recorded at its moment, as the next start finds them. */
async function judgedAfter(t: test.TestContext, events: readonly (readonly [string, SessionEvent])[]) {
	const directory = await temporaryDirectory(t);
	let now = early;
	const given = options(directory, {now: () => new Date(now)});
	const {session} = expectKind(await openSession(given), 'open');
	for (const [at, event] of events) {
		now = at;
		await session.append(event);
	}

	await session.close();
	const {session: again} = expectKind(await openSession(options(directory)), 'open');
	const {register, attestations} = again.state;
	await again.close();
	return ruleIn(judgeOrganization(hardenedFacts(), {attestations, decisions: decided({register})}), rule)
		.status;
}

const early = '2026-11-24T08:00:00.000Z';
const late = '2026-11-24T09:00:00.000Z';

test('the later word counts, also when the clock was put back in between', async t => {
	const filled = (at: string) => rows.map(row => [at, row] as const);
	assert.equal(await judgedAfter(t, [...filled(early), [late, refusal]]), 'fail');
	assert.equal(await judgedAfter(t, [...filled(late), [early, refusal]]), 'fail');
	assert.equal(await judgedAfter(t, [[late, refusal], ...filled(early)]), 'pass');
});

for (const [last, now, expected] of [
	[null, late, late],
	[early, late, late],
	[late, late, late],
	[late, early, '2026-11-24T09:00:00.001Z'],
	['2026-11-25T08:00:00.000Z', early, '2026-11-25T08:00:00.001Z'],
	// A clock that was a day and more ahead is not followed: what it dated counts for nothing.
	['2026-11-25T08:00:00.001Z', early, early],
	['no moment', early, early],
] as const) {
	test(`after ${last}, at ${now}, something is recorded at ${expected}`, () => {
		assert.equal(recordedAt(last, new Date(now)), expected);
	});
}
