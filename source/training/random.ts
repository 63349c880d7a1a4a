/** A stream of numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/**
A random stream that is the same for the same words, in any process and on any machine. Each planted thing draws
from a stream of its own, so adding one changes no other.
*/
export function seededRandom(...words: readonly (string | number)[]): Random {
	let state = hash(words.join('\0'));
	// mulberry32: 32 bits of state are plenty for names and ids that must only differ.
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A whole number from `low` to `high`, both included. */
export function integerBetween(random: Random, low: number, high: number): number {
	return low + Math.floor(random() * (high - low + 1));
}

/** `length` characters drawn from `alphabet` (default: lower-case hexadecimal digits). */
export function randomText(random: Random, length: number, alphabet = '0123456789abcdef'): string {
	return Array.from({length}, () => alphabet.charAt(integerBetween(random, 0, alphabet.length - 1))).join('');
}

/** The same items in a drawn order. */
export function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
	return items
		.map(item => ({item, rank: random()}))
		.toSorted((one, other) => one.rank - other.rank)
		.map(({item}) => item);
}

// FNV-1a.
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const byte of Buffer.from(text)) {
		value = Math.imul(value ^ byte, 0x01000193);
	}

	return value;
}
