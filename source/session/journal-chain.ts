import type {SafeText} from '../types/safe-text.ts';
import type {SessionState} from '../types/session.ts';
import {startFolding} from './fold.ts';
import {type JournalEntry, parseLine} from './journal-line.ts';

/** What the good lines of a journal come to. */
export type JournalContent = {
	readonly state: SessionState;
	readonly organizationName: SafeText | null;
	/** Lines whose own checksum holds. */
	readonly events: number;
	/** Serial and checksum of the last good line; 0 and null without one. */
	readonly lastSerial: number;
	readonly head: string | null;
	/** Bytes up to the end of the last good line, its newline included when there is one. */
	readonly size: number;
};

export type JournalReading =
	| {
			readonly kind: 'whole';
			readonly content: JournalContent;
			/** Bytes after the last good line: what a write that was cut has left. */
			readonly tornBytes: number;
			/** The last good line lacks its newline. */
			readonly unterminated: boolean;
	  }
	| {
			readonly kind: 'damaged';
			readonly content: JournalContent;
			/** Lines that were left out because their checksum does not hold. */
			readonly leftOut: number;
			/** Places where lines are missing, repeated or exchanged. */
			readonly breaks: number;
	  }
	/** Empty, or not one line of it is ours. */
	| {readonly kind: 'foreign'}
	| {readonly kind: 'newer'}
	/** Written for another session. */
	| {readonly kind: 'other'; readonly session: string};

/** A journal being read, line by line. Pure: it is told bytes and gives the reading. */
export type JournalChain = {
	/**
	Takes the next line; `bytes` counts its newline.
	False when nothing that follows can matter.
	*/
	take(line: string, bytes: number, isTerminated: boolean): boolean;
	finish(): JournalReading;
};

/** Starts reading the journal of the session whose folder is `session`. Each good line also goes to `onEntry`. */
export function startChain(session: string, onEntry?: (entry: JournalEntry) => void): JournalChain {
	const folding = startFolding();
	let organizationName: SafeText | null = null;
	let hasHeader = false;
	let events = 0;
	let lastSerial = 0;
	let head: string | null = null;
	let position = 0;
	let size = 0;
	let unterminated = false;
	let leftOut = 0;
	let badRun = 0;
	let breaks = 0;
	let end: JournalReading | null = null;

	const accept = (entry: JournalEntry, checksum: string): void => {
		const follows = badRun > 0 || entry.previous === head;
		if (entry.serial !== lastSerial + badRun + 1 || !follows) {
			breaks += 1;
		}

		if (entry.header !== null) {
			hasHeader = true;
			organizationName = entry.header.organizationName ?? organizationName;
			if (entry.header.session !== session) {
				end = {kind: 'other', session: entry.header.session};
			}
		}

		folding.take(entry);
		onEntry?.(entry);
		events += 1;
		lastSerial = entry.serial;
		head = checksum;
		badRun = 0;
	};

	return {
		take(line, bytes, isTerminated) {
			position += bytes;
			const parsed = parseLine(line);
			switch (parsed.kind) {
				case 'bad':
					leftOut += 1;
					badRun += 1;
					break;
				case 'newer':
					end = {kind: 'newer'};
					break;
				case 'entry':
					accept(parsed.entry, parsed.checksum);
					size = position;
					unterminated = !isTerminated;
					break;
			}

			return end === null;
		},
		finish() {
			if (end !== null) {
				return end;
			}

			if (events === 0) {
				return {kind: 'foreign'};
			}

			const content = {state: folding.state(), organizationName, events, lastSerial, head, size};
			// One bad line at the very end is a write that was cut short; it was never reported as saved.
			const isTorn = leftOut === 1 && badRun === 1;
			return breaks === 0 && hasHeader && (leftOut === 0 || isTorn)
				? {kind: 'whole', content, tornBytes: position - size, unterminated}
				: {kind: 'damaged', content, leftOut, breaks: hasHeader ? breaks : Math.max(1, breaks)};
		},
	};
}
