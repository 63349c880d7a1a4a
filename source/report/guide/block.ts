/** A labelled remark under an entry: `Undo  Delete the view.` */
export type Detail = {readonly label: string; readonly text: string};

/** Something with an id, which text puts in the margin. `details` follow it, indented. */
export type Entry = {readonly id: string; readonly text: string; readonly details: readonly Detail[]};

/** The guide as a sequence of plain blocks: said once here, laid out as text or as Markdown elsewhere. */
export type Block =
	| {readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string}
	| {readonly kind: 'paragraph'; readonly text: string}
	| {readonly kind: 'list'; readonly items: readonly {readonly text: string; readonly depth: 0 | 1}[]}
	| {readonly kind: 'entries'; readonly entries: readonly Entry[]};

export function heading(level: 1 | 2 | 3 | 4, text: string): Block {
	return {kind: 'heading', level, text};
}

export function paragraph(text: string): Block {
	return {kind: 'paragraph', text};
}

export function list(items: readonly string[]): Block {
	return {kind: 'list', items: items.map(text => ({text, depth: 0}))};
}

export function entry(id: string, text: string, details: readonly (Detail | null)[] = []): Entry {
	return {id, text, details: details.filter(detail => detail !== null)};
}

/** A detail, or nothing where there is nothing to say. */
export function detail(label: string, text: string | null): Detail | null {
	return text === null || text === '' ? null : {label, text};
}

/** A headed group, or nothing when it would be empty. */
export function group(level: 2 | 3 | 4, title: string, blocks: readonly Block[]): readonly Block[] {
	const filled = blocks.filter(
		block =>
			!(block.kind === 'list' && block.items.length === 0) &&
			!(block.kind === 'entries' && block.entries.length === 0),
	);
	return filled.length === 0 ? [] : [heading(level, title), ...filled];
}
