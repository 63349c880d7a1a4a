import {Box, useCursor, useWindowSize} from 'ink';
import {createElement, type ReactNode} from 'react';
import type {Line} from '../lines/line.ts';
import type {Frame} from '../screens/frame.ts';
import {layOut, smallest} from '../screens/lay-out.ts';
import {LineView, TextView} from './line-view.tsx';

/** Columns and rows of a terminal. */
export type Size = {readonly columns: number; readonly rows: number};

/** A screen with what stands below it. */
export type Sheet = {readonly frame: Frame; readonly message: string | null; readonly footer: Line};

/** Whether a terminal is too small to show more than that it is. */
export function isTooSmall({columns, rows}: Size): boolean {
	return columns < smallest.columns || rows < smallest.rows;
}

/**
What `draw` gives for the size of the terminal, or one line that says how large it has to be. A screen that is drawn
only `once` is handed over as one text.
*/
export function ScreenView({
	draw,
	once = false,
}: {
	readonly draw: (size: Size) => Sheet;
	readonly once?: boolean;
}): ReactNode {
	const size = useWindowSize();
	const {setCursorPosition} = useCursor();
	const {columns, rows} = size;
	if (isTooSmall(size)) {
		setCursorPosition(undefined);
		return (
			<LineView
				line={[
					{
						text: `Please make the terminal at least ${smallest.columns}×${smallest.rows}; it is ${columns}×${rows}.`,
					},
				]}
			/>
		);
	}

	const {frame, message, footer} = draw(size);
	const {lines, cursor} = layOut(frame, size, {message, footer});
	setCursorPosition(cursor ?? undefined);
	if (once) {
		return <TextView lines={lines} />;
	}

	// Rows are handed over as arguments, not as a list: a row has no other identity than its place.
	return createElement(Box, {flexDirection: 'column', width: columns}, ...rowsOf(lines));
}

/** The lines as rows. Empty ones in a row are one box of their height: a text that shows nothing costs no less than another. */
function rowsOf(lines: readonly Line[]): readonly ReactNode[] {
	const rows: ReactNode[] = [];
	let empty = 0;
	const close = (): void => {
		if (empty > 0) {
			rows.push(createElement(Box, {height: empty}));
			empty = 0;
		}
	};
	for (const line of lines) {
		if (line.length === 0) {
			empty += 1;
		} else {
			close();
			rows.push(createElement(LineView, {line}));
		}
	}

	close();
	return rows;
}
