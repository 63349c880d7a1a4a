import type {Block} from './block.ts';
import {guideBlocks} from './guide-blocks.ts';
import {layOutText} from './lay-out-text.ts';

/** A part of the guide to read by itself: `3.1`, `compliance`, or counted `part-3`. */
export type GuideChapter = {
	readonly id: string;
	readonly title: string;
	/** Its text at a width, line by line; laid out once for each width. */
	readonly lines: (columns: number) => readonly string[];
};

/** The guide cut at its second-level headings: what comes before the controls, each control, and what follows. */
export function guideChapters(): readonly GuideChapter[] {
	const about: {title: string; blocks: Block[]} = {title: 'About the guide', blocks: []};
	const chapters = [about];
	for (const block of guideBlocks(null)) {
		const isHeading = block.kind === 'heading' && block.level <= 2;
		// The short parts in front of the first control read as one.
		if (isHeading && block.level === 2 && (chapters.length > 1 || /^\d\.\d /.test(block.text))) {
			chapters.push({title: block.text, blocks: []});
		} else if (!isHeading || block.level === 2) {
			(chapters.at(-1) ?? about).blocks.push(block);
		}
	}

	return chapters.map(({title, blocks}, index) => ({
		id: chapterId(title, index),
		title,
		lines: remembering(blocks),
	}));
}

function chapterId(title: string, index: number): string {
	const numbered = /^(\d\.\d) /.exec(title)?.[1];
	return numbered ?? (title.startsWith('5 ') ? 'compliance' : `part-${index}`);
}

function remembering(blocks: readonly Block[]): (columns: number) => readonly string[] {
	let width = -1;
	let lines: readonly string[] = [];
	return columns => {
		if (columns !== width) {
			width = columns;
			lines = layOutText(blocks, {columns, colour: false}).trimEnd().split('\n');
		}

		return lines;
	};
}
