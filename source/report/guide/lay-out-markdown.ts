import type {Block, Entry} from './block.ts';

/** Blocks as GitHub-flavoured Markdown. Ends with a newline. */
export function layOutMarkdown(blocks: readonly Block[]): string {
	return `${blocks.map(block => layOutBlock(block)).join('\n\n')}\n`;
}

function layOutBlock(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return `${'#'.repeat(block.level)} ${escapeMarkup(block.text)}`;
		case 'paragraph':
			return escapeMarkup(block.text);
		case 'list':
			return block.items.map(({text, depth}) => `${'  '.repeat(depth)}- ${escapeMarkup(text)}`).join('\n');
		case 'entries':
			return block.entries.map(layOutEntry).join('\n');
	}
}

function layOutEntry({id, text, details}: Entry): string {
	return [
		`- **${escapeMarkup(id)}** ${escapeMarkup(text)}`,
		...details.map(({label, text: said}) => `  - ${escapeMarkup(label)}: ${escapeMarkup(said)}`),
	].join('\n');
}

/** Keep our text from being read as markup; code between backticks stays code. */
function escapeMarkup(text: string): string {
	return text
		.split(/(`[^`]*`)/u)
		.map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\*<[\]]/gu, String.raw`\$&`)))
		.join('');
}
