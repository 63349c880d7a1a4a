import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Key} from 'ink';
import {bindings} from '../../../source/ui/keys/bindings.ts';
import {keyName} from '../../../source/ui/keys/key-name.ts';
import {pressed} from './pressed.ts';

const named: readonly (readonly [string, Key, string | null])[] = [
	['', pressed('return'), 'enter'],
	['', pressed('escape'), 'esc'],
	['', pressed('upArrow'), 'up'],
	['', pressed('downArrow'), 'down'],
	['', pressed('leftArrow'), 'left'],
	['', pressed('rightArrow'), 'right'],
	['', pressed('pageUp'), 'pgup'],
	['', pressed('pageDown'), 'pgdn'],
	['', pressed('home'), 'home'],
	['', pressed('end'), 'end'],
	['', pressed('tab'), 'tab'],
	['', pressed('tab', 'shift'), 'shift+tab'],
	['', pressed('backspace'), 'backspace'],
	[' ', pressed(), 'space'],
	['j', pressed(), 'j'],
	['G', pressed('shift'), 'G'],
	['?', pressed(), '?'],
	['c', pressed('ctrl'), 'ctrl+c'],
	['j', pressed('meta'), null],
	['', pressed(), null],
];

test('keys have the names the table of bindings writes', () => {
	for (const [input, key, name] of named) {
		assert.equal(keyName(input, key), name);
	}
});

test('every key of the table can be pressed', () => {
	const pressable = new Set(named.map(([, , name]) => name));
	for (const key of bindings.flatMap(binding => binding.keys)) {
		assert.ok(pressable.has(key) || keyName(key, pressed()) === key, key);
	}
});
