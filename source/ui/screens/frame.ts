import type {Line, Span} from '../lines/line.ts';

/** Where typed text goes, so that input methods open in the right place. Counted from 0 in the body. */
export type FrameCursor = {readonly line: number; readonly column: number};

/** Lines that scroll: an array, or something that draws only what is asked for. */
export type Body = {readonly length: number; readonly slice: (from: number, to: number) => readonly Line[]};

/** A screen as lines, before it is fitted to the terminal. */
export type Frame = {
	/** Stays at the top. */
	readonly heading: readonly Line[];
	/** In the row above the body while nothing of it lies above: what the screen is for. */
	readonly lead?: Line;
	/** Scrolls. */
	readonly body: Body;
	/** What a line of the body is called, by its place, where it lies out of sight; empty for what has no name. */
	readonly names?: readonly string[];
	/** What of the body has to be in sight: a range of lines for a list, a first line for a text. */
	readonly view:
		| {
				readonly kind: 'focus';
				readonly from: number;
				readonly to: number;
				/** Lines of the range that lie behind, when it is taller than its room. */
				readonly past?: number;
		  }
		| {readonly kind: 'scroll'; readonly from: number};
	/** About the selected row; beside the body where there is room, else below it. Empty: the body has all the room. */
	readonly detail: readonly Line[];
	/** Stays at the bottom however far the body is scrolled; absent for none. */
	readonly foot?: readonly Line[];
	/** In place of a message while there is none; absent for nothing. */
	readonly hint?: Span;
	readonly cursor: FrameCursor | null;
};
