import type {Assessment, Attestation} from './assessment.ts';
import type {Change, ChangeIntent, ChangeOutcome} from './change.ts';
import type {ControlId} from './control.ts';
import type {
	Assurance,
	Confirmation,
	Discrepancy,
	Exemption,
	Parked,
	RegisterEntry,
	WaiverRecord,
	WaiverScope,
} from './decision.ts';
import type {EvidenceKind, FoundEvidence, ImportedEvidence} from './evidence-facts.ts';
import type {PolicyRecord} from './policy.ts';
import type {Profile} from './profile.ts';
import type {ResourceKey} from './resource.ts';
import type {SafeText} from './safe-text.ts';
import type {Basis, Level, Status} from './verdict.ts';

/** The stages of a control, in order (product §2.4). `act` holds the clicks, `verify` what came of them. */
export const stages = ['learn', 'check', 'gap', 'act', 'verify'] as const;
export type Stage = (typeof stages)[number];

export const stageTitles: {readonly [Name in Stage]: string} = {
	learn: 'Learn',
	check: 'Check',
	gap: 'Gap',
	act: 'Act',
	verify: 'Verify',
};

/** Where the person is; enough to come back to exactly there. */
export type Place =
	| {readonly screen: 'controls'; readonly selected: ControlId | 'compliance' | 'extras'}
	| {
			readonly screen: 'control';
			readonly control: ControlId;
			readonly stage: Stage /** Row under the cursor in the stage, counted from 0. */;
			readonly row: number;
	  };

/** What an assessment said, small enough to keep in the journal and to print by `status`. */
export type AssessmentRecord = {
	readonly level: Level;
	readonly score: number | null;
	readonly decided: number;
	readonly of: number;
	readonly controls: readonly {
		readonly id: ControlId;
		readonly status: Status;
		readonly basis: Basis | null;
		readonly reason: string;
	}[];
	/**
	Required rules that rest on a person's word, with the last ISO day on which it holds, soonest first.
	It lets `status` say what becomes due without loading the rules. Absent when whoever recorded it did not know.
	*/
	readonly due?: readonly {readonly rule: string; readonly on: string}[];
	/** What it was judged by; absent where the defaults were. */
	readonly policy?: PolicyRecord;
	/** The facts behind it: a file in the session's `facts/`, and its SHA-256 in hexadecimal. Absent by hand. */
	readonly facts?: {readonly file: string; readonly sha256: string};
};

/** What can happen in a session. Each is one line of the journal (contract §6). A new kind = one line here and one case in the fold. */
export type SessionEvent =
	| {readonly type: 'session_opened'; readonly tool: string; readonly guide: string}
	/** The session is one of training; the two words make the same organization again. */
	| ({readonly type: 'training_begun'} & Training)
	| {readonly type: 'person_named'; readonly name: SafeText}
	| {readonly type: 'profile_answered'; readonly answers: Partial<Profile>}
	| {readonly type: 'place_moved'; readonly place: Place}
	| {readonly type: 'click_ticked'; readonly click: string; readonly done: boolean}
	| {readonly type: 'rule_attested'; readonly attestation: Omit<Attestation, 'at'>}
	| {readonly type: 'attestation_withdrawn'; readonly rule: string}
	| {readonly type: 'note_written'; readonly control: ControlId; readonly text: SafeText}
	| {readonly type: 'waived'; readonly waiver: Omit<WaiverRecord, 'at'>}
	| {readonly type: 'waiver_withdrawn'; readonly scope: WaiverScope}
	| {readonly type: 'exempted'; readonly exemption: Omit<Exemption, 'at'>}
	| {readonly type: 'exemption_withdrawn'; readonly rule: string; readonly resource: ResourceKey}
	| {readonly type: 'registered'; readonly entry: Omit<RegisterEntry, 'at'>}
	/** What was said of one thing alone is taken back: its row in the register, and the word on it. */
	| {readonly type: 'row_withdrawn'; readonly rule: string; readonly resource: ResourceKey}
	| {readonly type: 'reading_confirmed'; readonly confirmation: Omit<Confirmation, 'at'>}
	| {readonly type: 'parked'; readonly parked: Omit<Parked, 'at'>}
	/** `click` absent: nothing of the control waits any more. Null: the control as a whole no longer does. */
	| {readonly type: 'unparked'; readonly control: ControlId; readonly click?: string | null}
	| {readonly type: 'discrepancy_noted'; readonly discrepancy: Omit<Discrepancy, 'at'>}
	/** The rescue sheet of a control was on the screen, and the person went on. */
	| {readonly type: 'rescue_sheet_seen'; readonly control: ControlId}
	| {readonly type: 'assured'; readonly assurance: Omit<Assurance, 'at'>}
	| {readonly type: 'change_intended'; readonly intent: ChangeIntent}
	| {
			readonly type: 'change_settled';
			readonly operation: string;
			readonly outcome: ChangeOutcome;
			readonly detail: SafeText;
	  }
	/** What was decided about a control, the notes and ticks included, is taken back; the journal keeps that it was there. */
	| {
			readonly type: 'decisions_reset';
			readonly controls: readonly ControlId[] /** The rules of these controls. */;
			readonly rules: readonly string[];
	  }
	| {readonly type: 'assessment_recorded'; readonly assessment: AssessmentRecord}
	| ({readonly type: 'report_saved'} & SavedReport)
	/** A file was taken in as evidence: its numbers and its hash are kept, nothing else of it. The latest of a kind counts. */
	| {readonly type: 'evidence_imported'; readonly evidence: FoundEvidence}
	| {readonly type: 'evidence_withdrawn'; readonly kind: EvidenceKind};

