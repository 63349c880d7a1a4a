import {repeatsKey} from './repeats-key.ts';

/**
Parse JSON without losing anything. An integer that is no safe one becomes the string of its exact digits, so that
ids beyond 2^53 survive. Keys named `__proto__` are dropped.
@throws {SyntaxError} when the text is not JSON. @throws {RangeError} when it is nested too deeply.
@throws {RepeatedKey} when an object has a key twice, of which only the last value would be left
*/
export function parseExactJson(text: string): unknown {
	const value: unknown = JSON.parse(text);
	if (repeatsKey(text, value)) {
		throw new RepeatedKey('An object has a key twice');
	}

	return needsCare.test(text) ? JSON.parse(text, revive) : value;
}

export class RepeatedKey extends Error {
	override readonly name = 'RepeatedKey';
}

// Visiting every value costs eight times the parsing itself, so it is left out where nothing can need it: no long
// run of digits, no exponent outside a word, no such key, plain or spelled with escapes.
const needsCare = /\d{16}|(?:^|[\s:,[])-?\d[\d.]*e|__proto__|\\u00[5-7]/i;

// TypeScript's reviver has no third parameter yet; a rest parameter takes it without a cast.
function revive(...[key, value, context]: readonly unknown[]): unknown {
	if (key === '__proto__') {
		return undefined;
	}

	return typeof value === 'number' && needsDigits(value) ? sourceOf(context, value) : value;
}

function needsDigits(value: number): boolean {
	return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

function sourceOf(context: unknown, value: number): string {
	return typeof context === 'object' &&
		context !== null &&
		'source' in context &&
		typeof context.source === 'string'
		? context.source
		: String(value);
}
