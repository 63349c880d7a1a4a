import {inOrder, isOver} from '../assessment/waits.ts';
import type {SessionDetails} from '../session/read-session-summary.ts';
import type {Change} from '../types/change.ts';
import type {Parked} from '../types/decision.ts';
import type {ResourceKey} from '../types/resource.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {AssessmentRecord, Place, SessionState} from '../types/session.ts';
import type {Region} from '../types/target.ts';
import type {Level} from '../types/verdict.ts';

/** A control or a click that waits; `overdue` once the day to look again has come. */
export type Waiting = Pick<Parked, 'control' | 'click' | 'waitingFor' | 'what' | 'until'> & {
	readonly overdue: boolean;
};

/** A waiver or exemption and the last day on which it holds. `subject` is a rule, or the control that is waived as a whole. */
export type Expiring = {
	readonly kind: 'waiver' | 'exemption';
	readonly subject: string;
	/** Null for a waiver. */
	readonly resource: ResourceKey | null;
	readonly owner: SafeText;
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
	/** The last assessment; all null before the first one. */
	readonly decided: number | null;
	readonly of: number | null;
	readonly score: number | null;
	readonly assessedAt: string | null;
	readonly controls: AssessmentRecord['controls'];
	/** UTC ISO 8601. */
	readonly openedAt: string | null;
	readonly lastAt: string | null;
	readonly place: Place | null;
	/** A person's words that have run out or will, soonest first; `on` is the last day on which they hold. */
	readonly due: readonly {readonly rule: string; readonly on: string; readonly overdue: boolean}[];
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

/** What `status` says of a session that could be read, at `now`. */
export function describeSession(details: SessionDetails & {readonly kind: 'read'}, now: Date): SessionStatus {
	const {key, state, holder} = details;
	const last = state.assessments.at(-1) ?? null;
	const today = now.toISOString().slice(0, 10);
	// A word given after the assessment has a new term, which the next assessment works out.
	const isRenewed = (rule: string): boolean =>
		state.attestations.some(attestation => attestation.rule === rule && attestation.at > (last?.at ?? ''));
	return {
		organizationId: key.kind === 'byHand' ? null : key.organizationId,
		organizationName: details.organizationName,
		region: key.kind === 'live' ? key.region : key.kind === 'simulated' ? 'simulated' : null,
		simulated: key.kind === 'simulated',
		person: state.person,
		level: last?.level ?? state.profile.level,
		decided: last?.decided ?? null,
		of: last?.of ?? null,
		score: last?.score ?? null,
		assessedAt: last?.at ?? null,
		controls: last?.controls ?? [],
		openedAt: state.openedAt,
		lastAt: state.lastAt,
		place: state.place,
		due: (last?.due ?? [])
			.filter(({rule}) => !isRenewed(rule))
			.map(({rule, on}) => ({rule, on, overdue: on < today}))
			.sort((one, other) => one.on.localeCompare(other.on)),
		expiring: expiringOf(state, today),
		waiting: waitingOf(state, now),
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

function expiringOf({waivers, exemptions}: SessionState, today: string): readonly Expiring[] {
	const term = ({owner, expires}: {readonly owner: SafeText; readonly expires: string}) => ({
		owner,
		on: expires,
		overdue: expires < today,
	});
	return [
		...waivers.map(
			(waiver): Expiring => ({
				kind: 'waiver',
				subject: waiver.scope.kind === 'control' ? waiver.scope.control : waiver.scope.rule,
				resource: null,
				...term(waiver),
			}),
		),
		...exemptions.map(
			(exemption): Expiring => ({
				kind: 'exemption',
				subject: exemption.rule,
				resource: exemption.resource,
				...term(exemption),
			}),
		),
	].sort((one, other) => one.on.localeCompare(other.on));
}

function waitingOf({parked}: SessionState, now: Date): readonly Waiting[] {
	return inOrder(parked).map(({control, click, waitingFor, what, until}) => ({
		control,
		click,
		waitingFor,
		what,
		until,
		overdue: isOver({until}, now),
	}));
}
