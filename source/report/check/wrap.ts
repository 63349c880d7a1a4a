import stringWidth from 'string-width';
import type {ShortenWord} from './shorten-words.ts';

/** Columns left free before a word that is shortened, for a mark such as `-` that begins its line. */
const spare = 2;

/**
`text` in lines of at most `width` columns behind `indent` blanks. A word wider than a line stands alone, whole, or
is shortened when there is something to shorten it with.
*/
export function wrap(text: string, width: number, indent: number, shorten?: ShortenWord): string[] {
	const room = width - indent;
	const lines: string[] = [];
	let line = '';
	for (const whole of text.split(' ').filter(part => part !== '')) {
		const word = shorten === undefined ? whole : shorten(whole, room - spare);
		if (line !== '' && stringWidth(`${line} ${word}`) > room) {
			lines.push(line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}

	return [...lines, line].filter(each => each !== '').map(each => ' '.repeat(indent) + each);
}
