import stringWidth from 'string-width';
import {graphemesOf} from '../../terminal/graphemes.ts';

/** Shortens one word to so many columns. */
export type ShortenWord = (word: string, columns: number) => string;

/**
Shorten words in the middle, where names that were generated or carry a prefix differ least to the eye. Two words never
become the same within the life of one shortener: the later ones carry a number where they were cut.
@param cut what stands for what was left out
*/
export function createShortener(cut: '…' | '...'): ShortenWord {
	const owners = new Map<string, string>();
	return (word, columns) => {
		if (stringWidth(word) <= columns) {
			owners.set(word, word);
			return word;
		}

		for (let number = 1; ; number += 1) {
			const short = cutMiddle(word, columns, number === 1 ? cut : `${cut}${number}${cut}`);
			if ((owners.get(short) ?? word) === word) {
				owners.set(short, word);
				return short;
			}
		}
	};
}

function cutMiddle(word: string, columns: number, mark: string): string {
	const graphemes = Array.from(graphemesOf(word), ({segment}) => segment);
	const room = Math.max(0, columns - mark.length);
	const head = fitting(graphemes, Math.ceil(room / 2));
	const tail = fitting(graphemes.toReversed(), room - stringWidth(head.join('')));
	return `${head.join('')}${mark}${tail.toReversed().join('')}`;
}

/** As many from the start as the columns hold. */
function fitting(graphemes: readonly string[], columns: number): readonly string[] {
	let width = 0;
	const end = graphemes.findIndex(grapheme => {
		width += stringWidth(grapheme);
		return width > columns;
	});
	return end === -1 ? graphemes : graphemes.slice(0, end);
}
