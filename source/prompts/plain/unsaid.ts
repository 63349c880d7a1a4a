import type {Page} from './page.ts';

/** What was said last. Nobody wants to hear the same again, nor a whole page for one line of it. */
export type Said = {
	readonly place: string;
	readonly rows: number;
	readonly text: readonly string[];
	readonly detail: readonly string[];
};

export const nothingSaid: Said = {place: '', rows: 0, text: [], detail: []};

/** What of a page is still to be said: all of a new one, of a known one only the lines that have changed. Pure. */
export function unsaid(
	page: Page,
	before: Said,
): {
	readonly said: Said;
	readonly isNew: boolean;
	readonly text: readonly string[];
	readonly detail: readonly string[];
} {
	const all = page.isListed ? [...page.text, ...rowsText(page)] : page.text;
	const said = {
		place: page.place,
		rows: page.rows.length,
		text: all.map(withoutAge),
		detail: page.detail.map(withoutAge),
	};
	// With another number of rows their numbers have another meaning.
	const isNew = said.place !== before.place || said.rows !== before.rows;
	const known = new Set(before.text);
	const isKnown = said.detail.join('\n') === before.detail.join('\n');
	return {
		said,
		isNew,
		text: isNew ? all : all.filter(line => !known.has(withoutAge(line))),
		detail: isNew || !isKnown ? page.detail : [],
	};
}

/** The rows of a page as lines, with the titles between them. */
export function rowsText({rows}: Page): readonly string[] {
	return Array.from({length: rows.length}, (_, index) => rows.at(index)).flatMap(
		({key, text, titles = []}) => [...titles, `  ${key}: ${text}`],
	);
}

/** That something is a minute older is no reason to say it again. */
function withoutAge(line: string): string {
	return line.replaceAll(/just now|\d+ \w+ ago/g, '');
}
