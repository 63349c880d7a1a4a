import type {Since} from '../../assessment/in-doubt.ts';
import type {Assessment} from '../../types/assessment.ts';
import type {Control, ControlId} from '../../types/control.ts';
import type {Facts} from '../../types/facts.ts';
import type {GuideDocument} from '../../types/guide.ts';
import type {Policy, PolicyRecord} from '../../types/policy.ts';
import type {SafeText} from '../../types/safe-text.ts';
import type {SessionState, Stage} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import type {Sheet} from './control/sheet.ts';
import type {Fix} from './fixes/fix.ts';
import type {Form} from './forms/form.ts';
import type {Picking} from './picking/picking.ts';
import type {PlaceScreen} from './places.ts';
import type {TextField} from './text-field.ts';

/** An organization this machine has a session of. */
export type KnownSession = {
	readonly id: string;
	/** `Corp Example · 4410022 · US`. */
	readonly label: string;
	readonly lastAt: Date;
	readonly road: Road;
};

/** The ways into a session. */
export type Road =
	| {readonly kind: 'practise'; readonly scenario: string; readonly seed: number}
	/** A session of this machine, by the name of its folder. */
	| {
			readonly kind: 'resume';
			readonly folder: string;
			/** Without reaching its organization: as it was last known. */
			readonly lastKnown?: true;
	  }
	/** Credentials of the environment when they are there, else the wizard steps aside and asks. */
	| {readonly kind: 'connect'; readonly organizationId: string | null}
	| {readonly kind: 'by_hand'};

/** A session whose organization cannot be reached without a key. */
export type UnconnectedSession = {
	/** Of its folder. */
	readonly folder: string;
	readonly label: string;
	readonly organizationId: string;
	/** When the organization was last read, UTC ISO 8601; null when nothing of it was kept. */
	readonly readAt: string | null;
};

/** Why an organization is not reached; `hasKey`: trying again needs no prompts. */
export type Offline = {readonly why: string; readonly hasKey: boolean};

export type StartRow =
	| {readonly kind: 'resume'; readonly session: KnownSession}
	| {readonly kind: 'road'; readonly road: Road; readonly title: string; readonly text: string}
	| {readonly kind: 'read'; readonly title: string; readonly text: string};

/** A chapter of the guide for the reader. `lines` is asked for when it is drawn, at a width. */
export type Chapter = {
	readonly id: string;
	readonly title: string;
	readonly lines: (width: number) => readonly string[];
};

/** What the wizard shows of the guide besides the controls and the chapters. */
export type Reference = Pick<GuideDocument, 'compliance' | 'extras'>;

export type ControlScreen = {
	readonly kind: 'control';
	readonly control: ControlId;
	readonly stage: Stage;
	/** Row under the cursor of the stage; in Learn, the first line shown. Counted from 0. */
	readonly row: number;
	/** What was selected in Check or Gap last, to be selected again in the other; null until something was. */
	readonly chosen: {readonly rule: string; readonly resource: string | null} | null;
	/** Lines of what is said of the selected row that lie behind: there may be more of them than room. */
	readonly past: number;
	readonly filter: TextField | null;
	/** The filter has the keys. */
	readonly filtering: boolean;
};

export type Screen =
	| {readonly kind: 'start'; readonly row: number; readonly opening: string | null}
	/** Connect again, or look at a session as it was last known. */
	| {readonly kind: 'reconnect'; readonly row: number; readonly session: UnconnectedSession}
	/** `row` null: the preselected one, which is Next. */
	| {readonly kind: 'controls'; readonly row: number | null}
	| ControlScreen
	/** What changed at Mixpanel, what became due, what waits. `welcome`: it stands between the start and where the person left. */
	| {readonly kind: 'news'; readonly row: number; readonly welcome: boolean}
	| {readonly kind: 'contents'; readonly row: number}
	| {readonly kind: 'chapter'; readonly chapter: number; readonly row: number}
	| PlaceScreen;

