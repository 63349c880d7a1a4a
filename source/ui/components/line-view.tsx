import {Text} from 'ink';
import {createElement, memo, type ReactNode} from 'react';
import type {Line} from '../lines/line.ts';
import {styleOf} from './theme.ts';

/** One line. An empty one still takes its row. */
export const LineView = memo(function LineView({line}: {readonly line: Line}): ReactNode {
	// Spans are handed over as arguments, not as a list: a span has no other identity than its place.
	return line.length === 0 ? <Text> </Text> : createElement(Text, {wrap: 'truncate'}, ...spansOf(line));
});

function spansOf(line: Line): readonly ReactNode[] {
	return line.map(span => {
		const style = styleOf(span);
		return style === null ? span.text : createElement(Text, style, span.text);
	});
}
