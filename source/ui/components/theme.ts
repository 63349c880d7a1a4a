import type {TextProps} from 'ink';
import {colours} from '../lines/colours.ts';
import type {Span} from '../lines/line.ts';

/** The Ink style of a span, null when it has none. Meaning is always in the words as well (screens.md). */
export function styleOf(span: Span): TextProps | null {
	const {tone = 'plain', bold = false, italic = false, inverse = false} = span;
	if (tone === 'plain' && !bold && !italic && !inverse) {
		return null;
	}

	const colour = colours[tone];
	const drawn = colour === null ? {} : colour === 'dim' ? {dimColor: true} : {color: colour};
	return {...drawn, bold, italic, inverse};
}
