import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {Secret} from '../../source/types/secret.ts';

const sentence = 'This base URL is not allowed; the rules are listed by the guide.';

test('what is too short to be a secret leaves our own sentences whole', () => {
	for (const value of ['', 'b', 'rule', 'base', 'guide']) {
		assert.equal(new Secret(value).redactFrom(sentence), sentence, value);
	}
});

test('a secret is taken out of any text, in each of its encodings', () => {
	fc.assert(
		fc.property(
			fc.string({minLength: 6, maxLength: 64}).filter(value => !'key: [redacted] was'.includes(value)),
			value => {
				const bytes = Buffer.from(value);
				const forms = [value, bytes.toString('base64'), bytes.toString('hex'), bytes.toString('base64url')];
				for (const form of forms) {
					assert.ok(!new Secret(value).redactFrom(`key: ${form} was`).includes(form));
				}
			},
		),
	);
});
