/** What a piece of text means; the theme gives it a colour, and never colour alone carries meaning (screens.md). */
export type Tone = 'plain' | 'dim' | 'accent' | 'good' | 'bad' | 'warn' | 'info';

export type Span = {
	readonly text: string;
	readonly tone?: Tone;
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly inverse?: boolean;
};

/** One row of the terminal, left to right. */
export type Line = readonly Span[];

export const blank: Line = [];

export function text(content: string, style: Omit<Span, 'text'> = {}): Span {
	return {text: content, ...style};
}

export function dim(content: string): Span {
	return {text: content, tone: 'dim'};
}

export function bold(content: string): Span {
	return {text: content, bold: true};
}

/** The characters of a line without style, for tests and for measuring. */
export function plainText(line: Line): string {
	return line.map(span => span.text).join('');
}
