import {startOf, widthOf} from './fit.ts';
import type {Line, Span} from './line.ts';

/** `content` broken at spaces into rows of at most `width` columns; a word wider than that is broken where it must. */
export function wrapText(content: string, width: number): string[] {
	const rows: string[] = [];
	for (const paragraph of content.split('\n')) {
		let row = '';
		for (const word of paragraph.split(' ').flatMap(part => breakWord(part, width))) {
			const longer = row === '' ? word : `${row} ${word}`;
			if (widthOf(longer) <= width || row === '') {
				row = longer;
				continue;
			}

			rows.push(row);
			row = word;
		}

		rows.push(row);
	}

	return rows;
}

/** `content` wrapped behind `indent`, whose first row may carry `lead` in place of the blanks. */
export function paragraph(
	content: string,
	width: number,
	options: {indent?: number; lead?: Span; style?: Omit<Span, 'text'>} = {},
): Line[] {
	const indent = options.indent ?? 0;
	const blanks = ' '.repeat(indent);
	return wrapText(content, Math.max(width - indent, 8)).map((row, index) => {
		const lead = index === 0 && options.lead !== undefined ? padded(options.lead, indent) : {text: blanks};
		return [lead, {...options.style, text: row}];
	});
}

function padded(lead: Span, width: number): Span {
	return {...lead, text: lead.text + ' '.repeat(Math.max(width - widthOf(lead.text), 0))};
}

/** A word cut into pieces of at most `width` columns. */
export function breakWord(word: string, width: number): string[] {
	const parts: string[] = [];
	let rest = word;
	while (widthOf(rest) > width) {
		const piece = startOf(rest, width);
		if (piece === '') {
			break;
		}

		parts.push(piece);
		rest = rest.slice(piece.length);
	}

	parts.push(rest);
	return parts;
}
