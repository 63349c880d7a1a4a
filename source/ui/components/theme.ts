import type {TextProps} from 'ink';
import type {Span, Tone} from '../lines/line.ts';

const colours: {readonly [Name in Tone]: TextProps} = {
	plain: {},
	dim: {dimColor: true},
	accent: {color: 'cyan'},
	good: {color: 'green'},
	bad: {color: 'red'},
	warn: {color: 'yellow'},
	info: {color: 'blue'},
};

/** The Ink style of a span, null when it has none. One accent colour; meaning is always in the words as well (screens.md). */
export function styleOf(span: Span): TextProps | null {
	const {tone = 'plain', bold = false, italic = false, inverse = false} = span;
	return tone === 'plain' && !bold && !italic && !inverse ? null : {...colours[tone], bold, italic, inverse};
}
