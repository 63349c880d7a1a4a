import assert from 'node:assert/strict';
import {test} from 'node:test';
import {frameText} from '../../../source/prompts/plain/frame-text.ts';
import {dim} from '../../../source/ui/lines/line.ts';
import {spinner} from '../../../source/ui/screens/spinner.ts';

test('what turns on a screen is only its words line by line', () => {
	for (let turn = 0; turn < 10; turn += 1) {
		assert.deepEqual(frameText([[dim('You left just now.  '), spinner(turn), dim(' reading')]]), [
			'You left just now.  reading',
		]);
	}
});
