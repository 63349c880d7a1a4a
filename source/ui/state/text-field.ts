import {graphemesOf} from '../../terminal/graphemes.ts';
import {makeSafe} from '../../terminal/make-safe.ts';

/** Graphemes taken of one paste. */
const longestPaste = 2000;

/** One line of text being typed; `cursor` counts graphemes from the left. */
export type TextField = {readonly graphemes: readonly string[]; readonly cursor: number};

export type TextEdit =
	| {readonly kind: 'insert'; readonly text: string}
	| {
			readonly kind:
				| 'erase'
				| 'left'
				| 'right'
				| 'start'
				| 'end'
				| 'clear'
				/** To the start of the word before the cursor, or past the end of the one after it. */
				| 'word_left'
				| 'word_right'
				| 'erase_word';
	  };

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

		case 'word_left': {
			return {...field, cursor: startOfWord(before)};
		}

		case 'word_right': {
			return {...field, cursor: field.cursor + endOfWord(after)};
		}

		case 'erase_word': {
			const left = before.slice(0, startOfWord(before));
			return {graphemes: [...left, ...after], cursor: left.length};
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

const isSpace = (grapheme: string): boolean => grapheme.trim() === '';

function startOfWord(before: readonly string[]): number {
	const last = before.findLastIndex(grapheme => !isSpace(grapheme));
	return before.findLastIndex((grapheme, index) => index < last && isSpace(grapheme)) + 1;
}

function endOfWord(after: readonly string[]): number {
	const first = after.findIndex(grapheme => !isSpace(grapheme));
	const end = after.findIndex((grapheme, index) => index > first && isSpace(grapheme));
	return first === -1 || end === -1 ? after.length : end;
}

function split(content: string): string[] {
	return [...graphemesOf(content)].map(part => part.segment);
}
