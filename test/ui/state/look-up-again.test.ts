import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {fold} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {Facts} from '../../../source/types/facts.ts';
import type {Profile} from '../../../source/types/profile.ts';
import type {AppEvent} from '../../../source/ui/state/app-event.ts';
import type {AppState} from '../../../source/ui/state/app-state.ts';
import {read} from '../../support/facts-builders.ts';
import {inside, live, openOf, tell} from '../story.ts';
import {type Found, now, openedEvent, readingEvents, readOrganization, started} from '../world.ts';

function answered(state: AppState, answers: Partial<Profile>): AppEvent {
	return {
		type: 'session_changed',
		session: fold(openOf(state).session, {
			at: now.toISOString(),
			event: {type: 'profile_answered', answers},
		}),
		message: null,
		ofForm: false,
	};
}

/** Domains that all have their record. */
function claims(...domains: readonly string[]): Facts {
	return {
		domainClaims: read(
			domains.map(domain => ({
				given: domain,
				domain,
				name: makeSafe(domain),
				answer: {kind: 'records', proofs: 1, others: 0, lookalike: null} as const,
			})),
		),
	};
}

function statusOf(state: AppState): string | undefined {
	const [sso] = openOf(state).assessment.controls;
	return sso?.rules.find(({id}) => id === 'domain-claim-published')?.status;
}

const named = {domains: [makeSafe('corp.example')]};

describe('domains that are named in the form', () => {
	let found: Found;
	let list: AppState;
	before(async () => {
		found = await readOrganization('startup');
		list = inside(found);
	});

	test('are looked up behind it at once, and judged when DNS has answered', () => {
		const told = tell(list, answered(list, named));
		assert.deepEqual(
			told.effects.filter(({type}) => type === 'read_claims'),
			[{type: 'read_claims'}],
		);
		const judged = tell(told.state, {type: 'claims_read', facts: claims('corp.example')});
		assert.equal(statusOf(judged.state), 'pass');
		// What was found is kept with the verdicts, so that whoever judges them later has it.
		const [kept] = judged.effects;
		assert.ok(kept?.type === 'record_assessment');
		assert.ok(kept.facts?.domainClaims !== undefined);
		assert.equal(openOf(judged.state).reading.kind, 'finished');
	});

	test('what was asked of the ones before decides nothing any more, also when it comes late', () => {
		const first = tell(tell(list, answered(list, named)).state, {
			type: 'claims_read',
			facts: claims('corp.example'),
		}).state;
		const other = tell(first, answered(first, {domains: [makeSafe('labs.example')]})).state;
		assert.equal(statusOf(other), 'manual');
		const late = tell(other, {type: 'claims_read', facts: claims('corp.example')}).state;
		assert.equal(openOf(late).facts.domainClaims, undefined);
		const ofReading = tell(other, {type: 'fact_read', facts: claims('corp.example')}).state;
		assert.equal(openOf(ofReading).facts.domainClaims, undefined);
		const right = tell(other, {type: 'claims_read', facts: claims('labs.example')}).state;
		assert.equal(statusOf(right), 'pass');
	});

	test('nothing is asked for other answers, without domains, with SSO answered no, or where nothing is reached', () => {
		const asks = (state: AppState, answers: Partial<Profile>): boolean =>
			tell(state, answered(state, answers)).effects.some(({type}) => type === 'read_claims');
		assert.ok(!asks(list, {plan: 'growth', level: 'L2'}));
		assert.ok(!asks(list, {sso: 'enabled'}));
		assert.ok(!asks(list, {...named, sso: 'disabled'}));
		const byHand = live(started(), openedEvent({kind: 'byHand'})).state;
		assert.ok(!asks(byHand, named));
		const offline = live(started(), {
			...openedEvent(found.target),
			before: {facts: found.facts, at: now.toISOString()},
			offline: {why: 'There is no key here.', hasKey: false},
		}).state;
		assert.ok(!asks(offline, named));
		const unread = live(started(), openedEvent(found.target)).state;
		assert.ok(asks(unread, named));
		assert.ok(!asks(live(unread, ...readingEvents(found)).state, {idp: 'okta'}));
	});
});
