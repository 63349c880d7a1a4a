import {type Line, plainText} from '../../ui/lines/line.ts';
import {spinnerPictures} from '../../ui/screens/spinner.ts';

/** Signs that are read out badly or not at all, with the words in their place. */
const words: readonly (readonly [RegExp, string])[] = [
	[/❯/g, ' '],
	// A verdict has its word beside its sign, or the sign alone.
	[/[✔✖○?–] (?=pass|fail|by hand|unknown|n\/a)/g, ''],
	[/✔/g, 'pass'],
	[/✖/g, 'fail'],
	[/○/g, 'by hand'],
	[/●/g, 'marked '],
	[/[▁-█]+/g, ''],
	// It stands before its words, and nothing turns here.
	[new RegExp(`[${spinnerPictures.join('')}] ?`, 'g'), ''],
];

/** The words of drawn lines: without pointer, rules and the blanks that only set columns apart. */
export function frameText(lines: readonly Line[]): readonly string[] {
	return lines
		.map(plainText)
		.filter(text => !/^\s*[▔─]+$/.test(text))
		.map(drawn => {
			const text = words.reduce((so, [sign, word]) => so.replaceAll(sign, word), drawn).trimEnd();
			const content = text.trimStart();
			return (
				' '.repeat(Math.min(Math.max(text.length - content.length - 1, 0), 12)) +
				content.replaceAll(/ {3,}/g, '  ')
			);
		});
}

/** As `frameText`, in one piece. */
export function frameWords(lines: readonly Line[]): string {
	return frameText(lines)
		.map(text => text.trim())
		.filter(text => text !== '')
		.join(' ');
}
