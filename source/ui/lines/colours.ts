import type {Tone} from './line.ts';

/** The colour a tone is drawn with, by its usual terminal name; null for the terminal's own. One accent (screens.md). */
export const colours = {
	plain: null,
	dim: 'dim',
	accent: 'cyan',
	good: 'green',
	bad: 'red',
	warn: 'yellow',
	info: 'blue',
} as const satisfies {readonly [Name in Tone]: string | null};