/** How the reading of the organization stands. */
export type Reading =
	| {readonly kind: 'never'}
	| {
			readonly kind: 'under_way';
			readonly done: number;
			readonly total: number;
			readonly waiting: string | null;
	  }
	| {readonly kind: 'finished'; readonly at: Date; readonly requests: number}
	| {readonly kind: 'failed'; readonly at: Date; readonly what: string}
	/** Nothing of now: the facts are those of `before`, read at that time. `what` says why. */
	| {readonly kind: 'last_known'; readonly at: Date; readonly what: string};

/** Facts of an earlier assessment, and when that was (UTC ISO 8601). */
export type Before = {readonly facts: Facts; readonly at: string};

/** The organization the wizard is in. */
export type Open = {
	readonly target: Target;
	/** `Corp Example · 4410022 · US`. */
	readonly label: string;
	readonly session: SessionState;
	/** Why nothing can be recorded, null when it can. */
	readonly readOnly: string | null;
	/** The journal is damaged and can be mended from its good part. */
	readonly canMend: boolean;
	/** What was read the last time; null when nothing was kept. */
	readonly before: Before | null;
	/** What stood here before the latest reading of this run began; null when it is the first. */
	readonly earlier: (Before & {readonly assessment: Assessment}) | null;
	/** The person has typed the organization's name before a change, in this visit. */
	readonly isNamed?: boolean;
	/** What assessments knew, this run's included, for a person's words to be held against; more comes after opening. */
	readonly knowledge: readonly Since[];
	/** Changes through the API are possible here. */
	readonly canChange: boolean;
	/** Why the organization is not reached; null when it is, and by hand. */
	readonly offline: Offline | null;
	/** The session as it was found, to tell what was done since; `lastAt` is when it was left. */
	readonly found: SessionState;
	readonly facts: Facts;
	/** Of files that were taken in as evidence: they stand whatever is read. */
	readonly imported: Facts;
	readonly reading: Reading;
	/** Derived from facts, session and policy; never edited by itself. */
	readonly assessment: Assessment;
	readonly next: ControlId | null;
	/** When the verdicts were found. */
	readonly judgedAt: Date;
};

/** How the wizard ends: `connect` and `scim_token` hand the terminal to the prompts and come back. */
export type Outcome =
	| {readonly kind: 'scim_token'}
	| {readonly kind: 'quit'}
	| {readonly kind: 'interrupted'}
	| {readonly kind: 'connect'; readonly organizationId: string | null};

/** Everything the wizard knows. Screens are drawn from it and nothing else. */
export type AppState = {
	readonly controls: readonly Control[];
	/** The controls in the order of the list, quick wins first; null for the guide's own order. Kept as it was when asked for, so that nothing moves. */
	readonly sorted: readonly ControlId[] | null;
	readonly chapters: readonly Chapter[];
	/** Section 5 and the advice beyond the guide, as data. */
	readonly reference: Reference;
	readonly policy: Policy;
	/** The policy as the journal keeps it; null where it sets nothing, and the defaults hold. */
	readonly policyRecord: PolicyRecord | null;
	readonly now: Date;
	readonly columns: number;
	readonly rows: number;
	readonly startRows: readonly StartRow[];
	/** Offered where a name is asked for; null when none is known. */
	readonly knownPerson: SafeText | null;
	/** A change through the API lies over the screen and has the keys. */
	readonly fix: Fix | null;
	/** Rows are chosen for a form: a list over the screen that has the keys. */
	readonly picking: Picking | null;
	/** A sheet lies over stage Act and has the keys. */
	readonly sheet: Sheet | null;
	/** A form lies over the screen and has the keys. */
	readonly form: Form | null;
	readonly screen: Screen;
	/** Screens to come back to, nearest last. */
	readonly behind: readonly Screen[];
	readonly open: Open | null;
	/** The organization that was left last, for what stays in the scrollback; null before. */
	readonly left: Open | null;
	/** Places of texts that were saved in this run. */
	readonly saved: readonly string[];
	/** The help screen lies over the current one. */
	readonly help: {readonly row: number} | null;
	/** One sentence above the footer, gone with the next key. */
	readonly message: string | null;
	/** Advances while something is under way; picks the spinner's picture. */
	readonly turn: number;
	readonly outcome: Outcome | null;
};
