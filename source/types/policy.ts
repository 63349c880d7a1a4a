import type {Exemption} from './decision.ts';
import type {SafeText} from './safe-text.ts';

/** A form of names that hold personal data, beside the vocabulary that is built in. */
export type PiiPattern = {
	/** A regular expression that `compileNamePattern` takes; it may match anywhere in a name, whatever the case. */
	readonly pattern: string;
	/** What such a name holds, as it is shown: `customer number`; null when the policy does not say. */
	readonly kind: SafeText | null;
};

/** Thresholds a rule judges against (contract §3, "Policy keys"). Days and counts; shares from 0 to 1. */
export type Policy = {
	readonly maxPrivileged: number;
	readonly maxPrivilegedShare: number;
	readonly minOwners: number;
	readonly maxOwners: number;
	readonly unusedDays: number;
	readonly unusedGraceDays: number;
	readonly rotationDays: number;
	readonly maxExpiryDays: number;
	readonly maxProjectsPerServiceAccount: number;
	readonly certificateDays: number;
	readonly auditExportDays: number;
	readonly waiverMaxDays: number;
	/** Names that count as personal data besides those that the vocabulary knows. None unless told. */
	readonly piiPatterns?: readonly PiiPattern[];
	/** Resources that rules let pass, besides those of the session; given anew with each judgement. None unless told. */
	readonly exemptions?: readonly Omit<Exemption, 'at'>[];
	/** Domains the organization has claimed, besides those of the profile. None unless told. */
	readonly claimedDomains?: readonly string[];
};

/** The keys of a policy that hold a number. */
export type PolicyNumber = Exclude<keyof Policy, 'piiPatterns' | 'exemptions' | 'claimedDomains'>;

/** The defaults of contract §3. */
export const defaultPolicy: Policy = {
	maxPrivileged: 5,
	maxPrivilegedShare: 0.1,
	minOwners: 2,
	maxOwners: 3,
	unusedDays: 90,
	unusedGraceDays: 30,
	rotationDays: 180,
	maxExpiryDays: 180,
	maxProjectsPerServiceAccount: 1,
	certificateDays: 60,
	auditExportDays: 30,
	waiverMaxDays: 365,
};

/** One key that a policy sets otherwise than by default, with both values. */
export type PolicyOverride =
	| {readonly key: PolicyNumber; readonly default: number; readonly value: number}
	| {
			readonly key: 'piiPatterns';
			readonly default: readonly PiiPattern[];
			readonly value: readonly PiiPattern[];
	  }
	| {
			readonly key: 'exemptions';
			readonly default: readonly Omit<Exemption, 'at'>[];
			readonly value: readonly Omit<Exemption, 'at'>[];
	  }
	| {readonly key: 'claimedDomains'; readonly default: readonly string[]; readonly value: readonly string[]};

/**
The policy that an assessment was judged by, as the journal keeps it. `overrides` is what it sets; null where that is too
much for a journal, and only its hash tells it from others.
*/
export type PolicyRecord = {readonly sha256: string; readonly overrides: Partial<Policy> | null};
