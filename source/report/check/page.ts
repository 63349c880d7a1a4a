import type {Status} from '../../types/verdict.ts';
import {createShortener} from './shorten-words.ts';
import {bold, statusText, statusWidth, type TextOptions, toPlainSigns} from './text-style.ts';
import {wrap} from './wrap.ts';

/** Lays text out on one page: no line is wider than the page, whatever names it holds. */
export type Page = {
	/** Text behind so many blanks. */
	readonly text: (text: string, indent?: number) => string[];
	/** A heading in bold. */
	readonly heading: (text: string) => string[];
	/** Mark and word of a verdict, then text that goes on beside them; `strong` is the part in bold it begins with. */
	readonly verdict: (status: Status, text: string, indent: number, strong?: string) => string[];
};

/** A page of `options.width` columns, 80 unless told. */
export function createPage(options: TextOptions): Page {
	const {width = 80, unicode} = options;
	const shorten = createShortener(unicode ? '…' : '...');
	const text = (raw: string, indent: number = 0): string[] =>
		wrap(unicode ? raw : toPlainSigns(raw), width, indent, shorten);
	const strengthen = (line: string, part: string): string =>
		part !== '' && line.startsWith(part) ? bold(part, options) + line.slice(part.length) : line;
	return {
		text,
		heading: raw => text(raw).map(line => bold(line, options)),
		verdict(status, raw, indent, strong = '') {
			const [first = '', ...rest] = text(raw, indent + statusWidth);
			return [
				`${' '.repeat(indent)}${statusText(status, options)}${strengthen(first.trimStart(), strong)}`,
				...rest,
			];
		},
	};
}
