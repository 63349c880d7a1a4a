import {makeSafe} from '../../terminal/make-safe.ts';

/** Longest value that is printed whole, in graphemes. */
const longest = 4000;

// What a viewer may turn into a link or a mention, escaped or not. Between backticks it stays text everywhere.
const linkLike = /:\/\/|@|www\./iu;
const aroundLink = /^(?<before>["'(‘“]*)(?<body>.+?)(?<after>[.,;:!?"')’”]*)$/u;

/**
Text as running Markdown on one line that nothing in it can leave: markup, tables, HTML, entities and what has a
meaning at the start of a line are escaped, and addresses stand between backticks.
*/
export function prose(value: string): string {
	return escapeWords(value, false);
}

/** The same for the cell of a table. */
export function cell(value: string): string {
	return escapeWords(value, true);
}

/** A name, id or request exactly as it is, between as many backticks as it needs. */
export function code(value: string): string {
	const text = makeSafe(value, longest);
	if (text === '') {
		return '(empty)';
	}

	const runs = [...text.matchAll(/`+/gu)].map(([run]) => run.length);
	const fence = '`'.repeat(Math.max(0, ...runs) + 1);
	const pad = /^[` ]|[` ]$/u.test(text) ? ' ' : '';
	return fence + pad + text + pad + fence;
}

function escapeWords(value: string, isInTable: boolean): string {
	const words = makeSafe(value, longest)
		.split(' ')
		.filter(word => word !== '');
	return words
		.map((word, index) => {
			// Viewers disagree about a pipe between backticks in a table.
			const isLink = linkLike.test(word) && !(isInTable && word.includes('|'));
			const escaped = isLink ? quoteLink(word) : escapeMarkup(word);
			return index === 0 ? escapeStart(escaped) : escaped;
		})
		.join(' ');
}

function quoteLink(word: string): string {
	const {before = '', body = word, after = ''} = aroundLink.exec(word)?.groups ?? {};
	return escapeMarkup(before) + code(body) + escapeMarkup(after);
}

function escapeMarkup(word: string): string {
	return word
		.replaceAll(/[\\`*_{}[\]<>|~#$]|&(?=[#a-z])/giu, String.raw`\$&`)
		.replaceAll(/:(?=[a-z+_-])/giu, String.raw`\:`);
}

/** What begins a list, a rule or an underlined heading only at the start of a line. */
function escapeStart(word: string): string {
	return word.replace(/^[-+=:]/u, String.raw`\$&`).replace(/^(\d{1,9})([.)])$/u, String.raw`$1\$2`);
}
