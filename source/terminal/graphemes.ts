// Letters, punctuation, arrows, frames and marks of which each is a grapheme by itself and takes one column.
// What could make more of them is left out: all that combines or joins, and the selector of emoji.
const simple =
	'\\x20-\\x7E\\xA1-\\xA8\\xAA-\\xAC\\xAF-\\u02FF\\u2010-\\u2027\\u2190-\\u2193\\u2260-\\u2265\\u2500-\\u25A9\\u25B2\\u25B8\\u25BE\\u25CB-\\u25D7\\u2713-\\u2718\\u276F\\u2800-\\u28FF';
const inColumns = new RegExp(`^[${simple}]*$`);
const styled = new RegExp(`^(?:[\\n${simple}]|\\x1B\\[[\\d;]*m)*$`);
const byThemselves = new RegExp(`^[\\x1B\\n${simple}]*$`);

// Making a segmenter and looking up emoji costs as much as all else of a first frame, so both wait until needed.
let segmenter: Intl.Segmenter | null = null;

/** Whether every character of a text takes exactly one column, so that its length is its width. */
export function isOneColumnEach(text: string): boolean {
	return inColumns.test(text);
}

/** Whether a text holds nothing but such characters, line breaks and the sequences that style them. */
export function isPlainlyStyled(text: string): boolean {
	return styled.test(text);
}

/** The graphemes of a text with where each begins, in UTF-16 code units, as `Intl.Segmenter` finds them. */
export function graphemesOf(text: string): Iterable<{readonly segment: string; readonly index: number}> {
	return byThemselves.test(text)
		? Array.from(text, (segment, index) => ({segment, index}))
		: segmentsOf(text);
}

/** The segments of a text as `Intl.Segmenter` gives them, for who asks them for more than one after the other. */
export function segmentsOf(text: string): Intl.Segments {
	segmenter ??= new Intl.Segmenter('en', {granularity: 'grapheme'});
	return segmenter.segment(text);
}
