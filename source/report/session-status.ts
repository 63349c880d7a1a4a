import {type Expiring, expiringOf} from '../assessment/expiring.ts';
import type {KeptChanges, KeptStanding} from '../assessment/kept-standing.ts';
import type {NextSitting} from '../assessment/remaining-time.ts';
import type {NamedRule, Standing} from '../assessment/standing.ts';
import {inOrder, isOver} from '../assessment/waits.ts';
import type {SessionDetails} from '../session/read-session-summary.ts';
import type {Change} from '../types/change.ts';
import type {ControlId} from '../types/control.ts';
import type {Parked} from '../types/decision.ts';
import {defaultPolicy, type PolicyOverride} from '../types/policy.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {AssessmentRecord, Place, SessionState} from '../types/session.ts';
import type {Region} from '../types/target.ts';
import type {Level} from '../types/verdict.ts';
import {documentPolicy, policyOf} from './policy/document-policy.ts';

/** A control or a click that waits; `overdue` once the day to look again has come. */
export type Waiting = Pick<Parked, 'control' | 'click' | 'waitingFor' | 'what' | 'until'> & {
	readonly overdue: boolean;
	/** By hand: whether what it would mend passes by what people say. Null elsewhere, for nothing was read now. */
	readonly passes: 'verified' | 'said' | null;
};

/** A person's word that has run out or will. `title` and `control` are null where only the record of it is known. */
export type Due = {
	readonly rule: string;
	readonly title: string | null;
	readonly control: ControlId | null;
	/** The last day on which it holds. */
	readonly on: string;
	readonly overdue: boolean;
};

/** A change of which it is not known what came of it: begun and never settled, or settled as unknown. */
export type OpenChange = Pick<Change, 'fix' | 'control' | 'rule' | 'resource' | 'at'>;

/** Where one session stands, field by field as `status --format json` prints it. */
export type SessionStatus = {
	/** Null without a key (by hand). */
	readonly organizationId: string | null;
	readonly organizationName: SafeText | null;
	/** Null without a key (by hand). */
	readonly region: Region | 'simulated' | null;
	readonly simulated: boolean;
	readonly person: SafeText | null;
	readonly level: Level;
	/**
	What the verdicts rest on: `facts` were judged now from what was last read, or by hand from what people said;
	`record` is what the last assessment left in the journal, and what is in doubt, changed or next is not known.
	*/
	readonly verdictsFrom: 'facts' | 'record';
	/** Why only a record is known, as a sentence; null for `facts`, and where nothing was ever read. */
	readonly verdictsNote: string | null;
	/** What the verdicts were judged by; `overrides` null where only the hash is known, null as a whole where nothing was assessed. */
	readonly policy: {readonly overrides: readonly PolicyOverride[] | null; readonly sha256: string} | null;
	/** What is to be known of that policy, a sentence; null for nothing. */
	readonly policyNote: string | null;
	/** The verdicts; all null where nothing was assessed. `assessedAt` is when the last assessment was recorded. */
	readonly decided: number | null;
	readonly of: number | null;
	readonly score: number | null;
	readonly assessedAt: string | null;
	readonly controls: AssessmentRecord['controls'];
	/** UTC ISO 8601. */
	readonly openedAt: string | null;
	readonly lastAt: string | null;
	readonly place: Place | null;
	/** Soonest first. */
	readonly due: readonly Due[];
	/** Words that something new has put in doubt; null where that is not known. */
	readonly inDoubt: readonly (NamedRule & {readonly reason: string})[] | null;
	/** What was different at the latest reading; null where no two readings can be compared. */
	readonly changed: KeptChanges | null;
	/** What the next sitting is about and takes; null when every control is settled, or it is not known. */
	readonly next: NextSitting | null;
	/** What people let pass for a time, the soonest end first. */
	readonly expiring: readonly Expiring[];
	/** The soonest day first, those that wait for nobody knows how long last. */
	readonly waiting: readonly Waiting[];
	/** The oldest first. */
	readonly openChanges: readonly OpenChange[];
	readonly notes: number;
	readonly tickedClicks: number;
	readonly holder: {
		readonly pid: number | null;
		readonly host: SafeText | null;
		readonly since: string | null;
	} | null;
	/** The journal is damaged; what it says here comes from its good lines. */
	readonly damaged: boolean;
	readonly leftOutLines: number;
};

