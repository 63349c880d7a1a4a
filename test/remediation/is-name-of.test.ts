import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {isNameOf} from '../../source/remediation/is-name-of.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';

test('a name is the same with other blanks and differently stored accents', () => {
	assert.ok(isNameOf('  Café  Example ', makeSafe('Cafe\u0301 Example')));
});

test('another name, a part of it and nothing at all are not it', () => {
	const name = makeSafe('Corp Example');
	for (const typed of ['corp example', 'Corp', '', '   ', 'Corp Example 2']) {
		assert.ok(!isNameOf(typed, name), typed);
	}
});

test('an organization without a name cannot be named by typing nothing', () => {
	fc.assert(fc.property(fc.constantFrom('', ' ', '\t'), typed => !isNameOf(typed, makeSafe(''))));
});
