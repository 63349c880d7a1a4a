import type {ControlId} from './control.ts';
import type {Exemption} from './decision.ts';
import type {Evidence} from './facts.ts';
import type {Policy} from './policy.ts';
import type {Finding} from './rule.ts';
import type {SafeText} from './safe-text.ts';
import type {Basis, Grade, Level, ReasonCode, Status} from './verdict.ts';

/** An accepted exception (contract §2). It never changes the measured status. */
export type Waiver = {
	readonly kind: 'accepted_risk' | 'compensating' | 'disputed';
	readonly reason: SafeText;
	readonly owner: SafeText;
	/** ISO date. */
	readonly expires: string;
	readonly by: SafeText;
	/** UTC ISO 8601. */
	readonly at: string;
};

/** A person's word on a rule, or on one of its resources (contract §2). */
export type Attestation = {
	readonly rule: string;
	readonly ruleVersion: number;
	/** `null` = the rule as a whole. */
	readonly resource: {readonly type: string; readonly id: string} | null;
	readonly status: 'pass' | 'fail' | 'not_applicable';
	readonly by: SafeText;
	/** ISO date; age counts from here. */
	readonly observedOn: string;
	/** What was asked, word for word as it stood on the screen; absent where no form asked it, and in older journals. */
	readonly question?: SafeText;
	/** What was seen, in the person's words; empty where they wrote nothing. */
	readonly seen: SafeText;
	/** UTC ISO 8601, when it was recorded. */
	readonly at: string;
};

/** What was measured where a person's word stands in front. */
export type Measured = {readonly status: Status; readonly reasonCode: ReasonCode | null};

/** One rule's verdict, field by field as contract §5 prints it. */
export type RuleResult = {
	readonly id: string;
	readonly version: number;
	readonly required: boolean;
	readonly status: Status;
	readonly basis: Basis | null;
	readonly reasonCode: ReasonCode | null;
	readonly measured: Measured | null;
	readonly grade: Grade | null;
	readonly expected: string;
	readonly actual: string;
	readonly reason: string;
	readonly waiver: Waiver | null;
	readonly findings: readonly Finding[];
	readonly evidence: readonly Evidence[];
	/** The exemptions that took effect; absent for none. */
	readonly exemptions?: readonly Exemption[];
	/** Present where the policy sets something that bears on the rule: which keys, and the verdict by the defaults. */
	readonly policy?: {readonly keys: readonly (keyof Policy)[]; readonly byDefault: Status};
	/** Resources beside the findings of which nothing could be said; absent for none. */
	readonly undecided?: number;
};

export type ControlResult = {
	readonly id: ControlId;
	readonly slug: string;
	readonly title: string;
	readonly section: string;
	readonly level: Level;
	readonly inProfile: boolean;
	readonly status: Status;
	readonly basis: Basis | null;
	readonly reason: string;
	readonly waiver: Waiver | null;
	readonly frameworks: {
		readonly cis: readonly string[];
		readonly nist80053: readonly string[];
		readonly soc2: readonly string[];
	};
	readonly rules: readonly RuleResult[];
};

/** Counts over the controls in the profile; `waived` overlays the five others. Scores are null at zero applicable. */
export type Summary = {readonly [Name in Status]: number} & {
	readonly waived: number;
	readonly total: number;
	readonly score: number | null;
	readonly verifiedScore: number | null;
	readonly attestedScore: number | null;
};

/** Required rules in the profile that need nothing more from anyone today. */
export type Decided = {readonly decided: number; readonly of: number};

export type Assessment = {
	readonly profile: Level;
	readonly summary: Summary;
	readonly progress: Decided;
	readonly controls: readonly ControlResult[];
};
