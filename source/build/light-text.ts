import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Plugin} from 'esbuild';
import {replaceOnce} from './replace-once.ts';

const graphemes = path.resolve(import.meta.dirname, '../terminal/graphemes.ts');
const ours = '{segment: graphemesOf}';

const emptyCell = `{
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                }`;

type Edit = readonly [old: string, replacement: string];

/** What to do otherwise in the packages under Ink, by the end of a file's path. */
const edits: Readonly<Record<string, readonly Edit[]>> = {
	'string-width/index.js': [
		['new Intl.Segmenter()', ours],
		['if (/^[\\u0020-\\u007E]*$/.test(string)) {', 'if (isOneColumnEach(string)) {'],
	],
	'wrap-ansi/index.js': [['new Intl.Segmenter()', ours]],
	'slice-ansi/tokenize-ansi.js': [
		["new Intl.Segmenter(undefined, {granularity: 'grapheme'})", '{segment: segmentsOf}'],
	],
	'ink/build/line-update.js': [["new Intl.Segmenter(undefined, { granularity: 'grapheme' })", ours]],
	'ansi-tokenize/build/tokenize.js': [
		['new Intl.Segmenter(undefined, { granularity: "grapheme" })', ours],
		// Nothing before Hangul is wide by itself.
		[
			'    if (isFullwidthCodePoint(baseCodePoint))',
			'    if (grapheme.length === 1 && baseCodePoint < 0x1100) return false;\n    if (isFullwidthCodePoint(baseCodePoint))',
		],
	],
	// Asked of any two neighbours on the screen, most of which look the same.
	'ansi-tokenize/build/diff.js': [
		[
			'    const endCodesInTo = ',
			'    if (from.length === to.length && from.every((code, index) => code.code === to[index].code)) return [];\n    const endCodesInTo = ',
		],
	],
	'ansi-tokenize/build/ansiCodes.js': [
		[
			'    const deduplicated = new Set(',
			'    if (codes.length === 0) return "";\n    const deduplicated = new Set(',
		],
	],
	// Nothing changes the styles of a character either, so that neighbours of the same style can share them.
	'ansi-tokenize/build/styledChars.js': [
		['styles: [...codes],', 'styles: codes,'],
		['        else {\n', '        else if (chars[i - 1].styles !== char.styles) {\n'],
	],
	// Nothing changes a cell, so one stands for all that nothing has been written to. A text is taken apart for its
	// rows and once more for its characters; one row needs that once, unless it is both bold and dim, which end by
	// the same sequence and are told apart by it.
	'ink/build/output.js': [
		[
			'        const characterLines = [[]];',
			"        const isRow = !text.includes('\\n') && !(text.includes('\\u001B[1m') && text.includes('\\u001B[2m'));\n        const characterLines = [[]];",
		],
		['of this.caches.getStyledChars(text)) {', 'of isRow ? [] : this.caches.getStyledChars(text)) {'],
		['let lines = characterLines', 'let lines = isRow ? [text] : characterLines'],
		['.filter(character => !', '.filter(character => isOneColumnEach(character.value) || !'],
		['        const output = [];', `        const emptyCell = ${emptyCell};\n        const output = [];`],
		[`row.push(${emptyCell});`, 'row.push(emptyCell);'],
	],
	'ink/build/sanitize-ansi.js': [
		[
			'    if (!hasAnsiControlCharacters(text)) {',
			'    if (isPlainlyStyled(text)) return text;\n    if (!hasAnsiControlCharacters(text)) {',
		],
	],
};

/**
Have the packages under Ink take simple texts the simple way, which brings the first frame forward and makes every
other one cheaper. They share our graphemes, so that making a segmenter and compiling the expression for emoji
wait for the first text that needs them. Fails the build when one of them no longer looks as expected, so that an
upgrade cannot quietly undo it.
*/
export const lightText: Plugin = {
	name: 'light-text',
	setup(build) {
		build.onLoad({filter: /[\\/]node_modules[\\/]/}, async ({path: file}) =>
			editsOf(file).length === 0
				? null
				: {contents: withLightText(await readFile(file, 'utf8'), file), loader: 'js'},
		);
	},
};

/** The source of one of the packages, given the file it came from, with simple texts taken the simple way. */
export function withLightText(source: string, file: string): string {
	const edited = editsOf(file).reduce(
		(text, [old, replacement]) => replaceOnce(text, old, replacement, file),
		source,
	);
	return `import {graphemesOf, isOneColumnEach, isPlainlyStyled, segmentsOf} from ${JSON.stringify(graphemes)};\n${edited}`;
}

function editsOf(file: string): readonly Edit[] {
	const shown = file.replaceAll('\\', '/');
	return Object.entries(edits).find(([end]) => shown.endsWith(`/${end}`))?.[1] ?? [];
}
