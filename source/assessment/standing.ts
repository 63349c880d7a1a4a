import type {Assessment} from '../types/assessment.ts';
import type {Control, ControlId} from '../types/control.ts';
import type {Parked} from '../types/decision.ts';
import type {Facts} from '../types/facts.ts';
import type {Policy} from '../types/policy.ts';
import type {Resource} from '../types/resource.ts';
import type {SessionState} from '../types/session.ts';
import {newProperties} from './compare/new-properties.ts';
import {compareFacts, type Difference} from './compare-facts.ts';
import {dueRules} from './due.ts';
import {policyExemptions} from './exemptions.ts';
import {type Expiring, expiringOf} from './expiring.ts';
import {isOwnChange} from './own-changes.ts';
import {type NextSitting, nextSitting} from './remaining-time.ts';
import {inOrder, isOver, waitingNow} from './waits.ts';

/** A rule by its id, its title and its control. */
export type NamedRule = {readonly rule: string; readonly title: string; readonly control: ControlId};

/** A difference and what it did to the findings: one that came with it, one that went away without this program. */
export type Change = Difference & {readonly finding: 'new' | 'gone' | null};

/** A control or click that waits; `overdue` once the day to look again has come. */
export type Wait = Parked & {
	readonly overdue: boolean;
	/** How the rules that the click mends, or the control, pass now; null when they do not, or nothing was read now. */
	readonly passes: 'verified' | 'said' | null;
};

/** What calls for a person who comes back. The wizard's page and `status` both show this. */
export type Standing = {
	/** A person's words that have run out or will, soonest first; `on` is the last day on which they hold. */
	readonly due: readonly (NamedRule & {readonly on: string; readonly overdue: boolean})[];
	/** Words that something new has put in doubt; `reason` names the cause. */
	readonly inDoubt: readonly (NamedRule & {readonly reason: string})[];
	readonly expiring: readonly Expiring[];
	readonly waiting: readonly Wait[];
	/** What the next sitting is about and takes; null when every control is settled. */
	readonly next: NextSitting | null;
};

export type StandingContext = {
	readonly session: SessionState;
	readonly controls: readonly Control[];
	readonly policy: Policy;
	readonly assessment: Assessment;
	/** What the assessment rests on. */
	readonly facts: Facts;
	/** Nothing waits to be read any more, so what passes passes now. */
	readonly isReadNow: boolean;
	readonly now: Date;
};

/** Where a session stands by an assessment of it. */
export function standingOf(context: StandingContext): Standing {
	const {session, controls, assessment, facts, policy, now} = context;
	const today = now.toISOString().slice(0, 10);
	const rules = controls.flatMap(control => control.rules);
	const names = new Map(
		controls.flatMap(({id, rules: own}) =>
			own.map((rule): [string, NamedRule] => [rule.id, {rule: rule.id, title: rule.title, control: id}]),
		),
	);
	const named = (id: string): readonly NamedRule[] => {
		const rule = names.get(id);
		return rule === undefined ? [] : [rule];
	};
	const words = {attestations: session.attestations, decisions: session, profile: session.profile};
	return {
		due: dueRules(assessment, rules, {facts, ...words, policy, now}).flatMap(({rule, on}) =>
			named(rule).map(name => ({...name, on, overdue: on < today})),
		),
		inDoubt: assessment.controls
			.filter(({inProfile}) => inProfile)
			.flatMap(control => control.rules)
			.filter(({reasonCode}) => reasonCode === 'in_doubt')
			.flatMap(({id, reason}) => named(id).map(name => ({...name, reason}))),
		expiring: expiringOf(
			{...session, exemptions: [...session.exemptions, ...policyExemptions({policy, now})]},
			now,
		),
		waiting: inOrder(session.parked).map(wait => ({
			...wait,
			overdue: isOver(wait, now),
			passes: context.isReadNow ? passes(wait, context) : null,
		})),
		next: nextSitting(assessment, controls, session.ticked, {now, waiting: waitingNow(session.parked, now)}),
	};
}

function passes(
	{control: id, click}: Parked,
	{controls, assessment}: StandingContext,
): 'verified' | 'said' | null {
	const result = assessment.controls.find(control => control.id === id);
	const mended = (controls.find(control => control.id === id)?.rules ?? [])
		.filter(rule => click !== null && rule.clicks.includes(click))
		.map(rule => rule.id);
	const verdicts =
		click === null
			? result === undefined
				? []
				: [result]
			: (result?.rules ?? []).filter(rule => mended.includes(rule.id));
	if (verdicts.length === 0 || verdicts.some(({status}) => status !== 'pass')) {
		return null;
	}

	return verdicts.every(({basis}) => basis === 'verified' || basis === 'confirmed') ? 'verified' : 'said';
}

/** What was read at two times, and what was judged by it. */
export type Compared = {
	/** UTC ISO 8601. */
	readonly since: string;
	readonly before: Facts;
	readonly after: Facts;
	/** Judges facts as of now; asked only where a difference is about a thing that may have findings. */
	readonly judge: (facts: Facts) => Assessment;
	readonly session: Pick<SessionState, 'changes'>;
};

/**
What is different at Mixpanel, without what this program did itself, and which findings came or went with it. Of new
properties only those that are findings.
*/
export function changesSince({since, before, after, judge, session}: Compared): readonly Change[] {
	const differences = compareFacts(before, after).filter(each => !isOwnChange(each, since, session));
	const properties = newProperties(before, after);
	if (properties.length === 0 && differences.every(({resource}) => resource === null)) {
		return differences.map(each => ({...each, finding: null}));
	}

	const earlier = findingsOf(judge(before));
	const later = findingsOf(judge(after));
	const judged = (each: Difference): Change => ({...each, finding: findingOf(each, earlier, later)});
	return [...differences.map(judged), ...properties.map(judged).filter(({finding}) => finding === 'new')];
}

/** The rules that have a finding on a thing, by the thing. */
type Findings = ReadonlyMap<string, ReadonlySet<string>>;

function findingOf({resource}: Difference, earlier: Findings, later: Findings): Change['finding'] {
	if (resource === null) {
		return null;
	}

	const before = earlier.get(keyOf(resource)) ?? new Set<string>();
	const after = later.get(keyOf(resource)) ?? new Set<string>();
	if ([...after].some(rule => !before.has(rule))) {
		return 'new';
	}

	return [...before].some(rule => !after.has(rule)) ? 'gone' : null;
}

function findingsOf(assessment: Assessment): Findings {
	const found = new Map<string, Set<string>>();
	for (const rule of assessment.controls.flatMap(control => control.rules)) {
		for (const {resource} of rule.findings) {
			const rules = found.get(keyOf(resource)) ?? new Set();
			found.set(keyOf(resource), rules.add(rule.id));
		}
	}

	return found;
}

function keyOf({type, id}: Resource): string {
	return `${type} ${id}`;
}
