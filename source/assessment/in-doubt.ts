import {doubtingEvents} from '../controls/doubting-events.ts';
import {count, list} from '../controls/rule-kinds/count.ts';
import type {Attestation} from '../types/assessment.ts';
import type {AuditLog} from '../types/evidence-facts.ts';
import type {Facts} from '../types/facts.ts';
import type {Resource} from '../types/resource.ts';
import type {RegisterRows, Rule} from '../types/rule.ts';
import {momentOf} from './iso-day.ts';
import {knownResources} from './known-resources.ts';
import type {JudgedRule} from './measured-result.ts';

/** What an earlier assessment knew of the organization; null for a list that was not read reliably then. */
export type Since = {
	/** UTC ISO 8601, when it was read. */
	readonly at?: string;
	readonly projects: readonly string[] | null;
	/** Ids of the Owners and Admins. */
	readonly privileged: readonly string[] | null;
	/** Ids of the service accounts; absent where nobody asked. */
	readonly accounts?: readonly string[] | null;
};

type Newcomer = NonNullable<Rule['doubtedBy']>;

/** The lists in which a newcomer is found. */
const rowsOf = {
	project: 'projects',
	admin: 'admins',
	service_account: 'service_accounts',
} as const satisfies {readonly [Kind in Newcomer]: RegisterRows};

/** What facts knew, to be held against later ones. */
export function sinceOf(facts: Facts, at: string): Since {
	const ids = (rows: RegisterRows) => knownResources(rows, facts)?.resources.map(({id}) => id) ?? null;
	return {at, projects: ids('projects'), privileged: ids('admins'), accounts: ids('service_accounts')};
}

type DoubtContext = {readonly facts: Facts; readonly since: Since | readonly Since[] | null};

/**
A person's word that something new puts in doubt (contract §2): it asks again, naming the cause. The word is held
against what was known when it was given, as far as `since` goes back; what is new in it only since then counts. So do
the events of an imported audit log that touch it and are younger than it.
A word given after the present reading was given in sight of it.
*/
export function doubt(
	judged: JudgedRule,
	rule: Pick<Rule, 'id' | 'doubtedBy'>,
	attestation: Attestation,
	context: DoubtContext,
): JudgedRule {
	const causes = [
		newcomersCause(rule.doubtedBy, attestation, context),
		eventsCause(rule.id, attestation, context.facts),
	].filter(each => each !== null);
	if (causes.length === 0) {
		return judged;
	}

	const cause = causes.join('. ');
	return {
		...judged,
		short: 'in doubt',
		result: {
			...judged.result,
			status: 'manual',
			basis: null,
			reasonCode: 'in_doubt',
			reason: `${judged.result.reason} ${cause}. Look again.`,
		},
	};
}

function newcomersCause(
	kind: Rule['doubtedBy'],
	attestation: Attestation,
	context: DoubtContext,
): string | null {
	const newcomers = newSince(kind, attestation, context);
	const names = list(newcomers.map(({name}) => name));
	if (newcomers.length === 0) {
		return null;
	}

	switch (kind) {
		case 'project': {
			return `${count(newcomers.length, 'project')} came since: ${names}`;
		}

		case 'service_account': {
			return `${count(newcomers.length, 'service account')} came since: ${names}`;
		}

		default: {
			return `${count(newcomers.length, 'person', 'people')} became Owner or Admin since: ${names}`;
		}
	}
}

/** An event of an imported audit log that touches what was said, and happened after the person looked. */
function eventsCause(rule: string, attestation: Attestation, {auditLog: read}: Facts): string | null {
	const later = read?.outcome === 'ok' ? laterKinds(rule, attestation, read.value) : [];
	return later.length === 0
		? null
		: `The imported audit log shows since then ${list(later.map(({name, newest}) => `${name} on ${newest.slice(0, 10)}`))}`;
}

/** Kinds of events in a log that touch what was said of a rule, and last happened after the person looked. */
export function laterKinds(
	rule: string,
	attestation: Attestation,
	{kinds}: Pick<AuditLog, 'kinds'>,
): AuditLog['kinds'] {
	const given = timeOf(attestation);
	const names = doubtingEvents(rule);
	return kinds.filter(({name, newest}) => names.includes(name) && Date.parse(newest) > given);
}

function newSince(
	kind: Rule['doubtedBy'],
	attestation: Attestation,
	{facts, since}: DoubtContext,
): readonly Resource[] {
	const known = kind === undefined ? null : knownResources(rowsOf[kind], facts);
	if (known === null) {
		return [];
	}

	const given = timeOf(attestation);
	const read = Math.min(...known.evidence.map(({observedAt}) => Date.parse(observedAt)));
	const before = baseline(given, kind, since);
	const ids = before === null ? null : knows(before, kind);
	if (given >= read || ids === null) {
		return [];
	}

	// The key in use is new each time somebody begins: it has a rule of its own.
	const own = facts.serviceAccounts?.outcome === 'ok' ? facts.serviceAccounts.value : [];
	const earlier = new Set([
		...ids,
		...(kind === 'service_account' ? own.filter(({isOwn}) => isOwn).map(({id}) => id) : []),
	]);
	return known.resources.filter(({id}) => !earlier.has(id));
}

/** The ids an earlier assessment knew of what puts a word in doubt; null when it did not read them. */
export function knows(since: Since, kind: Rule['doubtedBy']): readonly string[] | null {
	switch (kind) {
		case 'project': {
			return since.projects;
		}

		case 'service_account': {
			return since.accounts ?? null;
		}

		default: {
			return since.privileged;
		}
	}
}

/** The latest that knew such a list when the word was given, else the first that knew it after that. */
function baseline(given: number, kind: Rule['doubtedBy'], since: DoubtContext['since']): Since | null {
	const all = since === null ? [] : 'projects' in since ? [since] : since;
	const sorted = all
		.filter(each => knows(each, kind) !== null)
		.map(each => ({each, at: each.at === undefined ? Number.POSITIVE_INFINITY : Date.parse(each.at)}))
		.toSorted((one, other) => one.at - other.at);
	return (sorted.findLast(({at}) => at <= given) ?? sorted[0])?.each ?? null;
}

/** When the person looked, in milliseconds since 1970: the end of the day they name, and never after they said so. */
export function timeOf({at, observedOn}: Attestation): number {
	const said = momentOf(at) ?? Number.NEGATIVE_INFINITY;
	const looked = momentOf(`${observedOn.slice(0, 10)}T23:59:59Z`) ?? said;
	return Math.min(said, looked);
}
