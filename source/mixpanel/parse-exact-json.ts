/**
Parse JSON without losing digits: a number that is no safe integer but was written as an integer becomes the
string of its exact digits, so that ids beyond 2^53 survive. Keys named `__proto__` are dropped.
@throws {SyntaxError} when the text is not JSON. @throws {RangeError} when it is nested too deeply.
*/
export function parseExactJson(text: string): unknown {
	return JSON.parse(text, revive);
}

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
