import type {SafeText} from '../types/safe-text.ts';
import {graphemesOf} from './graphemes.ts';

/** Graphemes kept of a name; longer text ends in `…`. */
const defaultLimit = 200;

// Controls, format characters (bidirectional marks, zero-width, tags), separators but the plain space, lone
// surrogates, noncharacters (which XML forbids) and everything a terminal may leave undrawn. A variation selector may stay behind its emoji.
const unsafe =
	/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]--[\uFE0F ]]|(?<!\p{Extended_Pictographic})\uFE0F/gv;

/**
Turn text from outside into text that is safe to show: every control, bidirectional or invisible character
becomes a visible token (`\x1b`, `<U+202E>`), the rest is normalized to NFC and cut to `limit` graphemes.
Total: any string gives an answer. Unassigned and private characters pass; they cannot move a cursor.
*/
export function makeSafe(raw: string, limit: number = defaultLimit): SafeText {
	const shown = shorten(raw.normalize('NFC').replaceAll(unsafe, token), limit);
	if (!isSafe(shown)) {
		throw new Error('makeSafe left an unsafe character behind');
	}

	return shown;
}

/** Whether text made safe shows tokens of characters that were hidden. Text that spells out a token counts too: it is as suspicious. */
export function hasHiddenCharacters(text: SafeText): boolean {
	return /\\x[\da-f]{2}|<U\+[\dA-F]{4,6}>/u.test(text);
}

function token(character: string): string {
	const point = character.codePointAt(0) ?? 0;
	return point < 0x100
		? `\\x${point.toString(16).padStart(2, '0')}`
		: `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function shorten(text: string, limit: number): string {
	// A text of at most `limit` code units has at most `limit` graphemes: most names never meet the segmenter.
	if (text.length <= limit) {
		return text;
	}

	let kept = '';
	let count = 0;
	// A grapheme can be endless (stacked marks), so the input is bounded before it is cut into graphemes.
	for (const {segment} of graphemesOf(text.slice(0, limit * 16))) {
		if (count === limit - 1) {
			return `${kept}…`;
		}

		kept += segment.length > 32 ? segment.slice(0, 32).toWellFormed() : segment;
		count += 1;
	}

	return kept;
}

function isSafe(text: string): text is SafeText {
	return text.search(unsafe) === -1;
}
