import {after, notBefore, piiKinds, prefixes, protection} from './pii-vocabulary.ts';

const kindOfTerm = new Map(piiKinds.flatMap(kind => kind.terms.map(term => [term, kind] as const)));

/** The longest term, `numero securite sociale` and the like, in words. */
const longestTerm = 5;

/**
The kind of personal data the name of a property speaks of, or null. A guess by vocabulary in several languages:
it knows prefixes, nesting, snake_case and camelCase; it leaves alone what is hashed, and names that only mention
personal data, such as `email_opened`. Values are never looked at.
*/
export function looksLikePersonalData(rawName: string): string | null {
	const parts = split(rawName);
	if (parts.some(part => protection.has(part))) {
		return null;
	}

	const words = parts.flatMap(separateNumber);
	for (let start = 0; start < words.length; start += 1) {
		for (let end = Math.min(start + longestTerm, words.length); end > start; end -= 1) {
			const kind = kindAt(words, start, end);
			if (kind !== null) {
				return kind;
			}
		}
	}

	return null;
}

function kindAt(words: readonly string[], start: number, end: number): string | null {
	const term = words.slice(start, end).join('');
	const whole = kindOfTerm.get(term);
	const kind = whole ?? (end - start === 1 ? kindOfTerm.get(withoutPrefix(term)) : undefined);
	if (kind === undefined || !words.slice(end).every(isSameThing)) {
		return null;
	}

	const before = words.slice(0, start);
	const nearest = before.findLast(word => !/^\d+$/.test(word));
	const fits =
		kind.before === 'open' || nearest === undefined || whole === undefined || kind.before.includes(nearest);
	return fits && !before.some(word => notBefore.has(word)) ? kind.name : null;
}

function isSameThing(word: string): boolean {
	return after.has(word) || /^v?\d+$/.test(word);
}

/** `useremail` without `user`; the term itself when it has no such start. */
function withoutPrefix(term: string): string {
	const prefix = prefixes.find(start => term.startsWith(start));
	return prefix === undefined ? term : term.slice(prefix.length);
}

/** A name in its words, lower case and without accents: `shippingAddress.zipCode` has four. */
function split(rawName: string): string[] {
	return rawName
		.slice(0, 300)
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
		.replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.toLowerCase()
		.replaceAll('ß', 'ss')
		.replaceAll('ł', 'l')
		.split(/[^\p{L}\p{N}]+/u)
		.filter(word => word !== '');
}

/** `address2` as `address` and `2`. */
function separateNumber(word: string): string[] {
	const [, letters, digits] = /^(\p{L}{2,})(\d{1,2})$/u.exec(word) ?? [];
	return letters === undefined || digits === undefined ? [word] : [letters, digits];
}