/** What `status` says of a session that could be read, at `now`. `standing` is what its kept readings tell. */
export function describeSession(
	details: SessionDetails & {readonly kind: 'read'},
	standing: KeptStanding,
	now: Date,
): SessionStatus {
	const {key, state, holder} = details;
	return {
		organizationId: key.kind === 'byHand' ? null : key.organizationId,
		organizationName: details.organizationName,
		region: key.kind === 'live' ? key.region : key.kind === 'simulated' ? 'simulated' : null,
		simulated: key.kind === 'simulated',
		person: state.person,
		...verdictsOf(state, standing),
		policy: policyFor(state, standing),
		policyNote: standing.from === 'facts' ? (standing.policyNote ?? null) : null,
		assessedAt: state.assessments.at(-1)?.at ?? null,
		openedAt: state.openedAt,
		lastAt: state.lastAt,
		place: state.place,
		due: standing.from === 'facts' ? standing.due : recordedDue(state, now),
		inDoubt: standing.from === 'facts' ? standing.inDoubt : null,
		changed: standing.from === 'facts' ? standing.changed : null,
		expiring: standing.from === 'facts' ? standing.expiring : expiringOf(state, now),
		waiting: waitingOf(state, standing, now),
		next: standing.from === 'facts' ? standing.next : null,
		openChanges: state.changes
			.filter(({outcome}) => outcome === null || outcome === 'unknown')
			.map(({fix, control, rule, resource, at}) => ({fix, control, rule, resource, at})),
		notes: [...state.notes.values()].reduce((sum, notes) => sum + notes.length, 0),
		tickedClicks: state.ticked.size,
		holder: holder && {pid: holder.pid, host: holder.host, since: holder.since},
		damaged: details.isDamaged,
		leftOutLines: details.leftOut,
	};
}

/** Whether something calls for a person today: a word or waiver that ran out, a wait whose day has come. */
export function hasDue({due, expiring, waiting}: SessionStatus): boolean {
	return [...due, ...expiring, ...waiting].some(({overdue}) => overdue);
}

function verdictsOf(
	{assessments, profile}: SessionState,
	standing: KeptStanding,
): Pick<SessionStatus, 'verdictsFrom' | 'verdictsNote' | 'level' | 'decided' | 'of' | 'score' | 'controls'> {
	if (standing.from === 'facts') {
		const {profile: level, progress, summary, controls} = standing.assessment;
		return {
			verdictsFrom: 'facts',
			verdictsNote: null,
			level,
			...progress,
			score: summary.score,
			controls: controls.map(({id, status, basis, reason}) => ({id, status, basis, reason})),
		};
	}

	const last = assessments.at(-1);
	return {
		verdictsFrom: 'record',
		verdictsNote: standing.note,
		level: last?.level ?? profile.level,
		decided: last?.decided ?? null,
		of: last?.of ?? null,
		score: last?.score ?? null,
		controls: last?.controls ?? [],
	};
}

function policyFor({assessments}: SessionState, standing: KeptStanding): SessionStatus['policy'] {
	if (standing.from === 'facts') {
		return documentPolicy(policyOf(standing.policy));
	}

	const last = assessments.at(-1);
	if (last === undefined) {
		return null;
	}

	const {sha256, overrides} = last.policy ?? {sha256: null, overrides: {}};
	const policy = overrides === null ? null : documentPolicy(policyOf({...defaultPolicy, ...overrides}));
	return sha256 === null ? policy : {overrides: policy?.overrides ?? null, sha256};
}

function recordedDue({assessments, attestations}: SessionState, now: Date): readonly Due[] {
	const last = assessments.at(-1);
	const today = now.toISOString().slice(0, 10);
	// A word given after the assessment has a new term, which the next assessment works out.
	const isRenewed = (rule: string): boolean =>
		attestations.some(attestation => attestation.rule === rule && attestation.at > (last?.at ?? ''));
	return (last?.due ?? [])
		.filter(({rule}) => !isRenewed(rule))
		.map(({rule, on}) => ({rule, title: null, control: null, on, overdue: on < today}))
		.toSorted((one, other) => one.on.localeCompare(other.on));
}

function waitingOf({parked}: SessionState, standing: KeptStanding, now: Date): readonly Waiting[] {
	const waits: Standing['waiting'] =
		standing.from === 'facts'
			? standing.waiting
			: inOrder(parked).map(wait => ({...wait, overdue: isOver(wait, now), passes: null}));
	return waits.map(({control, click, waitingFor, what, until, overdue, passes}) => ({
		control,
		click,
		waitingFor,
		what,
		until,
		overdue,
		passes,
	}));
}
