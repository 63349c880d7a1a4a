import {hasHiddenCharacters} from '../../../terminal/make-safe.ts';
import {widthOf} from '../../lines/fit.ts';
import type {GapRow} from '../../state/control/gap-rows.ts';

/** Widths of the columns of findings: the names, and the mark of hidden characters (0 when no name has any). */
export type GapColumns = {readonly name: number; readonly hidden: number};

const hiddenWidth = 14;
const remembered = new WeakMap<readonly GapRow[], GapColumns>();

/** The widths that suit all the rows, so that nothing moves while scrolling. Names take at most half of `width`. */
export function gapColumns(rows: readonly GapRow[], width: number): GapColumns {
	const known = remembered.get(rows) ?? measure(rows);
	remembered.set(rows, known);
	return {...known, name: Math.min(Math.max(known.name, 12), Math.floor(width / 2))};
}

function measure(rows: readonly GapRow[]): GapColumns {
	let name = 0;
	let hidden = 0;
	for (const row of rows) {
		if (row.kind === 'finding') {
			name = Math.max(name, widthOf(row.finding.resource.name));
			hidden = hasHiddenCharacters(row.finding.resource.name) ? hiddenWidth : hidden;
		}
	}

	return {name, hidden};
}
