import type {ConfirmableReading} from './decision.ts';
import type {Evidence, FactName, Facts} from './facts.ts';
import type {Policy} from './policy.ts';
import type {Profile} from './profile.ts';
import type {Resource, ResourceKey} from './resource.ts';
import type {Grade, ManualReason, NotApplicableReason, UnknownReason} from './verdict.ts';

/** How a finding is mended: through the API by a named fix, or by clicks named by their ids. */
export type Remediation =
	| {readonly kind: 'api'; readonly fix: string}
	| {readonly kind: 'clicks'; readonly steps: readonly string[]};

/** One resource that keeps a rule from passing; at most one per rule and resource (contract §2). */
export type Finding = {
	readonly resource: Resource;
	/** Lower case, no full stop: `never expires`. */
	readonly message: string;
	readonly remediation: Remediation | null;
	readonly effort: 'minutes' | 'hours' | 'days';
	/** A person lets this resource pass for a reason, until a day; the finding is still true. */
	readonly exempted?: true;
};

type Comparison = {
	/** What the rule asks for, as a sentence fragment. */
	readonly expected: string;
	/** What was seen, with its coverage: `2 of 7 never expire`. */
	readonly actual: string;
	/** One sentence for a person. */
	readonly reason: string;
	/** A few words for lists, where `actual` is too long: `2 never expire`. */
	readonly short?: string;
};

/** What the facts say of one rule, before any person's word is added. */
export type Measurement = Comparison &
	(
		| {readonly status: 'pass'; readonly findings?: never; readonly reasonCode?: never}
		| {
				readonly status: 'fail';
				readonly findings: readonly Finding[];
				/** Resources beside the findings of which nothing could be said; absent for none. */
				readonly undecided?: number;
				readonly reasonCode?: never;
		  }
		| {readonly status: 'unknown'; readonly reasonCode: UnknownReason; readonly findings?: never}
		| {readonly status: 'manual'; readonly reasonCode: ManualReason; readonly findings?: never}
		| {readonly status: 'not_applicable'; readonly reasonCode: NotApplicableReason; readonly findings?: never}
	);

/** Where a rule's answer comes from (contract §3, column Source). */
export type RuleSource = 'api' | 'dns' | 'cert' | 'log' | 'person';

export type JudgeContext = {
	readonly now: Date;
	readonly policy: Policy;
	readonly profile: Profile;
	/** Whether a person lets this resource pass. Only a rule to which an exemption belongs asks (contract §3, `pii-classified`). */
	readonly exempts?: (resource: ResourceKey) => boolean;
};

/** What a rule's register has a row for. */
export type RegisterRows = 'service_accounts' | 'admins' | 'projects';

/** Where a person answers for each resource on its own: the rows, and the labels of what is written down in each. */
export type Register = {
	readonly rows: RegisterRows;
	readonly fields: readonly string[];
	/** Of the fields, those that mostly say the same in every row: offered from the row before. */
	readonly alike?: readonly string[];
};

/**
One checkable statement of a control (contract §3). Pure: `measure` is given facts and gives a measurement,
it reads nothing and knows no clock.
*/
export type Rule = {
	readonly id: string;
	/** Raised when the meaning changes, so that attestations and waivers ask again. */
	readonly version: number;
	/** What passing means, as a short statement: `Every account expires, within 180 days`. */
	readonly title: string;
	/** Required rules decide the control; advice never does. */
	readonly required: boolean;
	readonly source: RuleSource;
	/** Grade of the read behind it; null when a person answers. */
	readonly grade: Grade | null;
	/** Lowest plan that has the feature; null when every plan has it. */
	readonly plan: 'growth' | 'enterprise' | null;
	/** What helps on a plan that lacks the feature, as a sentence; absent where `plan` is null. */
	readonly withoutPlan?: string;
	/** Days an attestation lasts; null when a person's word is not asked for by default (90 then holds). */
	readonly validDays: number | null;
	/** What a person is asked when no read decides: answerable by yes or no, yes being the pass. */
	readonly question: string;
	/** What is worth writing down of what was seen there, as a fragment that starts in lower case: `the day, where it is kept`. */
	readonly worthWriting?: string;
	/** Facts it depends on: a failed read turns exactly these rules unknown. Empty for a person's rule. */
	readonly dependsOn: readonly FactName[];
	readonly measure: (facts: Facts, context: JudgeContext) => Measurement;
	/** Ids of the clicks that mend it. */
	readonly clicks: readonly string[];
	/** The reading it rests on whose meaning a person confirms once; absent where there is none. */
	readonly reading?: ConfirmableReading;
	/** Present on a rule that a person may answer row by row. */
	readonly register?: Register;
	/** What puts a person's word in doubt when it is new: a project, an Owner or Admin, a service account. */
	readonly doubtedBy?: 'project' | 'admin' | 'service_account';
};

/** The evidence the facts give a rule, in the order it depends on them. */
export type RuleEvidence = readonly Evidence[];
