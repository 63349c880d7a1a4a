import {makeSafe} from '../../terminal/make-safe.ts';
import type {SafeText} from '../../types/safe-text.ts';
import {AnswersFault, type Entry, type Located, shown} from './located.ts';

/** Turns a value of the file into what it should be, or throws an `AnswersFault` with its place. */
export type Take<Value> = (value: Located) => Value;

/** Longest text of a person, in characters. */
const longestText = 2000;

/** The fields of a map that has no others; those that must be there are. */
export type MapFields = {
	/** What `take` makes of a field that must be there. */
	readonly need: <Value>(name: string, take: Take<Value>) => Value;
	/** The same for one that may be missing: then `missing`. */
	readonly may: <Value, Missing>(name: string, take: Take<Value>, missing: Missing) => Value | Missing;
	readonly has: (name: string) => boolean;
};

/** Reads a map whose keys are among `known`; `what` names the map in a sentence: `an attestation`. */
export function mapFields(value: Located, what: string, known: readonly string[]): MapFields {
	const entries = mapEntries(value, what);
	for (const [name, {key}] of entries) {
		if (!known.includes(name)) {
			throw new AnswersFault(key, `${what} has no ${shown(name)}`, `It has ${known.join(', ')}.`);
		}
	}

	return {
		has: name => entries.has(name),
		need(name, take) {
			const entry = entries.get(name);
			if (entry === undefined) {
				throw new AnswersFault(value.spot, `${what} lacks "${name}"`, 'It is needed in every one.');
			}

			return take(entry.value);
		},
		may(name, take, missing) {
			const entry = entries.get(name);
			return entry === undefined ? missing : take(entry.value);
		},
	};
}

/** The entries of a map with keys of any name. */
export function mapEntries(value: Located, what: string): ReadonlyMap<string, Entry> {
	if (value.kind !== 'map') {
		throw new AnswersFault(value.spot, `${what} must be a map`, 'It is written as names with values.');
	}

	return value.entries;
}

export function listOf<Value>(take: Take<Value>): Take<readonly Value[]> {
	return value => {
		if (value.kind !== 'list') {
			throw new AnswersFault(value.spot, 'a list is needed here', 'In YAML each item begins with a dash.');
		}

		return value.items.map(item => take(item));
	};
}

export function orNull<Value>(take: Take<Value>): Take<Value | null> {
	return value => (value.kind === 'scalar' && value.value === null ? null : take(value));
}

/** One of some words. */
export function oneOf<Word extends string>(words: readonly Word[]): Take<Word> {
	return value => {
		const found = value.kind === 'scalar' ? words.find(word => word === value.value) : undefined;
		if (found === undefined) {
			throw new AnswersFault(
				value.spot,
				`${given(value)} is not allowed here`,
				`It is one of ${words.join(', ')}.`,
			);
		}

		return found;
	};
}

export const flag: Take<boolean> = value => {
	if (value.kind !== 'scalar' || typeof value.value !== 'boolean') {
		throw new AnswersFault(value.spot, `${given(value)} is not allowed here`, 'It is true or false.');
	}

	return value.value;
};

/** The exact text of an id; a number that was written without quotes counts, digit for digit. */
export const exactId: Take<string> = value => {
	if (value.kind === 'scalar') {
		if (typeof value.value === 'string') {
			return value.value;
		}

		if (typeof value.value === 'number' && /^(?:0|[1-9]\d*)$/.test(value.source)) {
			return value.source;
		}
	}

	throw new AnswersFault(value.spot, `${given(value)} is no id`, 'An id is a text or a whole number.');
};

/** What a person wrote, on one line; at least one visible character. */
export const personText: Take<SafeText> = value => {
	if (value.kind !== 'scalar' || typeof value.value !== 'string') {
		throw new AnswersFault(
			value.spot,
			'a text is needed here',
			'Put it in quotes when it looks like something else.',
		);
	}

	const text = value.value.trim().replace(/\s+/gu, ' ');
	if (text === '') {
		throw new AnswersFault(
			value.spot,
			'the text is empty',
			'It says who, what or why, and is shown in reports.',
		);
	}

	if (value.value.length > longestText) {
		throw new AnswersFault(value.spot, 'the text is too long', `At most ${longestText} characters are kept.`);
	}

	return makeSafe(text, longestText);
};

/** A day, `2026-11-24`, that the calendar has. */
export const isoDay: Take<string> = value => {
	const text = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
	const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	// The date parser takes 30 February for 2 March.
	if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
		throw new AnswersFault(value.spot, `${given(value)} is no day`, 'A day is written like 2026-11-24.');
	}

	return text;
};

function given(value: Located): string {
	return value.kind === 'scalar' ? shown(value.source) : `a ${value.kind}`;
}
