import type {RunCommand} from './invocation.ts';

/**
One flag of a command. `switch` is on when given; `text` takes one value and may be given once; `list` takes a
value each time it is given, and values divided by commas where its choices are known.
*/
export type Flag = {
	/** Without dashes. */
	readonly name: string;
	/** One line for the help. */
	readonly summary: string;
} & (
	| {readonly kind: 'switch'}
	| {
			readonly kind: 'text' | 'list';
			/** What stands for the value in the help: `FILE`. */
			readonly value: string;
			/** The only values allowed. */
			readonly choices?: readonly string[];
			/** Whole numbers from the first to the second, both included. */
			readonly range?: readonly [number, number];
	  }
);

export type Positional = {readonly name: string; readonly summary: string};

/** What can be written for a word or a flag of a command, with one line each; for its help. */
export type HelpList = {
	readonly title: string;
	readonly rows: readonly (readonly [term: string, text: string])[];
};

export type Example = {readonly line: string; readonly does: string};

/** One row of the table of commands: all that help and parsing need, and where to load the rest from. */
export type Command = {
	/** The word that calls it; empty for what runs without a word. */
	readonly name: string;
	readonly summary: string;
	/** Each may be left out. */
	readonly positionals: readonly Positional[];
	readonly flags: readonly Flag[];
	readonly examples: readonly Example[];
	/** What stands in place of a flag that this command has not, as a sentence, by the flag's name. */
	readonly instead?: {readonly [flag: string]: string};
	/** Lists that only the help needs, loaded when it is shown. */
	readonly lists?: () => Promise<readonly HelpList[]>;
	readonly load: () => Promise<{readonly run: RunCommand}>;
};
