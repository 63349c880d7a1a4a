import type {Key} from 'ink';

/** The keys a binding can name besides printable characters. */
const special: readonly (readonly [keyof Key, string])[] = [
	['return', 'enter'],
	['escape', 'esc'],
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pgup'],
	['pageDown', 'pgdn'],
	['home', 'home'],
	['end', 'end'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

/** The name of a pressed key as the binding table writes it; null for one that no binding could name. */
export function keyName(input: string, key: Key): string | null {
	if (key.ctrl) {
		return `ctrl+${input}`;
	}

	if (key.tab) {
		return key.shift ? 'shift+tab' : 'tab';
	}

	for (const [flag, name] of special) {
		if (key[flag]) {
			return name;
		}
	}

	if (key.meta || input === '') {
		return null;
	}

	return input === ' ' ? 'space' : input;
}
