import type {Key} from 'ink';

/** One key as Ink gives it: what it writes, and which key it is. */
export type Pressed = readonly [input: string, key: Key];

/** The keys in one piece of input: those pressed while the program was busy arrive together. */
export function singleKeys(input: string, key: Key): readonly Pressed[] {
	if (input.length <= 1 || key.ctrl || key.meta) {
		return [[input, key]];
	}

	return [...input].map(character => singleKey(character, key));
}

function singleKey(character: string, key: Key): Pressed {
	switch (character) {
		case '\r': {
			return ['', {...key, return: true}];
		}

		case '\t': {
			return ['', {...key, tab: true}];
		}

		default: {
			return [character, key];
		}
	}
}
