import type {Since} from '../../assessment/in-doubt.ts';
import type {Control} from '../../types/control.ts';
import type {Facts} from '../../types/facts.ts';
import type {SafeText} from '../../types/safe-text.ts';
import type {AssessmentRecord, SessionEvent, SessionState} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import type {
	Before,
	Chapter,
	Offline,
	Outcome,
	Reference,
	Road,
	StartRow,
	UnconnectedSession,
} from '../state/app-state.ts';
import type {Archive} from './archive.ts';
import type {Changer} from './changer.ts';
import type {EvidenceReader} from './evidence-reader.ts';

/** Where events are recorded. `append` resolves once the event is on the disk and rejects with a UserError. */
export type Recorder = {
	readonly state: SessionState;
	readonly append: (event: SessionEvent) => Promise<void>;
	/** Keeps the facts of an assessment beside the journal; rejects like `append`. */
	readonly saveFacts: (facts: Facts) => Promise<NonNullable<AssessmentRecord['facts']>>;
};

/** What a reading of the organization tells while it goes on. */
export type ReadingEvents = {
	readonly signal: AbortSignal;
	/** A fact is complete. */
	readonly onFact: (facts: Facts) => void;
	/** Requests answered, of those known to be needed. */
	readonly onProgress: (done: number, total: number) => void;
	/** A request waits: `limit reached, 12 s`. */
	readonly onWaiting: (what: string) => void;
};

/** Reads the facts of the organization; `problem` when the reading as a whole went wrong, as with a key refused. */
export type FactReader = (
	events: ReadingEvents,
) => Promise<{readonly requests: number; readonly problem: string | null}>;

/** An organization, opened. */
export type OpenedOrganization = {
	readonly target: Target;
	/** `Corp Example · 4410022 · US`. */
	readonly label: string;
	readonly recorder: Recorder;
	/** When the session was left, UTC ISO 8601, where opening it may have recorded something since; null for an empty one. */
	readonly leftAt?: string | null;
	/** Changes through the API; null by hand and where nothing can be recorded. */
	readonly changer: Changer | null;
	/** What was read the last time; null when nothing was kept. */
	readonly before: Before | null;
	/** What the assessments before knew, as far as a person's words are held against it; it takes a moment. */
	readonly recall: () => Promise<readonly Since[]>;
	/** Why nothing can be recorded, null when it can. */
	readonly readOnly: string | null;
	readonly notice: string | null;
	/** Goes on with the good part of a damaged journal; null when there is nothing to mend. */
	readonly mend: (() => Promise<OpenedRoad>) | null;
	/** Null when there is nothing to read: by hand, and while the organization is not reached. */
	readonly readFacts: FactReader | null;
	/** Looks up the domains that the profile names by now; absent where nothing is read. Rejects when the signal aborts. */
	readonly readClaims?: (signal: AbortSignal) => Promise<Facts>;
	/** Why the organization is not reached; null when it is, and by hand. */
	readonly offline: Offline | null;
	/**
	Tries to reach the organization after all, for the session that is open; what comes back takes the place of this.
	Null when it is reached, or when a key has to be asked for first.
	*/
	readonly connect: ((signal: AbortSignal) => Promise<OpenedRoad>) | null;
	/** What the session keeps besides its journal; absent where nothing is kept. */
	readonly archive?: Archive;
	readonly close: () => Promise<void>;
};

export type OpenedRoad =
	| ({readonly kind: 'opened'} & OpenedOrganization)
	/** The terminal is needed for something else first. */
	| {readonly kind: 'leave'; readonly outcome: Outcome}
	/** There is no key here; the session can be looked at as it was last known. */
	| {readonly kind: 'unconnected'; readonly session: UnconnectedSession}
	| {readonly kind: 'failed'; readonly what: string};

/** What to judge by and what to read. */
export type Guide = {
	readonly controls: readonly Control[];
	readonly chapters: readonly Chapter[];
	readonly reference: Reference;
};

/** Everything outside the wizard, behind one interface. */
export type Edges = {
	/** Never rejects but when `signal` aborts. */
	readonly open: (road: Road, signal: AbortSignal) => Promise<OpenedRoad>;
	/** Stops the wizard and gives the terminal to the shell; absent where the terminal does so itself. */
	readonly setAside?: () => void;
	/** The start rows with what takes a moment to find out; in the same order as the first ones. */
	readonly startRows: () => Promise<readonly StartRow[]>;
	/** The controls and the guide, where the first state came without them; asked for after the first frame. */
	readonly guide?: () => Promise<Guide>;
	/** Opens a page in the browser; false where that cannot be done. */
	readonly openPage: (url: string) => Promise<boolean>;
	/** Asks the terminal to put a text on the clipboard; false when it is too long for that. */
	readonly copy: (text: string) => boolean;
	/** Saves a text as a new file and gives its path; rejects with a UserError. */
	readonly saveText: (name: string, content: string) => Promise<string>;
	/** SHA-256 of a file in hexadecimal; rejects with a UserError. Without it no file can be named. */
	readonly hashFile?: (path: string) => Promise<string>;
	/** Reads a file as evidence; without it no file is taken in. */
	readonly readEvidence?: EvidenceReader;
	/** The name last given on this machine, to be offered; null when none is known. */
	readonly knownPerson: () => Promise<SafeText | null>;
	/** Keeps a name to offer it next time. A habit, not progress: it may fail silently. */
	readonly rememberPerson: (name: SafeText) => Promise<void>;
};
