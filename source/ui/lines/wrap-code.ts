import {widthOf} from './fit.ts';
import {breakWord} from './wrap.ts';

/** A path or JSON broken after its own marks into rows of at most `width` columns; joined, the rows are the text as it was. */
export function wrapCode(content: string, width: number): string[] {
	const rows: string[] = [];
	let row = '';
	for (const part of content.split(/(?<=[,{}/:&?= ])/).flatMap(each => breakWord(each, width))) {
		if (row !== '' && widthOf(row + part) > width) {
			rows.push(row);
			row = part;
		} else {
			row += part;
		}
	}

	return [...rows, row];
}
