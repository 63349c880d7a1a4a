import type {ChangeIntent} from '../types/change.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {Target} from '../types/target.ts';

/** The organization a change is made in; by hand nothing is changed. */
export type ChangeTarget = Exclude<Target, {kind: 'byHand'}>;

/** What a person sees before saying yes. Every text is safe to show; long ones are to be wrapped. */
export type ChangePreview = {
	/** `Classify $email`. */
	readonly heading: string;
	/** Organization, id, region and project: `Corp Example · 4410022 · US · project Shop (9100001)`. */
	readonly where: string;
	/** `project Shop (9100001)`. */
	readonly project: string;
	readonly subject: SafeText;
	readonly now: string;
	readonly after: string;
	/** Sentences. */
	readonly consequences: readonly string[];
	/** How it is taken back, a sentence. */
	readonly undo: string;
	/** Method with path, then the exact body. */
	readonly sends: readonly [string, string];
	/** What a person is asked, where the answer is yes or no: `Classify $email?`. */
	readonly question: string;
	/** The choice that sends: `Yes, classify $email`. */
	readonly yes: string;
	/** The choice that is preselected. */
	readonly no: string;
};

/** A change thought through: what the journal will hold, where it belongs, and what a person is shown. */
export type ChangePlan = {
	readonly intent: ChangeIntent;
	readonly target: ChangeTarget;
	readonly preview: ChangePreview;
};

/** A plan, or why there is none, as a sentence. */
export type Planned =
	| {readonly kind: 'planned'; readonly plan: ChangePlan}
	| {readonly kind: 'refused'; readonly why: string};
