import {styleText} from 'node:util';
import type {Block, Entry} from './block.ts';
import {wrap} from './wrap.ts';

export type TextLayout = {
	/** Width of the page in characters; below 40 it is laid out for 40. */
	readonly columns: number;
	readonly colour: boolean;
};

/** Blocks as plain text: headings underlined or spaced, ids in the margin. Ends with a newline. */
export function layOutText(blocks: readonly Block[], {columns, colour}: TextLayout): string {
	const width = Math.max(40, columns);
	const bold = (text: string): string => (colour ? styleText('bold', text, {validateStream: false}) : text);
	return `${blocks
		.map(block => layOutBlock(block, width, bold).join('\n'))
		.join('\n\n')
		.trim()}\n`;
}

type Style = (text: string) => string;

function layOutBlock(block: Block, width: number, bold: Style): readonly string[] {
	switch (block.kind) {
		case 'heading':
			return layOutHeading(block.text, block.level, width, bold);
		case 'paragraph':
			return wrap(block.text, width);
		case 'list':
			return block.items.flatMap(({text, depth}) => hang(text, `${'  '.repeat(depth)}- `, width));
		case 'entries':
			return layOutEntries(block.entries, width, bold);
	}
}

function layOutHeading(text: string, level: 1 | 2 | 3 | 4, width: number, bold: Style): readonly string[] {
	const lines = wrap(text, width);
	const longest = Math.max(...lines.map(({length}) => length));
	const rule = level === 1 ? '=' : level === 2 ? '-' : null;
	// A blank line more sets the larger headings apart.
	return [
		...(level < 4 ? [''] : []),
		...lines.map(line => bold(line)),
		...(rule === null ? [] : [rule.repeat(longest)]),
	];
}

function layOutEntries(entries: readonly Entry[], width: number, bold: Style): readonly string[] {
	// A wide id must not squeeze the text: it then stands on a line of its own.
	const margin = Math.min(12, Math.max(...entries.map(({id}) => id.length)) + 2);
	return entries.flatMap(({id, text, details}, index) => {
		const body = wrap(text, width - margin);
		const fits = id.length < margin;
		const [first = '', ...rest] = fits ? body : ['', ...body];
		const indent = ' '.repeat(margin);
		const spaced = index > 0 && (details.length > 0 || (entries[index - 1]?.details.length ?? 0) > 0);
		return [
			...(spaced ? [''] : []),
			`${bold(id)}${fits ? ' '.repeat(margin - id.length) : ''}${first}`,
			...rest.map(line => indent + line),
			...details.flatMap(detail => hang(`${detail.label}: ${detail.text}`, indent, width, '  ')),
		];
	});
}

/** The first line after `lead`, the others under its text, `more` further in. */
function hang(text: string, lead: string, width: number, more = ''): readonly string[] {
	const indent = ' '.repeat(lead.length) + more;
	return wrap(text, width - indent.length).map((line, index) => (index === 0 ? lead : indent) + line);
}
