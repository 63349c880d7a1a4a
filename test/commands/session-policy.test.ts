import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import {policyRecord, recordedPolicy} from '../../source/commands/opening/policy-record.ts';
import {sessionPolicy} from '../../source/commands/opening/session-policy.ts';
import {emptySession} from '../../source/session/fold.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import {defaultPolicy, type Policy, type PolicyRecord} from '../../source/types/policy.ts';
import {record} from '../report/session/make-report.ts';
import {openFor, options, temporaryDirectory} from '../session/state.ts';
import {hardenedFacts, read, users} from '../support/facts-builders.ts';
import {runProgram} from '../support/run-program.ts';

const lenient: Policy = {...defaultPolicy, maxOwners: 9, maxPrivileged: 50};
const many: Policy = {
	...defaultPolicy,
	piiPatterns: Array.from({length: 100}, (_, index) => ({
		pattern: `${'x'.repeat(196)}${index}`,
		kind: makeSafe('k'.repeat(50)),
	})),
};

function after(policy: PolicyRecord | null) {
	const assessment = {...record, ...(policy === null ? {} : {policy}), at: '2026-11-24T10:00:00.000Z'};
	return {...emptySession, assessments: [assessment]};
}

test('a policy that sets nothing leaves no record; any other comes back whole from its own', () => {
	assert.equal(policyRecord({...defaultPolicy, claimedDomains: []}), null);
	assert.deepEqual(recordedPolicy(null), defaultPolicy);
	assert.deepEqual(recordedPolicy(policyRecord(lenient)), lenient);
});

test('one too large for a journal keeps its hash alone, and one that is not what its hash says is not taken', () => {
	const kept = policyRecord(many);
	assert.equal(kept?.overrides, null);
	assert.match(kept?.sha256 ?? '', /^[\da-f]{64}$/);
	assert.equal(recordedPolicy(kept), null);
	const known = policyRecord(lenient);
	assert.ok(known !== null);
	assert.equal(recordedPolicy({...known, overrides: {maxOwners: 10}}), null);
});

test('a session is judged by what was given, else by the policy of its last assessment, and a difference is said', () => {
	assert.deepEqual(sessionPolicy(emptySession, null), {policy: defaultPolicy, note: null});
	assert.deepEqual(sessionPolicy(after(null), null), {policy: defaultPolicy, note: null});
	assert.deepEqual(sessionPolicy(after(policyRecord(lenient)), null), {policy: lenient, note: null});
	assert.deepEqual(sessionPolicy(after(policyRecord(lenient)), lenient), {policy: lenient, note: null});
	assert.match(sessionPolicy(after(null), lenient).note ?? '', /judged by the defaults/);
	assert.match(sessionPolicy(after(policyRecord(lenient)), many).note ?? '', /by another policy/);
	assert.match(sessionPolicy(after(policyRecord(lenient)), defaultPolicy).note ?? '', /by another policy/);
	const lost = sessionPolicy(after(policyRecord(many)), null);
	assert.deepEqual(lost.policy, defaultPolicy);
	assert.match(lost.note ?? '', /not kept with it/);
});

/** A session whose last assessment was judged by `policy`, with five Owners in it. */
async function session(t: TestContext, policy: Policy): Promise<string> {
	const directory = await temporaryDirectory(t);
	const opened = await openFor(t, options(directory));
	const facts = await opened.saveFacts({...hardenedFacts(), users: read({users: users(5, 2, 3)})});
	const kept = policyRecord(policy);
	await opened.append({
		type: 'assessment_recorded',
		assessment: {...record, facts, ...(kept === null ? {} : {policy: kept})},
	});
	await opened.close();
	return directory;
}

describe('of a session that was judged by a policy', {concurrency: 2}, () => {
	test('the report judges by it, says so, and follows another that is given', async t => {
		const directory = await session(t, lenient);
		const json = async (...args: string[]) => {
			const {stdout, stderr} = await runProgram({
				args: ['report', '--format', 'json', '--state-dir', directory, ...args],
			});
			assert.notEqual(stdout, '', stderr);
			const document = JSON.parse(stdout);
			const owners = document.controls
				.flatMap(({rules}: {rules: unknown[]}) => rules)
				.find(({id}: {id: string}) => id === 'owner-count');
			return {document, verdict: owners.verdict};
		};
		const {document, verdict} = await json();
		assert.equal(verdict.status, 'pass');
		assert.deepEqual(verdict.policy, {keys: ['maxOwners'], byDefault: 'fail'});
		assert.deepEqual(
			document.policy.overrides.map(({key}: {key: string}) => key),
			['maxPrivileged', 'maxOwners'],
		);
		assert.equal(document.history[0].policySha256, document.policy.sha256);
		assert.equal(document.reading.note, null);

		const file = join(directory, 'policy.yaml');
		await writeFile(file, 'maxOwners: 4');
		const other = await json('--policy', file);
		assert.equal(other.verdict.status, 'fail');
		assert.match(other.document.reading.note, /judged by another policy/);

		const {stdout} = await runProgram({args: ['report', '--state-dir', directory]});
		assert.match(
			stdout,
			/Policy, the thresholds of the verdicts: maxPrivileged 50 \\?\(default 5\\?\); maxOwners 9/,
		);
		assert.match(stdout, /Policy: The policy sets maxOwners 9 .*by the defaults it would be a fail/);
		assert.match(stdout, /\| L1, by policy `[\da-f]{12}` \|/);
	});

	test('the status says it, in text and in JSON, and takes another as well', async t => {
		const directory = await session(t, lenient);
		const status = async (...args: string[]) =>
			(await runProgram({args: ['status', '--state-dir', directory, ...args]})).stdout;
		assert.match(
			await status(),
			/Judged by a policy: maxPrivileged 50 \(default 5\); maxOwners 9 \(default 3\)/,
		);
		const file = join(directory, 'policy.yaml');
		await writeFile(file, 'maxOwners: 4');
		const [one] = JSON.parse(await status('--format', 'json', '--policy', file)).sessions;
		assert.deepEqual(one.policy.overrides, [{key: 'maxOwners', default: 3, value: 4}]);
		assert.match(one.policyNote, /another policy/);
		assert.equal(one.controls.find(({id}: {id: string}) => id === '2.3').status, 'fail');
	});
});

test('where the defaults hold, neither speaks of a policy but in its own field', async t => {
	const directory = await session(t, defaultPolicy);
	const {stdout} = await runProgram({args: ['status', '--state-dir', directory]});
	assert.doesNotMatch(stdout, /policy/i);
});
