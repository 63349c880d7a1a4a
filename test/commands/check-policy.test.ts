import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {startSimulator} from '../../source/training/start-simulator.ts';
import {policyKeys} from '../../source/types/policy-keys.ts';
import {temporaryDirectory} from '../session/state.ts';
import {runProgram} from '../support/run-program.ts';

async function world(t: TestContext) {
	const requests: string[] = [];
	const simulator = await startSimulator({
		scenario: 'startup',
		seed: 1,
		now: () => new Date(),
		log: ({path}) => requests.push(path),
	});
	t.after(() => simulator.close());
	const directory = await temporaryDirectory(t);
	const environment = {
		MIXPANEL_BASE_URL: simulator.baseUrl,
		MIXPANEL_SERVICE_ACCOUNT: simulator.serviceAccount,
		MIXPANEL_SERVICE_ACCOUNT_SECRET: simulator.secret.reveal(),
	};
	return {
		requests,
		directory,
		write: async (text: string, name = 'policy.yaml') => {
			const file = join(directory, name);
			await writeFile(file, text);
			return file;
		},
		check: (...args: string[]) =>
			runProgram({args: ['check', '--state-dir', join(directory, 'state'), ...args], environment}),
	};
}

const lenient = `maxOwners: 9
maxPrivileged: 50
piiPatterns: ["^plan$"]
claimedDomains: [acme.example]
`;

test('other thresholds turn verdicts, and the document lists them with their defaults', async t => {
	const {check, write, directory} = await world(t);
	const file = await write(lenient);
	const facts = join(directory, 'facts.json');
	const before = JSON.parse((await check('--format', 'json', '--save-facts', facts)).stdout);
	assert.deepEqual(before.policy.overrides, []);
	const {stdout, stderr} = await check('--format', 'json', '--policy', file, '--from-facts', facts);
	const after = JSON.parse(stdout);
	assert.deepEqual(
		after.policy.overrides,
		[
			{key: 'maxPrivileged', default: 5, value: 50},
			{key: 'maxOwners', default: 3, value: 9},
			{key: 'piiPatterns', default: [], value: [{pattern: '^plan$', kind: null}]},
			{key: 'claimedDomains', default: [], value: ['acme.example']},
		],
		stderr,
	);
	assert.match(after.policy.sha256, /^[\da-f]{64}$/);
	assert.notEqual(after.policy.sha256, before.policy.sha256);
	const owners = (document: typeof after) =>
		document.controls
			.flatMap(({rules}: {rules: unknown[]}) => rules)
			.find(({id}: {id: string}) => id === 'owner-count');
	assert.equal(owners(before).status, 'fail');
	assert.equal(owners(after).status, 'pass');
	assert.deepEqual(owners(after).policy, {keys: ['maxOwners'], byDefault: 'fail'});
});

test('domains of a policy are looked up, in the wizard without a terminal as well', async t => {
	const {directory, write} = await world(t);
	const file = await write('claimedDomains: [corp.example]');
	const {stdout, stderr, code} = await runProgram({
		args: ['--policy', file, '--state-dir', join(directory, 'state')],
	});
	assert.equal(code, 0, stderr);
	assert.match(stdout, /Judged by a policy/);
	assert.match(
		stdout.replaceAll(/\s+/gu, ' '),
		/domain-claim-published.{0,300}claimedDomains corp\.example/u,
	);
});

test('an exemption of the policy that matches nothing is named, in text and in JSON', async t => {
	const {check, write, directory} = await world(t);
	const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
	const file = await write(
		`exemptions: [{rule: service-account-expiry, resource: {type: service_account, id: '987654321987'}, reason: a, owner: b, expires: ${inTenDays}}]`,
	);
	const facts = join(directory, 'facts.json');
	const text = await check('--policy', file, '--save-facts', facts);
	assert.match(
		text.stdout.replaceAll(/\s+/gu, ' '),
		/Waivers and exemptions to look at.*service account 987654321987 from service-account-expiry matched nothing: no such service account was seen\. Check its id\. It stands in the policy\./u,
	);
	const again = async (...more: string[]) =>
		JSON.parse((await check('--format', 'json', '--policy', file, '--from-facts', facts, ...more)).stdout);
	const [notice, ...rest] = (await again()).notices;
	assert.deepEqual(rest, []);
	assert.deepEqual(
		[notice.kind, notice.from, notice.state, notice.subject, notice.resource],
		[
			'exemption',
			'policy',
			'unmatched',
			'service-account-expiry',
			{type: 'service_account', id: '987654321987'},
		],
	);
	// What was left out of this run is no slip of the file.
	assert.deepEqual((await again('--control', '1.1')).notices, []);
	assert.equal((await again('--control', '3.1')).notices.length, 1);
});

test('what --print-policy prints is taken back, without a key, a terminal or a request', async t => {
	const {directory, write} = await world(t);
	const state = ['--state-dir', join(directory, 'state')];
	const printed = await runProgram({args: ['check', '--print-policy', ...state]});
	assert.equal(printed.code, 0, printed.stderr);
	assert.equal(printed.stderr, '');
	for (const key of policyKeys) {
		assert.match(printed.stdout, new RegExp(`^${key}: `, 'mu'));
	}

	const own = await write(lenient);
	const first = await runProgram({args: ['check', '--print-policy', '--policy', own, ...state]});
	const again = await write(first.stdout, 'again.yaml');
	const second = await runProgram({args: ['check', '--print-policy', '--policy', again, ...state]});
	assert.equal(second.stdout, first.stdout);
	const csv = await runProgram({args: ['check', '--print-policy', '--format', 'csv', ...state]});
	assert.equal(csv.code, 2);
	assert.match(csv.stderr, /YAML, or JSON/);
});

test('a policy that cannot be meant ends in exit 2 with its place, before anything is asked', async t => {
	const {check, write, requests} = await world(t);
	const file = await write('unusedDays: 60\nmaxOwners: many\n');
	const wrong = await check('--policy', file);
	assert.equal(wrong.code, 2);
	assert.equal(wrong.stdout, '');
	assert.ok(wrong.stderr.includes(`${file}:2:12: "many" is no maxOwners.`), wrong.stderr);
	assert.deepEqual(requests, []);
});

test('the longest term of the policy holds for the answers as well', async t => {
	const {check, write, requests} = await world(t);
	const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
	const answers = await write(
		`waivers: [{control: 2.3, kind: accepted_risk, reason: a, owner: b, expires: ${inTenDays}}]`,
		'answers.yaml',
	);
	const policy = await write('waiverMaxDays: 5');
	const {code, stderr} = await check('--answers', answers, '--policy', policy);
	assert.equal(code, 2);
	assert.match(stderr, /at most 5 days/);
	assert.deepEqual(requests, []);
});
