declare global {
	// The language's own, not yet in its published types.
	interface JSON {
		rawJSON(text: string): object;
		parse(
			text: string,
			reviver: (this: unknown, key: string, value: unknown, context: {readonly source?: string}) => unknown,
		): unknown;
	}
}

/** JSON in which a bigint is a plain number with all its digits. */
export function stringifyExact(value: unknown): string {
	return JSON.stringify(value, (_key, item: unknown) =>
		typeof item === 'bigint' ? JSON.rawJSON(String(item)) : item,
	);
}

/** JSON decoded with every whole number as a bigint, exact beyond 2^53. Throws SyntaxError when it is not JSON. */
export function parseExact(text: string): unknown {
	return JSON.parse(text, (_key, value: unknown, {source}) =>
		typeof value === 'number' && source !== undefined && /^-?\d+$/u.test(source) ? BigInt(source) : value,
	);
}
