import {graphemesOf} from '../../terminal/graphemes.ts';
import {makeSafe} from '../../terminal/make-safe.ts';

/** Graphemes taken of one paste. */
const longestPaste = 2000;

/** One line of text being typed; `cursor` counts graphemes from the left. */
export type TextField = {readonly graphemes: readonly string[]; readonly cursor: number};

export type TextEdit =
	| {readonly kind: 'insert'; readonly text: string}
	| {readonly kind: 'erase' | 'left' | 'right' | 'start' | 'end' | 'clear'};

export function textField(content: string): TextField {
	const graphemes = split(content);
	return {graphemes, cursor: graphemes.length};
}

export function textOf(field: TextField): string {
	return field.graphemes.join('');
}

/**
The field after an edit. Pasted line breaks become spaces: a paste is text, never an Enter. Hidden characters become
tokens at once, so that what is seen is what will be recorded.
*/
export function editText(field: TextField, edit: TextEdit): TextField {
	const before = field.graphemes.slice(0, field.cursor);
	const after = field.graphemes.slice(field.cursor);
	switch (edit.kind) {
		case 'insert': {
			const shown = makeSafe(edit.text.replaceAll(/[\s\p{Cc}]+/gu, ' '), longestPaste);
			const left = split(before.join('') + shown);
			return {graphemes: [...left, ...after], cursor: left.length};
		}

		case 'erase': {
			return {graphemes: [...before.slice(0, -1), ...after], cursor: Math.max(field.cursor - 1, 0)};
		}

		case 'left': {
			return {...field, cursor: Math.max(field.cursor - 1, 0)};
		}

		case 'right': {
			return {...field, cursor: Math.min(field.cursor + 1, field.graphemes.length)};
		}

		case 'start': {
			return {...field, cursor: 0};
		}

		case 'end': {
			return {...field, cursor: field.graphemes.length};
		}

		case 'clear': {
			return {graphemes: [], cursor: 0};
		}
	}
}

function split(content: string): string[] {
	return [...graphemesOf(content)].map(part => part.segment);
}
