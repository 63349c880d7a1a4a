import assert from 'node:assert/strict';
import {readFile, stat, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {startSimulator} from '../../source/training/start-simulator.ts';
import {readCheck} from './check-json.ts';
import {run, temporaryDirectory} from './program.ts';

/** A simulated organization that notes what it is asked, and a place for facts. */
async function start(test: TestContext, scenario: 'startup' | 'hostile' = 'startup') {
	const requests: string[] = [];
	const simulator = await startSimulator({
		scenario,
		seed: 1,
		now: () => new Date(),
		log: ({path}) => requests.push(path),
	});
	test.after(() => simulator.close());
	const {baseUrl, serviceAccount, secret, organizationId} = simulator;
	const environment = {
		MIXPANEL_BASE_URL: baseUrl,
		MIXPANEL_SERVICE_ACCOUNT: serviceAccount,
		MIXPANEL_SERVICE_ACCOUNT_SECRET: secret.reveal(),
	};
	const directory = await temporaryDirectory(test);
	const check = (...args: readonly string[]) =>
		run(['check', '--format', 'json', '--profile', 'L2', ...args], environment);
	return {
		requests,
		environment,
		directory,
		file: join(directory, 'facts.json'),
		check,
		secret,
		organizationId,
	};
}

/** A document without the times of its run and where its facts come from. */
function timeless(text: string): unknown {
	const document: unknown = JSON.parse(text);
	assert.ok(typeof document === 'object' && document !== null);
	return {...document, startedAt: null, finishedAt: null, reading: null};
}

for (const scenario of ['startup', 'hostile'] as const) {
	test(`facts kept of ${scenario} give the same verdicts without a request`, async test => {
		const {requests, file, check, secret, organizationId} = await start(test, scenario);
		const live = await check('--save-facts', file);
		assert.equal(live.code, 1, live.stderr);
		assert.equal((await stat(file)).mode & 0o777, 0o600);
		const text = await readFile(file, 'utf8');
		for (const form of [secret.reveal(), btoa(secret.reveal()), 'Authorization', 'Basic ']) {
			assert.ok(!text.includes(form));
		}

		const asked = requests.length;
		assert.ok(asked > 10);
		const again = await check('--from-facts', file, '--organization', organizationId);
		assert.equal(again.code, 1);
		assert.equal(again.stderr, '');
		assert.deepEqual(timeless(again.stdout), timeless(live.stdout));
		// Neither a key nor an address is needed.
		const bare = await run(['check', '--format', 'json', '--profile', 'L2', '--from-facts', file]);
		assert.deepEqual(timeless(bare.stdout), timeless(live.stdout));
		assert.equal(requests.length, asked);
	});
}

test('old facts are judged by the day, with their age and the times of their reading', async test => {
	const {file, check} = await start(test);
	const live = readCheck((await check('--save-facts', file)).stdout);
	const old = '2026-01-05T10:00:00.000Z';
	const text = await readFile(file, 'utf8');
	await writeFile(file, text.replaceAll(/"(readAt|observedAt)":"[^"]+"/g, `"$1":"${old}"`));
	const {stdout} = await check('--from-facts', file);
	const {reading, finishedAt, controls} = JSON.parse(stdout);
	assert.deepEqual(reading, {from: 'file', at: '2026-01-05T10:00:00Z'});
	assert.ok(finishedAt > '2026-01-06');
	const times = controls.flatMap(({rules}: {rules: {evidence: {observedAt: string}[]}[]}) =>
		rules.flatMap(({evidence}) => evidence.map(({observedAt}) => observedAt)),
	);
	assert.deepEqual(new Set(times), new Set([old]));
	assert.equal(readCheck(stdout).controls.length, live.controls.length);
	const words = await run(['check', '--from-facts', file]);
	assert.match(
		words.stdout.replaceAll(/\s+/g, ' '),
		/read 2026-01-05T10:00:00Z, kept in a file, \d+ days old/,
	);
});

test('a reading that was refused stays one', async test => {
	const {file, environment} = await start(test);
	const wrong = {...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-secret'};
	const live = await run(['check', '--format', 'json', '--save-facts', file], wrong);
	assert.equal(live.code, 3);
	assert.ok(!(await readFile(file, 'utf8')).includes('canary-secret'));
	const again = await run(['check', '--format', 'json', '--from-facts', file]);
	assert.equal(again.code, 3);
	assert.match(again.stderr, /hold no reading of the organization[\s\S]*\n {2}Read the organization again/);
	assert.deepEqual(timeless(again.stdout), timeless(live.stdout));
});

test('a file of facts is never replaced, and a bad one is refused before anything is asked', async test => {
	const {requests, file, check, directory} = await start(test);
	await check('--save-facts', file);
	const text = await readFile(file, 'utf8');
	const asked = requests.length;
	const refused = async (args: readonly string[], said: RegExp) => {
		const {stdout, stderr, code} = await check(...args);
		assert.equal(code, 2, stderr);
		assert.equal(stdout, '');
		assert.match(stderr, said);
		assert.equal(stderr.trimEnd().split('\n').length, 3);
	};
	await refused(['--save-facts', file], /exists already[\s\S]*another file with --save-facts/);
	await refused(['--save-facts', file, '--overwrite'], /exists already/);
	assert.equal(await readFile(file, 'utf8'), text);
	await refused(
		['--from-facts', file, '--organization', '1'],
		/holds the facts of organization \d+[\s\S]*1 was/,
	);
	for (const flag of [
		['--base-url', 'https://mixpanel.com'],
		['--save-facts', join(directory, 'b')],
		['--secret-stdin'],
	]) {
		await refused(['--from-facts', file, ...flag], /do not go together/);
	}

	const bad = join(directory, 'bad.json');
	for (const [content, said] of [
		[text.slice(0, 500), /bad\.json cannot be judged: in line 1, column 501, it is not JSON/],
		[text.replace('"schemaVersion":"1"', '"schemaVersion":"9"'), /at schemaVersion, only version 1/],
		[
			text.replace('"isOwn":true', '"isOwn":1'),
			/at facts\.serviceAccounts\.value\[\d+\]\.isOwn, true or false/,
		],
		[text.replace(/"baseUrl":"[^"]+"/, '"baseUrl":"https://evil.example"'), /at baseUrl, neither/],
		[text.replace(/"readAt":"20/, '"readAt":"29'), /at readAt, the reading lies in the future/],
		['{"kind":"journal"}', /at kind, the file is none/],
	] as const) {
		await writeFile(bad, content);
		await refused(['--from-facts', bad], said);
	}

	await truncate(bad, 64 * 1024 * 1024 + 1);
	await refused(['--from-facts', bad], /too large/);
	await refused(['--from-facts', directory], /not a regular file/);
	await refused(['--from-facts', join(directory, 'absent')], /no such file/);
	assert.equal(requests.length, asked);
});