/** Where a report of the session was saved: an absolute path on this machine. */
export type SavedReport = {readonly path: SafeText; readonly format: ReportFormat};
export const reportFormats = ['markdown', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Which simulated organization is trained on. */
export type Training = {
	readonly scenario: string;
	readonly seed: number;
	/** UTC ISO 8601 that its dates count from; absent in older journals, where the session's first moment stands for it. */
	readonly plantedAt?: string;
};

/** The facts of a reading: a file in the session's `facts/`, its SHA-256, and when they were kept (UTC ISO 8601). */
export type KeptReading = NonNullable<AssessmentRecord['facts']> & {readonly at: string};

export type Note = {readonly text: SafeText; readonly at: string};

/** The journal folded: everything a session knows. */
export type SessionState = {
	/** Null outside training. */
	readonly training: Training | null;
	readonly person: SafeText | null;
	readonly profile: Profile;
	readonly place: Place | null;
	/** Controls that were opened at least once. */
	readonly visited: ReadonlySet<ControlId>;
	/** Ids of ticked clicks. Ticks alone never change a status. */
	readonly ticked: ReadonlySet<string>;
	/** The latest word for each rule and resource, oldest first. */
	readonly attestations: readonly Attestation[];
	readonly notes: ReadonlyMap<ControlId, readonly Note[]>;
	/** The latest of each scope, rule and resource, reading, click or control; expired ones are kept and judged by whoever reads them. */
	readonly waivers: readonly WaiverRecord[];
	readonly exemptions: readonly Exemption[];
	readonly register: readonly RegisterEntry[];
	readonly confirmations: readonly Confirmation[];
	readonly parked: readonly Parked[];
	/** Oldest first. */
	readonly discrepancies: readonly Discrepancy[];
	/** When the rescue sheet of a control was last seen, UTC ISO 8601. */
	readonly rescueSheets: ReadonlyMap<ControlId, string>;
	/** The latest of each proof. */
	readonly assurances: readonly Assurance[];
	/** Every change this program made or tried, oldest first. */
	readonly changes: readonly Change[];
	/** The latest record of each day's last assessment is enough for a small chart; newest last. */
	readonly assessments: readonly (AssessmentRecord & {readonly at: string})[];
	/** The latest file of each kind that was taken in as evidence. */
	readonly evidence: readonly ImportedEvidence[];
	/** The report saved last; null before the first. */
	readonly report: (SavedReport & {readonly at: string}) | null;
	/** Every reading whose facts were kept, oldest first, and when it was (UTC ISO 8601). */
	readonly readings: readonly KeptReading[];
	/** UTC ISO 8601 of the first and latest event, null for an empty journal. */
	readonly openedAt: string | null;
	readonly lastAt: string | null;
};

export type {Assessment};
