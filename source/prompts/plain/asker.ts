/** Where plain text is said and answered. Only text made safe may be handed over: nothing here cleans it. */
export type Asker = {
	/** Writes lines below what is there. */
	readonly say: (lines: readonly string[]) => void;
	/** The line a person types, without blanks at its ends; null when they broke off (Ctrl-C, Ctrl-D, a signal). */
	readonly ask: (question: string) => Promise<string | null>;
	/** Waits for an Enter while something else goes on; `over` once `signal` aborts, null when broken off. */
	readonly untilEnter: (signal: AbortSignal) => Promise<'enter' | 'over' | null>;
	/** Size of the terminal in columns and rows. */
	readonly size: () => {readonly columns: number; readonly rows: number};
};

/** The streams of an asker; `signal` aborts when the program is told to end. */
export type AskerStreams = {
	readonly stdin: NodeJS.ReadableStream & {readonly ref: () => unknown};
	readonly stdout: NodeJS.WritableStream & {readonly columns?: number; readonly rows?: number};
	readonly signal: AbortSignal;
};
