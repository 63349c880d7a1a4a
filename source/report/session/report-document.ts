import type {Attestation, Measured, RuleResult, Summary, Waiver} from '../../types/assessment.ts';
import type {Change} from '../../types/change.ts';
import type {ControlId, Mapping} from '../../types/control.ts';
import type {
	Confirmation,
	Discrepancy,
	Exemption,
	Parked,
	RegisterEntry,
	WaiverRecord,
} from '../../types/decision.ts';
import type {Evidence, FactName} from '../../types/facts.ts';
import type {GuideDocument} from '../../types/guide.ts';
import type {Profile} from '../../types/profile.ts';
import type {Finding, Rule} from '../../types/rule.ts';
import type {SafeText} from '../../types/safe-text.ts';
import type {Note, Training} from '../../types/session.ts';
import type {Region} from '../../types/target.ts';
import type {Basis, Grade, Level, ReasonCode, Status} from '../../types/verdict.ts';
import type {Coverage} from '../check/coverage.ts';
import type {CheckError} from '../check/read-errors.ts';
import type {ComplianceView} from '../compliance-rows.ts';
import type {CheckPolicy} from '../policy/document-policy.ts';

/** What a session comes to, for a reviewer: field by field as `report.schema.json` has it. */
export type ReportDocument = {
	readonly schemaVersion: '1';
	readonly tool: {readonly name: string; readonly version: string};
	readonly guide: Pick<GuideDocument, 'title' | 'version' | 'updated' | 'maturity'>;
	readonly target: ReportTarget;
	/** UTC ISO 8601, when the report was made. */
	readonly generatedAt: string;
	readonly person: SafeText | null;
	readonly training: Training | null;
	readonly profile: Profile;
	/** What the verdicts were judged by. */
	readonly policy: CheckPolicy;
	readonly reading: ReportReading;
	readonly summary: ReportSummary;
	readonly controls: readonly ReportControl[];
	/** Rules that only want another plan, with what helps instead. */
	readonly notOnPlan: readonly NotOnPlan[];
	readonly compliance: {readonly rows: readonly ComplianceView[]; readonly leftOut: string};
	readonly confirmations: readonly Confirmation[];
	readonly changes: readonly ReportChange[];
	/** Oldest first, one a day at most. */
	readonly history: readonly HistoryRow[];
	readonly notRead: readonly CheckError[];
	/** Words about rules that this version does not know: they count for nothing, and are not passed over. */
	readonly unmatched: readonly UnmatchedWord[];
	readonly journal: ReportJournal;
};

export type ReportTarget = {
	/** All null by hand. */
	readonly organizationId: string | null;
	readonly organizationName: SafeText | null;
	readonly region: Region | 'simulated' | null;
	readonly simulated: boolean;
};

/**
Where the verdicts come from. `facts`: judged anew for this report from what was read at `at`. `record`: only the
summary of the assessment at `at` was kept, `note` says why. `words`: nothing is read by hand.
*/
export type ReportReading = {
	readonly from: 'facts' | 'record' | 'words';
	readonly at: string | null;
	/** Requests with an answer or a failure of their own; null where that was not kept. */
	readonly calls: number | null;
	readonly coverage: Coverage | null;
	/** What was not asked for at all, because the reading was stopped; empty where it is not known. */
	readonly absent: readonly FactName[];
	readonly note: string | null;
};

export type ReportSummary = {
	readonly level: Level;
	readonly decided: number;
	readonly of: number;
	readonly score: number | null;
	/** Required rules of the profile that passed and are not waived, by how that is known; null where only a record was kept. */
	readonly passed: {readonly verified: number; readonly confirmed: number; readonly attested: number} | null;
	/** Null where only a record was kept. */
	readonly counts: Summary | null;
};

export type ReportControl = {
	readonly id: ControlId;
	readonly slug: string;
	readonly title: string;
	readonly section: string;
	readonly level: Exclude<Level, 'L3'>;
	readonly inProfile: boolean;
	/** Null when the assessment did not hold it. */
	readonly status: Status | null;
	readonly basis: Basis | null;
	readonly reason: string | null;
	/** The waiver that counts, as the assessment has it. */
	readonly waiver: Waiver | null;
	readonly waivers: readonly ReportWaiver[];
	readonly mappings: readonly Mapping[];
	readonly rules: readonly ReportRule[];
	readonly notes: readonly Note[];
	/** What waits, the soonest first. */
	readonly parked: readonly Parked[];
	/** Where a person found other screens than the clicks tell of. */
	readonly discrepancies: readonly Discrepancy[];
	/** Clicks marked as done; they decide nothing. */
	readonly ticked: readonly string[];
};

export type ReportRule = Pick<Rule, 'id' | 'version' | 'title' | 'required' | 'source' | 'plan'> & {
	/** Null where only the summary of the assessment was kept. */
	readonly verdict: RuleVerdict | null;
	/** What people said; what was seen stands in `seen`. */
	readonly attestations: readonly Attestation[];
	readonly waivers: readonly ReportWaiver[];
	readonly exemptions: readonly ReportExemption[];
	readonly register: readonly RegisterEntry[];
};

export type RuleVerdict = {
	readonly status: Status;
	readonly basis: Basis | null;
	readonly reasonCode: ReasonCode | null;
	readonly measured: Measured | null;
	readonly grade: Grade | null;
	readonly expected: string;
	readonly actual: string;
	readonly reason: string;
	readonly waiver: Waiver | null;
	readonly findings: readonly ReportFinding[];
	readonly evidence: readonly Evidence[];
	/** As in `RuleResult`. */
	readonly policy?: NonNullable<RuleResult['policy']>;
};

/** `exempted`: an exemption lets it pass. */
export type ReportFinding = Pick<Finding, 'resource' | 'message' | 'remediation' | 'effort'> & {
	readonly exempted: boolean;
};

/** `lapse` says why it does not count; null while it holds. */
export type ReportWaiver = Omit<WaiverRecord, 'scope'> & {readonly lapse: string | null};
export type ReportExemption = Exemption & {readonly lapse: string | null};

export type NotOnPlan = {
	readonly rule: string;
	readonly title: string;
	readonly control: ControlId;
	readonly plan: Rule['plan'];
	/** What helps on the plan there is; null where nothing is known to. */
	readonly instead: string | null;
};

/** `undo` says whether the change stands: `undone` by a later one, `open` while that one is not settled. */
export type ReportChange = Change & {readonly undo: 'none' | 'open' | 'undone' | 'failed'};

export type HistoryRow = {
	/** UTC ISO 8601. */
	readonly at: string;
	readonly level: Level;
	readonly score: number | null;
	readonly decided: number;
	readonly of: number;
	readonly counts: {readonly [Name in Status]: number};
	/** SHA-256 of the policy it was judged by; null for the defaults. */
	readonly policySha256: string | null;
};

export type UnmatchedWord = {
	readonly kind: 'attestation' | 'waiver' | 'exemption' | 'register';
	readonly rule: string;
	readonly by: SafeText;
	readonly at: string;
};

/** The head hash names the state of the journal; nobody has signed it. */
export type ReportJournal = {
	readonly headHash: string | null;
	readonly proof: 'local, unsigned';
	readonly damaged: boolean;
	readonly leftOutLines: number;
};
