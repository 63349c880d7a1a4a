import type {ControlId} from './control.ts';
import type {Resource} from './resource.ts';
import type {SafeText} from './safe-text.ts';

/** The fixes the program can apply through the API. */
export const fixNames = ['classify-property'] as const;
export type FixName = (typeof fixNames)[number];

/** The fields of a resource that a fix touches, as read: `{sensitive: false}`. Never a secret. */
export type Image = {readonly [field: string]: string | number | boolean | null};

/** The one request that a change sends. */
export type ChangeRequest = {
	readonly method: 'PATCH' | 'POST' | 'DELETE';
	/** Path on the base URL. */
	readonly path: string;
	/** Exactly what is sent, as JSON. */
	readonly body: string;
};

/**
What a write came to. Nothing here says that the resource changed: only reading again does (mixpanel-api §0.3).
`refused` = it was certainly not carried out; `unknown` = it may have been; `not_sent` = nothing left this machine.
*/
export type WriteAnswer =
	/** `value` is the raw JSON, null for an answer without content (204). */
	| {readonly kind: 'accepted'; readonly status: number; readonly value: unknown}
	| {readonly kind: 'refused'; readonly status: number; readonly reason: SafeText}
	/** `status` is null when no answer arrived. */
	| {readonly kind: 'unknown'; readonly status: number | null; readonly reason: SafeText}
	| {readonly kind: 'not_sent'; readonly reason: SafeText};

/** What is on the disk before anything is sent (reliability, "Applying changes"). */
export type ChangeIntent = {
	/** Unique within the session. */
	readonly operation: string;
	readonly fix: FixName;
	readonly control: ControlId;
	readonly rule: string;
	readonly resource: Resource;
	readonly request: ChangeRequest;
	readonly before: Image;
	readonly desired: Image;
	/** The operation this one takes back, null for a first change. */
	readonly undoes: string | null;
	readonly by: SafeText;
};

/**
How a change ended. `applied` only when reading again showed it; `unknown` = sent, and neither the answer nor a
read could say; `drifted` = not sent, because the resource was no longer as planned.
*/
export type ChangeOutcome = 'applied' | 'failed' | 'unknown' | 'drifted' | 'not_sent';

/** A change as the journal knows it; `outcome` null while it is open: it is then settled by reading, never by sending again. */
export type Change = ChangeIntent & {
	/** UTC ISO 8601, when the intent was recorded. */
	readonly at: string;
	readonly outcome: ChangeOutcome | null;
	/** What came of it in words. */
	readonly detail: SafeText | null;
	readonly settledAt: string | null;
};
