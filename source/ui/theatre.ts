import type {Edges} from './effects/edges.ts';
import type {AppState, Outcome, Road} from './state/app-state.ts';

/** The streams and the clock the wizard runs on. */
export type Theatre = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly now: () => Date;
	/** Aborted when the process is told to end: the wizard leaves as by an interrupt. */
	readonly signal: AbortSignal;
};

/** How the wizard was left, and what it knew then. */
export type Left = {readonly outcome: Outcome; readonly state: AppState};

/**
Shows the wizard until it is left, going down `road` at once when one is given. Resolves after everything that was
asked to be recorded has been.
*/
export type Show = (initial: AppState, road: Road | null, edges: Edges, theatre: Theatre) => Promise<Left>;
