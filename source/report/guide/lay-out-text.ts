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

/** Ids up to this many characters stand in the margin. */
const widestMargin = 14;

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
	const longest = Math.max(...entries.map(({id}) => id.length));
	// Long ids would squeeze the text: they then stand above it.
	const beside = longest <= widestMargin;
	const indent = ' '.repeat(beside ? longest + 2 : 4);
	const airy = entries.some(({details}) => details.length > 0);
	return entries.flatMap(({id, text, details}, index) => {
		const body = wrap(text, width - indent.length);
		const [first = '', ...rest] = beside ? body : ['', ...body];
		return [
			...(index > 0 && airy ? [''] : []),
			`${bold(id)}${' '.repeat(Math.max(0, indent.length - id.length))}${first}`.trimEnd(),
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
