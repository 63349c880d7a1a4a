import {makeSafe} from '../terminal/make-safe.ts';
import type {SafeText} from '../types/safe-text.ts';

/** An object read from the disk, before anything is known of it. */
export type Fields = Readonly<Record<string, unknown>>;

/** Turns a value read from the disk into what it should be, or throws a `Misfit`. */
export type Decode<Value> = (value: unknown) => Value;

/** Thrown by the decoders; caught where a line is parsed. */
export class Misfit extends Error {
	override readonly name = 'Misfit';
}

/** Longest text taken from the disk, in graphemes; notes are the longest there are. */
const textLimit = 10_000;

export function fields(value: unknown): Fields {
	if (!isFields(value)) {
		throw new Misfit('an object is expected');
	}

	return value;
}

/** Any string of bounded length, for identities that must stay exact. Never to be shown as it is. */
export function rawText(value: unknown): string {
	if (typeof value !== 'string' || value.length > textLimit) {
		throw new Misfit('a text is expected');
	}

	return value;
}

/** A text to show. It was safe when it was written; the file may have been edited since. */
export function safeText(value: unknown): SafeText {
	return makeSafe(rawText(value), textLimit);
}

/** An id or version of ours: printable ASCII without spaces, at most 100 characters. */
export function word(value: unknown): string {
	if (typeof value !== 'string' || !/^[\x21-\x7e]{1,100}$/.test(value)) {
		throw new Misfit('a word is expected');
	}

	return value;
}

export function flag(value: unknown): boolean {
	if (typeof value !== 'boolean') {
		throw new Misfit('true or false is expected');
	}

	return value;
}

/** A whole number from 0 to 2^53 - 1. */
export function count(value: unknown): number {
	if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
		throw new Misfit('a count is expected');
	}

	return value;
}

/** A number from 0 to 1. */
export function share(value: unknown): number {
	if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
		throw new Misfit('a share is expected');
	}

	return value;
}

/** A moment, `2026-11-24T10:00:00.000Z`. */
export function moment(value: unknown): string {
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value)) {
		throw new Misfit('a moment is expected');
	}

	return existing(value);
}

/** A day, `2026-11-24`. */
export function day(value: unknown): string {
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) {
		throw new Misfit('a day is expected');
	}

	return existing(value);
}

export function nullable<Value>(decode: Decode<Value>): Decode<Value | null> {
	return value => (value === null ? null : decode(value));
}

export function list<Value>(decode: Decode<Value>): Decode<readonly Value[]> {
	return value => {
		if (!Array.isArray(value)) {
			throw new Misfit('a list is expected');
		}

		return value.map(item => decode(item));
	};
}

/** One of a union's words. The table makes the compiler ask for every one of them. */
export function choice<Word extends string>(table: {readonly [Each in Word]: Each}): Decode<Word> {
	const words = new Map<unknown, Word>(Object.values<Word>(table).map(each => [each, each]));
	return value => {
		const found = words.get(value);
		if (found === undefined) {
			throw new Misfit('a known word is expected');
		}

		return found;
	};
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function existing(text: string): string {
	if (Number.isNaN(Date.parse(text))) {
		throw new Misfit('a date that exists is expected');
	}

	return text;
}
