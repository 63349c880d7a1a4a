import type {Line} from '../lines/line.ts';

/** Columns and rows of a terminal. */
export type Size = {readonly columns: number; readonly rows: number};

/** Below this nothing can be read. */
export const smallest: Size = {columns: 60, rows: 20};

/** Whether a terminal is too small to show more than that it is. */
export function isTooSmall({columns, rows}: Size): boolean {
	return columns < smallest.columns || rows < smallest.rows;
}

/** What a terminal shows that is too small for a screen. */
export function tooSmallLine({columns, rows}: Size): Line {
	return [
		{
			text: `Please make the terminal at least ${smallest.columns}×${smallest.rows}; it is ${columns}×${rows}.`,
		},
	];
}
