import type {Rule} from './rule.ts';
import type {Level} from './verdict.ts';

export type ControlId = '1.1' | '1.2' | '1.3' | '2.1' | '2.2' | '2.3' | '3.1' | '3.2' | '4.1';

/** How far a fact about Mixpanel is proved (guide-facts, "Proof labels"). */
export type Proof = 'documented' | 'screenshot' | 'provider' | 'removed' | 'inferred' | 'contradictory';

/** A place where the guide and today's Mixpanel differ (guide-facts D, "Corrections"). */
export type Correction = {
	/** `1.1.K1`, counted within the control in order. */
	readonly id: string;
	/** The guide line or prerequisite it corrects, `1.1.P2` or `1.1.S2.3`; null when the guide lacks something. */
	readonly line: string | null;
	readonly kind: 'wrong' | 'renamed' | 'vague' | 'missing';
	/** What the guide says, in our words; for a missing thing, that it is missing. */
	readonly guideSays: string;
	/** What is true today. */
	readonly truth: string;
	/** ISO date since when it is true, null when no date is known. */
	readonly since: string | null;
	/** Path in `mixpanel/docs`, or another public source. */
	readonly source: string;
	readonly proof: Proof;
};

export type GuideItem = {readonly id: string; readonly text: string};

/** One numbered line of the guide; it is answered by rules, or it only tells where to go. */
export type GuideLine = {
	readonly id: string;
	/** Own words, but labels and names of the product as printed. */
	readonly text: string;
	readonly items: readonly GuideItem[];
	/** Ids of the rules that answer it; empty means navigation. */
	readonly rules: readonly string[];
};

export type GuideStep = {
	readonly id: string /** As printed. */;
	readonly title: string;
	readonly lines: readonly GuideLine[];
};

/** One thing a prerequisite asks for, told so that an answer or a read can be held against it. */
export type Need =
	/** The person holds one of these organization roles. */
	| {readonly kind: 'role'; readonly roles: readonly ('owner' | 'admin' | 'billing_admin')[]}
	/** The person is Owner or Admin of the projects concerned, which an organization Owner or Admin always is. */
	| {readonly kind: 'project_role'}
	| {readonly kind: 'plan'; readonly lowest: 'growth' | 'enterprise'}
	/** Single sign-on is on, or off. */
	| {readonly kind: 'sso'; readonly is: 'enabled' | 'disabled'}
	| {readonly kind: 'idp'}
	| {readonly kind: 'domain'}
	/** Something only the person can tell, as words that follow “check that”. */
	| {readonly kind: 'own'; readonly that: string};

export type Prerequisite = {
	readonly id: string;
	readonly text: string;
	/** True when the guide does not list it and it is needed all the same (`1.1.P4`). */
	readonly addedByUs: boolean;
	/** What it comes down to (guide-facts B, C, D). */
	readonly needs: readonly Need[];
	/** It only counts where single sign-on is on, or off; absent where it always does. */
	readonly onlyWithSso?: 'enabled' | 'disabled';
};

/** Value to enter in a click; `{organizationId}`, `{organizationName}`, `{domain}` are filled in from the session. */
export type ClickValue = {readonly label: string; readonly template: string};

/** What should stand before a click that can lock people out (guide-facts D, lock-out notes). */
export type LockOutProofId =
	| 'another-owner'
	| 'login-tested'
	| 'break-glass'
	| 'guests-known'
	| 'own-password'
	| 'app-installed'
	| 'factor-in-idp'
	| 'roles-listed'
	| 'access-listed';

