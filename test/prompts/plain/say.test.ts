import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {sayInPages, sayWrapped} from '../../../source/prompts/plain/say.ts';
import {scriptedAsker} from './scripted-asker.ts';

const lines = Array.from({length: 60}, (_, index) => `line ${index + 1}`);

describe('saying', () => {
	test('lines break between words and keep their indent', () => {
		const asker = scriptedAsker([], {columns: 31, rows: 24});
		sayWrapped(asker, ['  1: one two three four five six seven']);
		assert.deepEqual(asker.said(), ['  1: one two three four five', '  six seven']);
	});

	test('what fits two screens is said at once', async () => {
		const asker = scriptedAsker([]);
		assert.equal(await sayInPages(asker, lines.slice(0, 40)), '');
		assert.deepEqual(asker.said(), lines.slice(0, 40));
	});

	test('a long text waits for an Enter, and all of it comes', async () => {
		const asker = scriptedAsker(['', '']);
		assert.equal(await sayInPages(asker, lines), '');
		assert.deepEqual(
			asker.said().filter(line => lines.includes(line)),
			lines,
		);
		assert.match(asker.said()[20] ?? '', /^40 more lines/);
	});

	test('0 skips the rest; any other answer is handed on; breaking off is told', async () => {
		assert.equal(await sayInPages(scriptedAsker(['0']), lines), '');
		assert.equal(await sayInPages(scriptedAsker(['check']), lines), 'check');
		assert.equal(await sayInPages(scriptedAsker([null]), lines), null);
	});
});
