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

/** The Ink style of a span. One accent colour; meaning is always in the words as well (screens.md). */
export function styleOf(span: Span): TextProps {
	return {
		...colours[span.tone ?? 'plain'],
		...(span.bold === true ? {bold: true} : {}),
		...(span.italic === true ? {italic: true} : {}),
		...(span.inverse === true ? {inverse: true} : {}),
	};
}
