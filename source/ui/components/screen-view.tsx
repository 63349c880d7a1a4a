import {Box, useCursor, useWindowSize} from 'ink';
import {createElement, type ReactNode} from 'react';
import type {Line} from '../lines/line.ts';
import type {Frame} from '../screens/frame.ts';
import {layOut} from '../screens/lay-out.ts';
import {isTooSmall, type Size, tooSmallLine} from '../screens/small-terminal.ts';
import {LineView} from './line-view.tsx';

/** A screen with what stands below it. */
export type Sheet = {readonly frame: Frame; readonly message: string | null; readonly footer: Line};

/** What `draw` gives for the size of the terminal, or one line that says how large it has to be. */
export function ScreenView({draw}: {readonly draw: (size: Size) => Sheet}): ReactNode {
	const size = useWindowSize();
	const {setCursorPosition} = useCursor();
	if (isTooSmall(size)) {
		setCursorPosition(undefined);
		return <LineView line={tooSmallLine(size)} />;
	}

	const {frame, message, footer} = draw(size);
	const {lines, cursor} = layOut(frame, size, {message, footer});
	setCursorPosition(cursor ?? undefined);
	// Rows are handed over as arguments, not as a list: a row has no other identity than its place.
	return createElement(Box, {flexDirection: 'column', width: size.columns}, ...rowsOf(lines));
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
