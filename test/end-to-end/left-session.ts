import assert from 'node:assert/strict';
import {openIo} from '../../source/commands/call/open-io.ts';
import type {Invocation} from '../../source/commands/invocation.ts';
import {practise} from '../../source/commands/opening/practise.ts';
import {controls} from '../../source/controls/index.ts';
import {emptySession, foldAll} from '../../source/session/fold.ts';
import {openSession} from '../../source/session/open-session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {Facts} from '../../source/types/facts.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import type {AssessmentRecord, SessionEvent, SessionState, Training} from '../../source/types/session.ts';
import type {Target} from '../../source/types/target.ts';
import type {Recorder} from '../../source/ui/effects/edges.ts';
import {judge} from '../../source/ui/state/judge.ts';
import {assessmentRecord} from '../../source/ui/state/opening/assessment-record.ts';

export const day = 86_400_000;

/** Days ago, as the ISO day. */
export function dayAgo(days: number): string {
	return new Date(Date.now() - days * day).toISOString().slice(0, 10);
}

/** A training session that was read, worked on by `events` and left, all of it `days` ago. */
export async function leaveTraining(
	stateDirectory: string,
	days: number,
	events: readonly SessionEvent[] = [],
): Promise<Facts> {
	const then = new Date(Date.now() - days * day);
	const {signal} = new AbortController();
	const road = await practise(
		invocation(stateDirectory, then, signal),
		{scenario: 'startup', seed: 1},
		signal,
	);
	assert.ok(road.kind === 'opened' && road.readFacts !== null);
	let facts: Facts = {};
	await road.readFacts({
		signal,
		onFact(more) {
			facts = {...facts, ...more};
		},
		onProgress: () => undefined,
		onWaiting: () => undefined,
	});
	await record(road.recorder, road.target, facts, then, events);
	await road.close();
	return facts;
}

/** The session that a scenario leaves for whoever practises on it, as opening it now leaves it. */
export async function leaveScenario(stateDirectory: string, practice: Training): Promise<void> {
	const {signal} = new AbortController();
	const road = await practise(invocation(stateDirectory, new Date(), signal), practice, signal);
	assert.ok(road.kind === 'opened');
	await road.close();
}

/** A session of some organization that was read to `facts` `days` ago. */
export async function leaveSession(
	stateDirectory: string,
	target: Target,
	days: number,
	facts: Facts,
	events: readonly SessionEvent[] = [],
): Promise<void> {
	const then = new Date(Date.now() - days * day);
	const opened = await openSession({
		stateDirectory,
		target,
		tool: {version: '0.1.0', guideVersion: '0.1.0'},
		now: () => then,
	});
	assert.ok(opened.kind === 'open');
	await record(opened.session, target, facts, then, events);
	await opened.session.close();
}

async function record(
	recorder: Recorder,
	target: Target,
	facts: Facts,
	now: Date,
	events: readonly SessionEvent[],
): Promise<void> {
	const session = foldAll(events.map(event => ({at: now.toISOString(), event})));
	for (const event of [
		...events,
		{
			type: 'assessment_recorded',
			assessment: {...recordOf(session, target, facts, now), facts: await recorder.saveFacts(facts)},
		} satisfies SessionEvent,
	]) {
		await recorder.append(event);
	}
}

function recordOf(session: SessionState, target: Target, facts: Facts, now: Date): AssessmentRecord {
	const context = {controls, policy: defaultPolicy, now};
	const open = judge(
		{
			target,
			label: '',
			session,
			found: emptySession,
			readOnly: null,
			canMend: false,
			canChange: false,
			before: null,
			knowledge: [],
			earlier: null,
			imported: {},
			offline: null,
			facts,
			reading: {kind: 'finished', at: now, requests: 0},
		},
		context,
	);
	return assessmentRecord(open, context);
}

function invocation(stateDirectory: string, now: Date, signal: AbortSignal): Invocation {
	return {
		command: 'train',
		positionals: [],
		flags: new Map(),
		environment: {
			serviceAccount: null,
			secret: null,
			organizationId: null,
			projectId: null,
			baseUrl: null,
			stateDirectory,
			plain: false,
		},
		io: openIo(),
		signal,
		now: () => now,
	};
}

/** What Ana left behind: her name, answers, a word, a step that waits, and the place. */
export function anasWork(days: number): readonly SessionEvent[] {
	return [
		{type: 'person_named', name: makeSafe('Ana')},
		{
			type: 'profile_answered',
			answers: {plan: 'growth', sso: 'enabled', idp: 'okta', domains: ['harbour.example']},
		},
		{
			type: 'rule_attested',
			attestation: {
				rule: 'admins-documented',
				ruleVersion: 1,
				resource: null,
				status: 'pass',
				by: makeSafe('Ana'),
				observedOn: dayAgo(days),
				seen: makeSafe('The list in the wiki'),
			},
		},
		{
			type: 'rule_attested',
			attestation: {
				rule: 'key-events-reviewed',
				ruleVersion: 1,
				resource: null,
				status: 'pass',
				by: makeSafe('Ana'),
				observedOn: dayAgo(days + 25),
				seen: makeSafe('Nothing odd'),
			},
		},
		{
			type: 'parked',
			parked: {
				control: '1.1',
				click: null,
				waitingFor: makeSafe('Ben, DNS'),
				what: makeSafe('the record for harbour.example'),
				by: makeSafe('Ana'),
				until: dayAgo(2),
			},
		},
		{type: 'click_ticked', click: '1.1.C1', done: true},
		{type: 'place_moved', place: {screen: 'control', control: '3.1', stage: 'gap', row: 2}},
	];
}
