import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import fc from 'fast-check';
import {openSession} from '../../source/session/open-session.ts';
import type {OpenedSession, OpenOptions} from '../../source/session/opened-session.ts';
import type {Session} from '../../source/session/session.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {ControlId} from '../../source/types/control.ts';
import type {SessionEvent} from '../../source/types/session.ts';
import type {Target} from '../../source/types/target.ts';

export const acme: Target = {kind: 'live', region: 'us', organizationId: '4410022', name: makeSafe('Acme')};

/** A directory of its own for one test. */
export async function temporaryDirectory(test: TestContext): Promise<string> {
	const directory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-test-'));
	test.after(() => rm(directory, {recursive: true, force: true}));
	return directory;
}

export function options(stateDirectory: string, changed: Partial<OpenOptions> = {}): OpenOptions {
	return {
		stateDirectory,
		target: acme,
		tool: {version: '0.1.0', guideVersion: '0.1.0'},
		now: () => new Date('2026-11-24T10:00:00.000Z'),
		...changed,
	};
}

/** The journal of `acme`. */
export function journalPath(stateDirectory: string): string {
	return join(stateDirectory, 'sessions', 'us-4410022', 'journal.jsonl');
}

/** The open session, closed after the test. */
export async function openFor(test: TestContext, given: OpenOptions): Promise<Session> {
	const {session} = expectKind(await openSession(given), 'open');
	test.after(() => session.close());
	return session;
}

/** Narrows what came of opening, or fails the test. */
export function expectKind<Kind extends OpenedSession['kind']>(
	opened: OpenedSession,
	kind: Kind,
): Extract<OpenedSession, {readonly kind: Kind}> {
	if (!isKind(opened, kind)) {
		const why = 'error' in opened ? `: ${opened.error.message} ${opened.error.why}` : '';
		throw new Error(`expected ${kind}, got ${opened.kind}${why}`);
	}

	return opened;
}

function isKind<Kind extends OpenedSession['kind']>(
	opened: OpenedSession,
	kind: Kind,
): opened is Extract<OpenedSession, {readonly kind: Kind}> {
	return opened.kind === kind;
}

/** Writes a journal of these events and closes it. */
export async function record(stateDirectory: string, events: readonly SessionEvent[]): Promise<void> {
	const {session} = expectKind(await openSession(options(stateDirectory)), 'open');
	for (const event of events) {
		await session.append(event);
	}

	await session.close();
}

export function tick(click: string, done = true): SessionEvent {
	return {type: 'click_ticked', click, done};
}

const text = fc
	.string({unit: 'binary', maxLength: 40})
	.map(raw => makeSafe(raw))
	.filter(safe => makeSafe(safe) === safe);
const word = fc.stringMatching(/^[\x21-\x7e]{1,20}$/);
const day = fc
	.date({min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true})
	.map(date => date.toISOString().slice(0, 10));
const count = fc.nat();
const control = fc.constantFrom<ControlId[]>('1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1', '3.2', '4.1');
const level = fc.constantFrom('L1' as const, 'L2' as const, 'L3' as const);
const score = fc.option(fc.double({min: 0, max: 1, noNaN: true}).map(share => share + 0));

/** Any moment at which something can be recorded. */
export const anyMoment = fc
	.date({min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true})
	.map(date => date.toISOString());

const policyOverrides = fc.record(
	{
		maxOwners: fc.nat(1000),
		maxPrivilegedShare: fc.constantFrom(0, 0.25, 1),
		waiverMaxDays: fc.nat(365),
		piiPatterns: fc.array(
			fc.record({pattern: fc.constantFrom('^x$', String.raw`\bref`), kind: fc.option(text)}),
			{
				maxLength: 2,
			},
		),
		exemptions: fc.array(
			fc.record({
				rule: word,
				resource: fc.record({type: fc.constantFrom('project' as const, 'user' as const), id: word}),
				reason: text,
				owner: text,
				expires: day,
				by: text,
			}),
			{maxLength: 2},
		),
		claimedDomains: fc.array(fc.constantFrom('a.example', 'b.example'), {maxLength: 2}),
	},
	{requiredKeys: []},
);

const anyRawEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
	fc.record({type: fc.constant('session_opened' as const), tool: word, guide: word}),
	fc.record({type: fc.constant('person_named' as const), name: text}),
	fc.record({
		type: fc.constant('profile_answered' as const),
		answers: fc.record(
			{
				level,
				sso: fc.constantFrom('enabled' as const, 'disabled' as const, null),
				plan: fc.constantFrom('free' as const, 'growth' as const, 'enterprise' as const, null),
				idp: fc.constantFrom('okta' as const, 'entra' as const, 'google' as const, 'other' as const, null),
				domains: fc.array(text, {maxLength: 3}),
				replay: fc.constantFrom(true, false, null),
			},
			{requiredKeys: []},
		),
	}),
	fc.record({
		type: fc.constant('place_moved' as const),
		place: fc.oneof(
			fc.record({
				screen: fc.constant('controls' as const),
				selected: fc.oneof(control, fc.constantFrom('compliance' as const, 'extras' as const)),
			}),
			fc.record({
				screen: fc.constant('control' as const),
				control,
				stage: fc.constantFrom('learn' as const, 'check' as const, 'gap' as const, 'act' as const),
				row: count,
			}),
		),
	}),
	fc.record({type: fc.constant('click_ticked' as const), click: word, done: fc.boolean()}),
	fc.record({
		type: fc.constant('rule_attested' as const),
		attestation: fc.record(
			{
				rule: word,
				ruleVersion: count,
				question: text,
				resource: fc.option(fc.record({type: word, id: fc.string({unit: 'binary', maxLength: 40})})),
				status: fc.constantFrom('pass' as const, 'fail' as const, 'not_applicable' as const),
				by: text,
				observedOn: day,
				seen: text,
			},
			{requiredKeys: ['rule', 'ruleVersion', 'resource', 'status', 'by', 'observedOn', 'seen']},
		),
	}),
	fc.record({type: fc.constant('attestation_withdrawn' as const), rule: word}),
	fc.record({
		type: fc.constant('parked' as const),
		parked: fc.record({
			control,
			click: fc.option(word),
			waitingFor: text,
			what: text,
			until: fc.option(day),
			by: text,
		}),
	}),
	fc.record(
		{type: fc.constant('unparked' as const), control, click: fc.option(word)},
		{requiredKeys: ['type', 'control']},
	),
	fc.record({
		type: fc.constant('discrepancy_noted' as const),
		discrepancy: fc.record({click: word, seen: text, by: text}),
	}),
	fc.record({type: fc.constant('rescue_sheet_seen' as const), control}),
	fc.record({
		type: fc.constantFrom('row_withdrawn' as const, 'exemption_withdrawn' as const),
		rule: word,
		resource: fc.record({type: fc.constantFrom('project' as const, 'user' as const), id: word}),
	}),
	fc.record({
		type: fc.constant('assured' as const),
		assurance: fc.record({proof: word, organization: text, by: text}),
	}),
	fc.record({type: fc.constant('note_written' as const), control, text}),
	fc.record({
		type: fc.constant('report_saved' as const),
		path: text,
		format: fc.constantFrom('markdown' as const, 'json' as const),
	}),
	fc.record({
		type: fc.constant('assessment_recorded' as const),
		assessment: fc.record(
			{
				level,
				score,
				decided: count,
				of: count,
				controls: fc.array(
					fc.record({
						id: control,
						status: fc.constantFrom(
							'pass' as const,
							'fail' as const,
							'unknown' as const,
							'manual' as const,
							'not_applicable' as const,
						),
						basis: fc.constantFrom('verified' as const, 'confirmed' as const, 'attested' as const, null),
						reason: text,
					}),
					{maxLength: 9},
				),
				due: fc.array(fc.record({rule: word, on: day}), {maxLength: 3}),
				policy: fc.record({sha256: word, overrides: fc.option(policyOverrides)}),
			},
			{requiredKeys: ['level', 'score', 'decided', 'of', 'controls']},
		),
	}),
);

/** Any event of a session. */
export const anyEvent: fc.Arbitrary<SessionEvent> = anyRawEvent.map(event => structuredClone(event));
