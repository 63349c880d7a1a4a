import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {describe, test} from 'node:test';
import {input} from '@inquirer/prompts';
import {render} from '@inquirer/testing';
import {askByLine} from '../../../source/prompts/plain/ask-by-line.ts';
import {lineQuestion} from '../../../source/prompts/plain/ask-with-inquirer.ts';

describe('one question', () => {
	test('by Inquirer it has no mark before it, and gives the line as typed', async () => {
		const {answer, events, getScreen} = await render(input, lineQuestion('TRAINING, 3.1 Gap>'));
		assert.equal(getScreen(), 'TRAINING, 3.1 Gap>');
		events.type('w');
		assert.equal(getScreen(), 'TRAINING, 3.1 Gap> w');
		events.keypress('enter');
		assert.equal(await answer, 'w');
	});

	test('an empty line is an answer, too', async () => {
		const {answer, events} = await render(input, lineQuestion('More:'));
		events.keypress('enter');
		assert.equal(await answer, '');
	});
});

/** A terminal that edits its lines by itself. */
function plainTerminal() {
	const typed = new PassThrough();
	const shown = new PassThrough();
	const stop = new AbortController();
	const stdin = Object.assign(typed, {ref: () => undefined});
	return {typed, shown, stop, streams: {stdin, stdout: shown, signal: stop.signal}};
}

describe('one question on a terminal without a cursor', () => {
	test('it writes the question as it is and takes a line', async () => {
		const {typed, shown, streams} = plainTerminal();
		const answer = askByLine('Note:', streams);
		typed.write('ask Ben\n');
		assert.equal(await answer, 'ask Ben');
		assert.equal(String(shown.read()), 'Note: ');
	});

	test('the end of the input and the end of the program break it off', async () => {
		const ended = plainTerminal();
		const first = askByLine('Note:', ended.streams);
		ended.typed.end();
		assert.equal(await first, null);

		const stopped = plainTerminal();
		const second = askByLine('Note:', stopped.streams);
		stopped.stop.abort();
		assert.equal(await second, null);
	});
});
