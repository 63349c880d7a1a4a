import type {SafeText} from '../types/safe-text.ts';
import type {SessionEvent} from '../types/session.ts';
import {decodeEvent, isKnownEvent} from './decode-event.ts';
import {sha256} from './digest.ts';
import {count, type Fields, fields, Misfit, moment, nullable, safeText, word} from './field.ts';

/** Raised when an older version could no longer understand a journal. */
export const journalSchema = 1;

/** Says what the journal is; it stands on every `session_opened` line. */
export type JournalHeader = {
	/** Folder of the session it belongs to, `us-4410022`. */
	readonly session: string;
	/** The organization's name when it was opened; null without one. */
	readonly organizationName: SafeText | null;
};

/** One line of the journal, understood. */
export type JournalEntry = {
	/** 1 for the first line; the order of events is this, never the time. */
	readonly serial: number;
	/** UTC ISO 8601. */
	readonly at: string;
	/** Checksum of the line before: the SHA-256 of its content, in hexadecimal; null for the first line. */
	readonly previous: string | null;
	readonly header: JournalHeader | null;
	readonly event: SessionEvent;
};

export type ParsedLine =
	| {readonly kind: 'entry'; readonly entry: JournalEntry; readonly checksum: string}
	/** Written by a newer version of this program. */
	| {readonly kind: 'newer'}
	/** Torn, edited, or never ours. */
	| {readonly kind: 'bad'};

const seal = ',"checksum":"';
const sealLength = seal.length + 64 + '"}'.length;

/**
The line of an entry, without its newline, and its checksum: the SHA-256 of every byte before `,"checksum"`. The
bytes themselves are the canonical form, so nothing has to be printed again to check them, and the next line
names the same checksum, so that one hash a line guards both the line and the chain.
*/
export function encodeLine(entry: JournalEntry): {readonly line: string; readonly checksum: string} {
	const {serial, at, previous, header, event} = entry;
	// Named first for the reader and again last, so that nothing an event carries takes their place.
	const own = {serial, at, previous, ...(header === null ? {} : {journalSchema, ...header})};
	const content = JSON.stringify({...own, ...event, ...own}).slice(0, -1);
	const checksum = sha256(content);
	return {line: `${content}${seal}${checksum}"}`, checksum};
}

/** Reads a line back. Total: any text gives an answer. The texts inside are made safe again. */
export function parseLine(line: string): ParsedLine {
	const content = line.slice(0, -sealLength);
	const checksum = line.slice(content.length + seal.length, -2);
	const isWhole =
		line.startsWith(seal, content.length) && line.endsWith('"}') && checksum === sha256(content);
	if (!isWhole && !line.includes('"journalSchema"')) {
		return {kind: 'bad'};
	}

	try {
		const given = fields(JSON.parse(isWhole ? `${content}}` : line));
		if (isNewer(given, isWhole)) {
			return {kind: 'newer'};
		}

		return isWhole ? {kind: 'entry', entry: decodeEntry(given), checksum} : {kind: 'bad'};
	} catch (error) {
		if (error instanceof Misfit || error instanceof SyntaxError) {
			return {kind: 'bad'};
		}

		throw error;
	}
}

// A newer version may seal its lines in another way, so its mark counts even where the checksum does not hold.
function isNewer(given: Fields, isWhole: boolean): boolean {
	const schema = given['journalSchema'];
	return (typeof schema === 'number' && schema > journalSchema) || (isWhole && !isKnownEvent(given));
}

function decodeEntry(given: Fields): JournalEntry {
	const event = decodeEvent(given);
	const header =
		event.type === 'session_opened'
			? {session: word(given['session']), organizationName: nullable(safeText)(given['organizationName'])}
			: null;
	return {
		serial: count(given['serial']),
		at: moment(given['at']),
		previous: nullable(word)(given['previous']),
		header,
		event,
	};
}
