import assert from 'node:assert/strict';
import {test} from 'node:test';
import {askScimToken} from '../../source/prompts/ask-scim-token.ts';
import {BrokenOff, type Validate} from '../../source/prompts/connect-questions.ts';
import {back} from '../../source/prompts/or-back.ts';

/** Asks with one answer; gives what came of it and all that was said. */
async function asked(answer: string | typeof back | Error) {
	const said: string[] = [];
	let validate: Validate = () => true;
	const result = await askScimToken({
		say: line => void said.push(line),
		questions: {
			async secret(message, valid) {
				said.push(message);
				validate = valid;
				if (answer instanceof Error) {
					throw answer;
				}

				return answer;
			},
		},
	});
	return {result, said: said.join('\n'), validate};
}

test('what a token adds is said first, and the token is a secret that nothing prints', async () => {
	const {result, said, validate} = await asked(' scim-token-value ');
	assert.ok(result.kind === 'given');
	assert.equal(result.token.reveal(), 'scim-token-value');
	assert.ok(!JSON.stringify(result).includes('scim-token-value'));
	assert.match(said, /GET \/api\/app\/scim\/v2\/Users/);
	assert.match(said, /how many users/);
	assert.match(said, /written down nowhere/);
	assert.ok(!said.includes('scim-token-value'));
	assert.equal(typeof validate('  '), 'string');
	assert.equal(typeof validate('two words'), 'string');
	assert.equal(validate(' one '), true);
});

test('one goes back without a token, or breaks off', async () => {
	assert.deepEqual((await asked(back)).result, {kind: 'back'});
	assert.deepEqual((await asked(new BrokenOff('x'))).result, {kind: 'cancelled'});
	await assert.rejects(asked(new TypeError('else')), TypeError);
});
