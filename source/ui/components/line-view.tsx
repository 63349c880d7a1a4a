import {Text} from 'ink';
import type {ReactNode} from 'react';
import {memo} from 'react';
import type {Line} from '../lines/line.ts';
import {styleOf} from './theme.ts';

/** One line. An empty one still takes its row. */
export const LineView = memo(function LineView({line}: {readonly line: Line}): ReactNode {
	if (line.length === 0) {
		return <Text> </Text>;
	}

	return (
		<Text wrap='truncate'>
			{line.map((span, index) => (
				// A line is drawn anew as a whole, so a span has no other identity than its place.
				// biome-ignore lint/suspicious/noArrayIndexKey: see above
				<Text key={index} {...styleOf(span)}>
					{span.text}
				</Text>
			))}
		</Text>
	);
});
