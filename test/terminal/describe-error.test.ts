import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {describeFault, describeUserError} from '../../source/terminal/describe-error.ts';
import {keepOut} from '../../source/terminal/redact.ts';
import {Secret} from '../../source/types/secret.ts';
import {UserError} from '../../source/types/user-error.ts';

const hostile = fc.string({unit: 'binary', maxLength: 200});
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

test('whatever an error says, its report has one line a part and no control characters', () => {
	fc.assert(
		fc.property(hostile, hostile, hostile, (what, why, next) => {
			const report = describeUserError(new UserError(what, {why, next, exitCode: 2}));
			assert.doesNotMatch(report, control);
			assert.equal(report.split('\n').length, 4);
			const fault = describeFault(new RangeError(what), next);
			assert.doesNotMatch(fault, control);
			assert.equal(fault.split('\n').length, 2);
			assert.doesNotThrow(() => describeFault(what, null));
		}),
	);
});

test('a secret the program has met is in no report, in no encoding', () => {
	const secret = 'describe-canary/+?&=';
	keepOut(new Secret(secret));
	const forms = [
		secret,
		Buffer.from(secret).toString('base64'),
		Buffer.from(secret).toString('base64url'),
		Buffer.from(secret).toString('hex'),
		encodeURIComponent(secret),
	];
	const said = forms.join(' and ');
	for (const report of [
		describeFault(new Error(said), `/home/${secret}`),
		describeFault(said, null),
		describeUserError(new UserError(said, {why: said, next: said, exitCode: 1})),
	]) {
		for (const form of forms) {
			assert.ok(!report.includes(form), form);
		}
	}
});

test('a fault names its kind and its place, but no folder of this machine', () => {
	const report = describeFault(new TypeError('no such thing'), '/state');
	assert.match(
		report,
		/: TypeError: no such thing \(describe-error\.test\.ts, line \d+\)\. Your progress is kept in \/state\.\n$/,
	);
	assert.match(describeFault(null, null), /something was thrown that is no error\.\n$/);
});
