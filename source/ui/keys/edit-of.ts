import type {Key} from 'ink';
import type {TextEdit} from '../state/text-field.ts';

/** What a key does to the text being typed, null when it does nothing to it. */
export function editOf(input: string, key: Key): TextEdit | null {
	const byWords = key.ctrl || key.meta;
	if (key.backspace || key.delete) {
		return {kind: byWords ? 'erase_word' : 'erase'};
	}

	if (key.leftArrow || (key.meta && input === 'b')) {
		return {kind: byWords ? 'word_left' : 'left'};
	}

	if (key.rightArrow || (key.meta && input === 'f')) {
		return {kind: byWords ? 'word_right' : 'right'};
	}

	if (key.ctrl && input === 'w') {
		return {kind: 'erase_word'};
	}

	if (key.home || (key.ctrl && input === 'a')) {
		return {kind: 'start'};
	}

	if (key.end || (key.ctrl && input === 'e')) {
		return {kind: 'end'};
	}

	if (key.ctrl && input === 'u') {
		return {kind: 'clear'};
	}

	return key.ctrl || key.meta || key.escape || key.return || key.tab || input === ''
		? null
		: {kind: 'insert', text: input};
}