/** One exact step in Mixpanel, the IdP or DNS (guide-facts D, "Exact steps"). */
export type Click = {
	/** `1.1.C4`. */
	readonly id: string;
	/** Where: `['Settings', 'Org', 'Access Security', 'Domain Claiming']`; empty outside Mixpanel. */
	readonly path: readonly string[];
	/** What to do, one or two sentences in our words. */
	readonly action: string;
	/** Exact label on screen of what is pressed or filled, null when none. */
	readonly label: string | null;
	readonly values: readonly ClickValue[];
	/** Nearest page with a public deep link (guide-facts A), null when none is documented. */
	readonly url: string | null;
	/** Who may do it: `Organization Owner or Admin`. */
	readonly role: string;
	/** Lowest plan, null when every plan has it. */
	readonly plan: 'growth' | 'enterprise' | null;
	readonly sideEffect: string | null;
	/** How to undo it; null only when there is nothing to undo. */
	readonly undo: string | null;
	/** How to see that it worked. */
	readonly seenWhen: string;
	/** True when a mistake here can lock people out. */
	readonly lockOut: boolean;
	/** Older or other names of the same place or label. */
	readonly alsoCalled: readonly string[];
	/** On a click that can lock people out: what should stand before it. */
	readonly proofs?: readonly LockOutProofId[];
	/** Present where nothing can be done but wait: for whom or what, and days after which to look again. */
	readonly wait?: {readonly for: string; readonly what: string; readonly days: number};
	/** The values carry other names in each identity provider: entered there, or found there and entered in Mixpanel. */
	readonly fields?: 'to_idp' | 'from_idp';
};

/** Clicks that belong together: one road through a control (with or without SSO, data views or classification). */
export type ClickGroup = {
	readonly title: string;
	readonly appliesWhen: string | null;
	readonly clicks: readonly Click[];
};

export type IdpField = {
	readonly mixpanel: string;
	readonly idp: string;
	readonly note: string | null;
	/** Value to enter in the identity provider, a template as in `ClickValue`; absent where the value comes from there. */
	readonly enter?: string;
};
export type IdpFieldMap = {readonly idp: string; readonly name: string; readonly fields: readonly IdpField[]};

export type QuizQuestion = {
	/** `3.1.Q1`. */
	readonly id: string;
	readonly question: string;
	/** Two to four choices, exactly one right. */
	readonly choices: readonly string[];
	/** Index into `choices`. */
	readonly answer: number;
	readonly explanation: string;
};

/** A framework reference with its correct title (guide-facts E). */
export type Mapping = {
	readonly framework: 'cis' | 'nist80053' | 'soc2';
	readonly id: string;
	readonly title: string;
	/** As the guide prints it, or as we suggest beside it. */
	readonly origin: 'guide' | 'suggested';
	/** How well it fits, for the guide's own; null for suggestions. */
	readonly fit: 'good' | 'fair' | 'partial' | 'weak' | 'mismatch' | null;
};

/** One control of the guide: all that is known of it, as data. */
export type Control = {
	readonly id: ControlId;
	readonly slug: string;
	/** As printed. */
	readonly title: string;
	/** Short name for lists: `SAML single sign-on`. */
	readonly shortTitle: string;
	/** Section title as printed: `Authentication & SSO`. */
	readonly section: string;
	readonly level: Exclude<Level, 'L3'>;
	/** Hands-on time: short for lists (`30–60 min`), and what comes on top. */
	readonly time: {readonly text: string; readonly note: string | null; readonly source: 'guide' | 'estimate'};
	/** What it is for, in our words. */
	readonly description: string;
	readonly threat: string;
	/** Why the whole control may not apply, or applies in two ways; null when there is nothing to say. */
	readonly applicability: string | null;
	readonly prerequisites: readonly Prerequisite[];
	readonly steps: readonly GuideStep[];
	readonly corrections: readonly Correction[];
	readonly clickGroups: readonly ClickGroup[];
	readonly fieldMaps: readonly IdpFieldMap[];
	/** What can lock people out, each a sentence. */
	readonly lockOutWarnings: readonly string[];
	readonly sideEffects: readonly string[];
	readonly undo: readonly string[];
	readonly verify: readonly string[];
	/** Names in Mixpanel's audit log that bear on it. */
	readonly auditEvents: readonly string[];
	/** What the API can and cannot tell, for people. */
	readonly apiNote: string;
	readonly mappings: readonly Mapping[];
	readonly quiz: readonly QuizQuestion[];
	readonly rules: readonly Rule[];
};
