/** How well a fact of the API is known (mixpanel-api, "Grades"); null where nothing was read. */
export type Grade = 'documented' | 'provider' | 'inferred';

/** The five verdicts (contract §2). */
export const statuses = ['pass', 'fail', 'unknown', 'manual', 'not_applicable'] as const;
export type Status = (typeof statuses)[number];

/** How a pass, fail or not_applicable is known (contract §2). */
export type Basis = 'verified' | 'confirmed' | 'attested';

/** Why a read gave no reliable answer. */
export type UnknownReason = 'denied' | 'not_found' | 'unreadable' | 'timeout' | 'network' | 'partial';

/** Why a person has to look. */
export type ManualReason = 'no_api' | 'unconfirmed' | 'ambiguous' | 'stale' | 'in_doubt';

/** Why a rule does not apply. */
export type NotApplicableReason = 'plan' | 'sso_enabled' | 'sso_disabled' | 'not_used';

export type ReasonCode = UnknownReason | ManualReason | NotApplicableReason;

/** The guide's profile levels; L3 is L2 plus the unscored extras. */
export type Level = 'L1' | 'L2' | 'L3';
