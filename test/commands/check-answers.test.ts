import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {startSimulator} from '../../source/training/start-simulator.ts';
import {temporaryDirectory} from '../session/state.ts';
import {runProgram} from '../support/run-program.ts';

const isUnix = process.getuid !== undefined;
const today = new Date().toISOString().slice(0, 10);
const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

async function checkWith(t: TestContext, text: string | Buffer, ...args: string[]) {
	const requests: string[] = [];
	const simulator = await startSimulator({
		scenario: 'startup',
		seed: 1,
		now: () => new Date(),
		log: ({path}) => requests.push(path),
	});
	t.after(() => simulator.close());
	const directory = await temporaryDirectory(t);
	const file = join(directory, 'answers.yaml');
	await writeFile(file, text);
	const result = await runProgram({
		args: ['check', '--format', 'json', '--answers', file, '--state-dir', join(directory, 'state'), ...args],
		environment: {
			MIXPANEL_BASE_URL: simulator.baseUrl,
			MIXPANEL_SERVICE_ACCOUNT: simulator.serviceAccount,
			MIXPANEL_SERVICE_ACCOUNT_SECRET: simulator.secret.reveal(),
		},
	});
	return {...result, requests, file};
}

test('answers from a file decide what no read can, and their words stand in the result', async t => {
	const {stdout, stderr} = await checkWith(
		t,
		`profile: {level: L2}
attestations:
  - {rule: access-review-current, status: pass, by: Ana, observedOn: ${today}, seen: all of them}
waivers:
  - {control: 2.3, kind: accepted_risk, reason: hiring, owner: Ben, expires: ${inTenDays}}
`,
	);
	const {profile, controls} = JSON.parse(stdout);
	assert.equal(profile, 'L2', stderr);
	const rules = controls.flatMap(({rules}: {rules: {id: string}[]}) => rules);
	const rule = rules.find(({id}: {id: string}) => id === 'access-review-current');
	assert.equal(rule.status, 'pass');
	assert.equal(rule.basis, 'attested');
	assert.match(rule.actual, /Ana saw on .*: all of them/);
	const {waiver} = controls.find(({id}: {id: string}) => id === '2.3');
	assert.equal(waiver.reason, 'hiring');
	assert.equal(waiver.by, 'answers file');
});

test('the level of the command line stands above the one of the file', async t => {
	const {stdout} = await checkWith(t, 'profile: {level: L2}', '--profile', 'L1');
	assert.equal(JSON.parse(stdout).profile, 'L1');
});

test('a mistake in the file ends in exit 2 with its place, before anything is asked', async t => {
	const {stdout, stderr, code, requests, file} = await checkWith(t, 'waivers:\n  - control: 9.9\n');
	assert.equal(code, 2);
	assert.equal(stdout, '');
	assert.ok(stderr.includes(`${file}:2:14: there is no control "9.9".`), stderr);
	assert.deepEqual(requests, []);
});

test('a file that is not UTF-8 is refused at the byte, and one that is too large at once', async t => {
	const latin = await checkWith(t, Buffer.from('notes:\n  - {text: "caf\xe9"}', 'latin1'));
	assert.equal(latin.code, 2);
	assert.match(latin.stderr, /answers\.yaml:2:16: the file is not UTF-8/);
	const large = await checkWith(t, Buffer.alloc(5 * 1024 * 1024 + 1, '#'));
	assert.equal(large.code, 2);
	assert.match(large.stderr, /too large/);
});

test('what is no file is refused at once', {skip: !isUnix}, async t => {
	const directory = await temporaryDirectory(t);
	const pipe = join(directory, 'pipe');
	execFileSync('mkfifo', [pipe]);
	for (const [path, why] of [
		[pipe, /not a regular file/],
		[directory, /not a regular file/],
		[join(directory, 'absent'), /no such file/],
	] as const) {
		const {code, stderr} = await runProgram({args: ['check', '--answers', path]});
		assert.equal(code, 2);
		assert.match(stderr, why);
	}
});
