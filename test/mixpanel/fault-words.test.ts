import assert from 'node:assert/strict';
import {test} from 'node:test';
import {faultWords, isTransientFault} from '../../source/mixpanel/fault-words.ts';
import {retryWait} from '../../source/mixpanel/retry-timing.ts';

const broken = (code: string, hasBegun = false) =>
	({kind: 'broken', code, hasBegun, mayHaveArrived: hasBegun}) as const;

for (const [code, hasBegun, words, isTransient] of [
	['ENOTFOUND', false, /could not be looked up/, false],
	['EAI_AGAIN', false, /could not be looked up/, true],
	['ECONNREFUSED', false, /refuses connections/, false],
	['ECONNRESET', false, /connection broke \(ECONNRESET\)/, true],
	['ECONNRESET', true, /answer broke off or could not be unpacked \(ECONNRESET\)/, true],
	['EPIPE', false, /connection broke/, true],
	['Z_DATA_ERROR', true, /could not be unpacked/, false],
	['CERT_HAS_EXPIRED', false, /certificate was refused.*NODE_EXTRA_CA_CERTS/, false],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', false, /certificate was refused/, false],
	['PROXY_ECONNREFUSED', false, /proxy of HTTPS_PROXY let nothing through \(ECONNREFUSED\)/, false],
	['PROXY_CERT_HAS_EXPIRED', false, /certificate was refused \(CERT_HAS_EXPIRED\)/, false],
] as const) {
	test(`${code} ${hasBegun ? 'in the middle of an answer' : 'before an answer'} is ${isTransient ? '' : 'not '}worth another try`, () => {
		assert.match(faultWords(broken(code, hasBegun)), words);
		assert.equal(isTransientFault(broken(code, hasBegun)), isTransient);
	});
}

test('without a word on how long, each wait is twice the one before, with a little more, and never over a minute', () => {
	const wait = (attempt: number, random: number) =>
		retryWait({retryAfter: undefined, attempt, now: new Date(0), random});
	assert.deepEqual(
		[1, 2, 3, 7, 100].map(attempt => wait(attempt, 0)),
		[1, 2, 4, 60, 60].map(seconds => ({kind: 'wait', seconds})),
	);
	assert.deepEqual(wait(1, 0.8), {kind: 'wait', seconds: 1.2});
});

test('too long tells connecting from answering', () => {
	const late = {kind: 'timeout', mayHaveArrived: false} as const;
	assert.match(faultWords({...late, phase: 'connect'}), /firewall/);
	assert.match(faultWords({...late, phase: 'answer'}), /complete answer/);
});
