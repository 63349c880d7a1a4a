import {styleText} from 'node:util';
import {colours} from './colours.ts';
import type {Line, Span} from './line.ts';

/** The characters that draw a line on `stream`: with colour only where that takes any (`FORCE_COLOR`). */
export function paint(line: Line, stream: NodeJS.WritableStream): string {
	return line.map(span => painted(span, stream)).join('');
}

function painted(span: Span, stream: NodeJS.WritableStream): string {
	const {text, tone = 'plain', bold = false, italic = false, inverse = false} = span;
	const colour = colours[tone];
	const styles = [
		...(colour === null ? [] : [colour]),
		...(bold ? (['bold'] as const) : []),
		...(italic ? (['italic'] as const) : []),
		...(inverse ? (['inverse'] as const) : []),
	];
	return styles.length === 0 ? text : styleText(styles, text, {stream});
}
