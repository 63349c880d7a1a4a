import type {Status} from '../../types/verdict.ts';

export type TextOptions = {
	/** False on a terminal or in a file that may not know the marks. */
	readonly unicode: boolean;
	/** Plain SGR colours; never the only sign of anything. */
	readonly color: boolean;
	/** Columns to wrap at, 80 unless told. */
	readonly width?: number;
};

type Look = {readonly mark: string; readonly ascii: string; readonly word: string; readonly code: number};

/** Marks, words and colours of the verdicts (screens.md, "Language"). */
const looks: {readonly [Name in Status]: Look} = {
	pass: {mark: '✔', ascii: '+', word: 'pass', code: 32},
	fail: {mark: '✖', ascii: 'x', word: 'fail', code: 31},
	unknown: {mark: '?', ascii: '?', word: 'unknown', code: 33},
	manual: {mark: '○', ascii: 'o', word: 'by hand', code: 34},
	not_applicable: {mark: '–', ascii: '-', word: 'n/a', code: 2},
};

/** Columns of mark and word together. */
export const statusWidth = 10;

/** Mark and word, filled to `statusWidth` columns: `✖ fail    `. */
export function statusText(status: Status, {unicode, color}: TextOptions): string {
	const {mark, ascii, word, code} = looks[status];
	const text = `${unicode ? mark : ascii} ${word}`;
	return styled(text, code, color) + ' '.repeat(statusWidth - text.length);
}

export function bold(text: string, {color}: TextOptions): string {
	return styled(text, 1, color);
}

/** Our own signs in plain ASCII; names from Mixpanel keep their letters. */
export function toPlainSigns(text: string): string {
	return text
		.replaceAll('→', '->')
		.replaceAll('·', '-')
		.replaceAll('…', '...')
		.replaceAll('–', '-')
		.replaceAll(/[“”]/g, '"')
		.replaceAll(/[‘’]/g, "'");
}

function styled(text: string, code: number, color: boolean): string {
	return color ? `\u001B[${code}m${text}\u001B[0m` : text;
}
