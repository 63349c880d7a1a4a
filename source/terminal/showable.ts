import stringWidth from 'string-width';
import {graphemesOf} from './graphemes.ts';
import type {Signs} from './settle-signs.ts';

/** Our signs, and those of the prompts, as wide in ASCII: what is drawn stays where it was counted to be. */
const signs: ReadonlyMap<string, string> = new Map(
	[
		['✔✚', '+'],
		['✖✘×⨯', 'x'],
		['○◯◌', 'o'],
		['●◉•', '*'],
		['❯›▸▶→', '>'],
		['❮‹◂←', '<'],
		['↑▔▲', '^'],
		['↓▼', 'v'],
		['–—−─·―', '-'],
		['…', '~'],
		['’‘“”', "'"],
		['│┃', '|'],
		['½', '.'],
		['≤', '<'],
		['≥', '>'],
		['§', 'S'],
		['ℹ', 'i'],
		['⚠', '!'],
		['▁', '_'],
		['▂', '.'],
		['▃▄', '-'],
		['▅▆', '='],
		['▇█', '#'],
		['⠋⠼⠧', '|'],
		['⠙⠴⠇', '/'],
		['⠹⠦⠏', '-'],
		['⠸', '\\'],
	].flatMap(([many = '', one = '']) => [...many].map(sign => [sign, one] as const)),
);

const beyondAscii = /[^\u0000-\u007F]+/g;

/** A text with what a terminal cannot show replaced, column by column. */
export function showable(text: string, by: Signs): string {
	return by === 'all' ? text : text.replaceAll(beyondAscii, run => inColumns(run, by));
}

function inColumns(run: string, by: Signs): string {
	return Array.from(
		graphemesOf(run),
		({segment}) => signs.get(segment) ?? (by === 'letters' ? segment : '?'.repeat(stringWidth(segment))),
	).join('');
}
