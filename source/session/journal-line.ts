import {hash} from 'node:crypto';
import type {SafeText} from '../types/safe-text.ts';
import type {SessionEvent} from '../types/session.ts';
import {decodeEvent, isKnownEvent} from './decode-event.ts';
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
	/** SHA-256 of the line before, in hexadecimal; null for the first. */
	readonly previous: string | null;
	readonly header: JournalHeader | null;
	readonly event: SessionEvent;
};

export type ParsedLine =
	| {readonly kind: 'entry'; readonly entry: JournalEntry; readonly hash: string}
	/** Written by a newer version of this program. */
	| {readonly kind: 'newer'}
	/** Torn, edited, or never ours. */
	| {readonly kind: 'bad'};

const seal = ',"checksum":"';
const sealLength = seal.length + 64 + '"}'.length;

/**
The line of an entry, without its newline. Its checksum is the SHA-256 of every byte before `,"checksum"`:
the bytes themselves are the canonical form, so nothing has to be printed again to check them.
*/
export function encodeLine({serial, at, previous, header, event}: JournalEntry): string {
	const content = JSON.stringify({
		serial,
		at,
		previous,
		...(header === null ? {} : {journalSchema, ...header}),
		...event,
	}).slice(0, -1);
	return `${content}${seal}${sha256(content)}"}`;
}

/** Reads a line back. Total: any text gives an answer. The texts inside are made safe again. */
export function parseLine(line: string): ParsedLine {
	const content = line.slice(0, -sealLength);
	const isWhole = line.startsWith(seal, content.length) && line === `${content}${seal}${sha256(content)}"}`;
	if (!isWhole && !line.includes('"journalSchema"')) {
		return {kind: 'bad'};
	}

	try {
		const given = fields(JSON.parse(isWhole ? `${content}}` : line));
		if (isNewer(given, isWhole)) {
			return {kind: 'newer'};
		}

		return isWhole ? {kind: 'entry', entry: decodeEntry(given), hash: sha256(line)} : {kind: 'bad'};
	} catch (error) {
		if (error instanceof Misfit || error instanceof SyntaxError) {
			return {kind: 'bad'};
		}

		throw error;
	}
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
	return hash('sha256', text);
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
