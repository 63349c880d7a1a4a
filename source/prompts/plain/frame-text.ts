import {type Line, plainText} from '../../ui/lines/line.ts';

/** The words of drawn lines: without pointer, rules and the blanks that only set columns apart. */
export function frameText(lines: readonly Line[]): readonly string[] {
	return lines
		.map(line => {
			const text = plainText(line).replace('❯', ' ').trimEnd();
			const content = text.trimStart();
			return ' '.repeat(Math.max(text.length - content.length - 1, 0)) + content.replaceAll(/ {3,}/g, '  ');
		})
		.filter(text => !/^\s*[▔─]+$/.test(text));
}

/** As `frameText`, without empty lines at either end and in one piece. */
export function frameWords(lines: readonly Line[]): string {
	return frameText(lines)
		.map(text => text.trim())
		.filter(text => text !== '')
		.join(' ');
}
