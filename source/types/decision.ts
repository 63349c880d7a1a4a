import type {ControlId} from './control.ts';
import type {ResourceKey} from './resource.ts';
import type {SafeText} from './safe-text.ts';

/** What every decision of a person carries: who, and when it was recorded (UTC ISO 8601). */
type Signed = {readonly by: SafeText; readonly at: string};

/** What a waiver is laid over: a whole control, or one rule in the version it had then (contract §2). */
export type WaiverScope =
	| {readonly kind: 'control'; readonly control: ControlId}
	| {readonly kind: 'rule'; readonly rule: string; readonly ruleVersion: number};

/** A waiver as it was recorded. `expires` is an ISO date, at most 365 days after it was given. */
export type WaiverRecord = Signed & {
	readonly scope: WaiverScope;
	readonly waiver: 'accepted_risk' | 'compensating' | 'disputed';
	readonly reason: SafeText;
	readonly owner: SafeText;
	readonly expires: string;
};

/** One resource that a rule lets pass for a reason, until an ISO date (contract §2). */
export type Exemption = Signed & {
	readonly rule: string;
	readonly resource: ResourceKey;
	readonly reason: SafeText;
	readonly owner: SafeText;
	readonly expires: string;
};

/** A row of a register: what is known of one service account, admin or project. Labels are the rule's own. */
export type RegisterEntry = Signed & {
	readonly rule: string;
	readonly ruleVersion: number;
	readonly resource: ResourceKey;
	readonly fields: readonly {readonly label: SafeText; readonly value: SafeText}[];
};

/** The readings whose meaning a person confirms once (contract §2, §3). */
export const confirmableReadings = [
	'users',
	'teams',
	'data_views',
	'service_account_roles',
	'two_factor',
] as const;
export type ConfirmableReading = (typeof confirmableReadings)[number];

/** A person compared what was read with their screen. `key` is the field of two-factor that was shown, else null. */
export type Confirmation = Signed & {
	readonly reading: ConfirmableReading;
	readonly key: SafeText | null;
	/** What was understood is what the screen shows. */
	readonly agrees: boolean;
};

/** A control, or one of its clicks, that waits for somebody else or for a day. */
export type Parked = Signed & {
	readonly control: ControlId;
	/** The click it waits at, null for the control as a whole. */
	readonly click: string | null;
	/** `Ben, DNS`. */
	readonly waitingFor: SafeText;
	readonly what: SafeText;
	/** ISO date to look again; null when nobody knows. */
	readonly until: string | null;
};

/** What a person found where a click says something else: the screens of Mixpanel change faster than any guide. */
export type Discrepancy = Signed & {
	readonly click: string;
	/** What is there instead, in the person's words. */
	readonly seen: SafeText;
};

/**
A person's word that something stands before a click that can lock people out, given by typing the organization's name
(product §3). `proof` is an id of `Click.proofs`.
*/
export type Assurance = Signed & {
	readonly proof: string;
	/** As it was typed. */
	readonly organization: SafeText;
};
