import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {parseExactJson} from '../../source/mixpanel/parse-exact-json.ts';

const exact = [
	['9007199254740991', 9_007_199_254_740_991],
	['9007199254740992', '9007199254740992'],
	['-9007199254740993', '-9007199254740993'],
	['{"id":123456789012345678901234567890}', {id: '123456789012345678901234567890'}],
	['[1e20]', ['1e20']],
	['1E400', '1E400'],
	['{"a":-1.5e300}', {a: '-1.5e300'}],
	['[1.5,0.1e1,-0]', [1.5, 1, -0]],
	['"12345678901234567890"', '12345678901234567890'],
	['{"__proto__":{"a":1},"b":2}', {b: 2}],
	['{"\\u005f_proto__":{"a":1},"b":[{"__proto__":1}]}', {b: [{}]}],
	['{"\\u005F\\u005Fpr\\u006fto__":1}', {}],
	['{"__pr\\u006Fto__":1}', {}],
	['{"constructor":{"prototype":1}}', {constructor: {prototype: 1}}],
] as const;

for (const [text, value] of exact) {
	test(`parses ${text}`, () => {
		assert.deepEqual(parseExactJson(text), value);
	});
}

test('agrees with the plain parser on everything that a number can hold', () => {
	const small = fc.jsonValue({noUnicodeString: false}).map(value => JSON.stringify(value));
	fc.assert(
		fc.property(small, text => {
			const plain = JSON.stringify(JSON.parse(text), (key, value) =>
				key === '__proto__'
					? undefined
					: Number.isInteger(value) && !Number.isSafeInteger(value)
						? 'large'
						: value,
			);
			const ours = JSON.stringify(parseExactJson(text), (_key, value) =>
				typeof value === 'string' && /^-?\d[\d.e+]{15,}$/i.test(value) ? 'large' : value,
			);
			assert.equal(ours, plain);
		}),
	);
});

test('keeps every digit of every id', () => {
	fc.assert(
		fc.property(fc.bigInt({min: 0n}), id => {
			const parsed = parseExactJson(`{"a":[ ${id}],"b":${id}}`);
			const expected = id <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(id) : String(id);
			assert.deepEqual(parsed, {a: [expected], b: expected});
		}),
	);
});
