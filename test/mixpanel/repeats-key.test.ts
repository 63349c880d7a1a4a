import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {decodeUsers} from '../../source/mixpanel/decode/users.ts';
import {judgeResponse} from '../../source/mixpanel/judge-response.ts';
import {repeatsKey} from '../../source/mixpanel/repeats-key.ts';

test('an object with a key twice is told, however deep it lies and however the key is written', () => {
	for (const text of [
		'{"a":1,"a":1}',
		'[{"b":{"a":1, "c":2,\n"a"\t:3}}]',
		'{"a":1,"\\u0061":2}',
		'{"\\"":1,"\\"":2}',
		'{"a\\\\":1,"a\\\\":2}',
		'{"":0,"":0}',
		'{"__proto__":1,"__proto__":2}',
		'{"1":{},"2":{},"1":{}}',
	]) {
		assert.equal(repeatsKey(text, JSON.parse(text)), true, text);
	}
});

test('no other text is, whatever its values look like', () => {
	for (const text of [
		'{"a":"\\":","b":": \\"a\\":1"}',
		'["a",":"]',
		'"a"',
		'7',
		'[]',
		'{"a":{"a":{"a":"a"}}}',
	]) {
		assert.equal(repeatsKey(text, JSON.parse(text)), false, text);
	}

	fc.assert(
		fc.property(fc.jsonValue({noUnicodeString: false}), fc.constantFrom(undefined, 2), (value, spaces) => {
			const text = JSON.stringify(value, undefined, spaces);
			assert.equal(repeatsKey(text, JSON.parse(text)), false);
		}),
	);
});

test('a map of users that names one twice is unreadable, not a list that lacks somebody', () => {
	const row = (email: string, role: string) => JSON.stringify({email, org_role: role});
	const body = (second: string) =>
		`{"1":${row('ana@corp.example', 'owner')},"${second}":${row('ben@corp.example', 'admin')},"3":${row('cy@corp.example', 'member')}}`;
	const good = judgeResponse(200, body('2'));
	assert.ok(good.kind === 'ok' && decodeUsers(good.value).ok);
	const repeated = judgeResponse(200, body('1'));
	assert.ok(repeated.kind === 'failed');
	assert.equal(repeated.code, 'unreadable');
	assert.match(repeated.words, /names something twice/);
});
