import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Plugin} from 'esbuild';
import {replaceOnce} from './replace-once.ts';

const graphemes = path.resolve(import.meta.dirname, '../terminal/graphemes.ts');

/** What makes a segmenter while it is loaded, though most texts need none. */
const eager =
	/[\\/](?:string-width[\\/]index|wrap-ansi[\\/]index|slice-ansi[\\/]tokenize-ansi|ansi-tokenize[\\/]build[\\/]tokenize|ink[\\/]build[\\/]line-update)\.js$/;

/** How string-width counts plain text before it turns to its tables. */
const plain = 'if (/^[\\u0020-\\u007E]*$/.test(string)) {';

/**
Have the packages under Ink share our graphemes, which bring the first frame forward: making a segmenter and
compiling the expression for emoji wait for the first text that needs them. Fails the build when one of the
packages no longer looks as expected, so that an upgrade cannot quietly undo it.
*/
export const lightText: Plugin = {
	name: 'light-text',
	setup(build) {
		build.onLoad({filter: eager}, async ({path: file}) => ({
			contents: withLightText(await readFile(file, 'utf8'), file),
			loader: 'js',
		}));
	},
};

/** The source of one of the packages, given the file it came from, with our graphemes in place of its own segmenter. */
export function withLightText(source: string, file: string): string {
	const [making = 'new Intl.Segmenter('] = /new Intl\.Segmenter\([^)]*\)/.exec(source) ?? [];
	const segment = source.includes('.containing(') ? 'segmentsOf' : 'graphemesOf';
	const segmenting = replaceOnce(source, making, `{segment: ${segment}}`, file);
	const counting = /string-width/.test(file)
		? replaceOnce(segmenting, plain, 'if (isOneColumnEach(string)) {', file)
		: segmenting;
	return `import {graphemesOf, isOneColumnEach, segmentsOf} from ${JSON.stringify(graphemes)};\n${counting}`;
}
