import type {Key} from 'ink';
import type {Pressed} from './single-keys.ts';

// A line break is left in the text: in one piece with other characters it comes from a paste, not from Enter.
const controls = /([\u0001-\u0008\u000B\u000C\u000E-\u001A\u007F])/u;

/** The keys in one piece of input where text is typed: text stays together, control keys between it are taken apart. */
export function typedKeys(input: string, key: Key): readonly Pressed[] {
	if (input.length <= 1 || key.ctrl || key.meta) {
		return [[input, key]];
	}

	return input
		.split(controls)
		.filter(part => part !== '')
		.map(part => (controls.test(part) ? controlKey(part, key) : [part, key]));
}

function controlKey(character: string, key: Key): Pressed {
	return character === '\u007F' || character === '\b'
		? ['', {...key, backspace: true}]
		: [String.fromCharCode(character.charCodeAt(0) + 0x60), {...key, ctrl: true}];
}
