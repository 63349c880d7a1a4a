import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import fc from 'fast-check';
import {shellWord} from '../../source/terminal/shell-word.ts';

/** What bash makes of the words, each ended by a NUL. */
function takenByBash(words: readonly string[]): readonly string[] {
	const line = `printf '%s\\0' ${words.map(word => shellWord(word, 'linux')).join(' ')}`;
	return execFileSync('bash', ['--norc', '-c', line], {encoding: 'utf8'}).split('\0').slice(0, -1);
}

test('any words arrive in a shell as they were, and nothing hidden is printed', () => {
	const word = fc.oneof(
		fc.string({unit: 'grapheme', minLength: 1}),
		fc.constantFrom(
			"it's",
			'$(date)',
			'`id`',
			'~',
			'*',
			'a b',
			'"',
			'\\',
			'ä/ö',
			"\u001B[2J'",
			'\u202Ex',
			'!!',
			'-',
		),
	);
	fc.assert(
		fc.property(fc.array(word, {minLength: 60, maxLength: 60}), drawn => {
			// A NUL ends a word for every program.
			const words = drawn.map(each => each.replaceAll('\0', '') || 'x');
			assert.deepEqual(takenByBash(words), words);
			assert.ok(words.every(each => !/[\p{Cc}\p{Cf}]/u.test(shellWord(each, 'linux'))));
		}),
		{numRuns: 8},
	);
});

test('words that need no quotes have none', () => {
	for (const plain of ['--state-dir', '/home/ana/.local/state', 'http://127.0.0.1:4000', 'ana@example']) {
		assert.equal(shellWord(plain, 'linux'), plain);
	}

	assert.equal(shellWord(String.raw`C:\Users\Ana`, 'win32'), String.raw`C:\Users\Ana`);
	assert.equal(shellWord(String.raw`C:\My files`, 'win32'), String.raw`"C:\My files"`);
});
