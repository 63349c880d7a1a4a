/**
Whether an object in a JSON text has a key twice. Parsing keeps the last of the two values without a word, and a list
of users by their ids would then lack somebody. The keys that are written are counted against those of `value`, which
is what `JSON.parse` made of the text, nothing dropped: both are quick, and no key has to be compared.
*/
export function repeatsKey(text: string, value: unknown): boolean {
	return writtenKeys(text) !== keysOf(value);
}

/** Strings with a colon behind them. The text is whole JSON. */
function writtenKeys(text: string): number {
	let keys = 0;
	let at = text.indexOf('"');
	while (at !== -1) {
		let next = endOfString(text, at) + 1;
		while (isSpace(text.charCodeAt(next))) {
			next += 1;
		}

		keys += text.charCodeAt(next) === 0x3a ? 1 : 0;
		at = text.indexOf('"', next);
	}

	return keys;
}

/** Where the string that begins at `start` has its closing quote. */
function endOfString(text: string, start: number): number {
	let end = text.indexOf('"', start + 1);
	while (end !== -1 && isEscaped(text, end)) {
		end = text.indexOf('"', end + 1);
	}

	return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
	let backslashes = 0;
	while (text.charCodeAt(at - 1 - backslashes) === 0x5c) {
		backslashes += 1;
	}

	return backslashes % 2 === 1;
}

function isSpace(code: number): boolean {
	return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function keysOf(value: unknown): number {
	if (typeof value !== 'object' || value === null) {
		return 0;
	}

	const parts: readonly unknown[] = Object.values(value);
	let keys = Array.isArray(value) ? 0 : parts.length;
	for (const part of parts) {
		keys += keysOf(part);
	}

	return keys;
}
