import assert from 'node:assert/strict';
import {mkdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import path from 'node:path';
import {describe, test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import {plantedIn} from '../../source/training/planted.ts';
import {root} from '../support/run-program.ts';
import {readCheck, ruleOf, statuses} from './check-json.ts';
import {run, type Simulated, startSimulate, temporaryDirectory, type Variables} from './program.ts';

const json = ['check', '--format', 'json', '--profile', 'L2'];

async function schemaFaults(text: string): Promise<unknown> {
	const schema: unknown = JSON.parse(await readFile(path.join(root, 'dist/check.schema.json'), 'utf8'));
	assert.ok(typeof schema === 'object' && schema !== null);
	const validate = new Ajv2020({strict: true, allErrors: true}).compile(schema);
	return validate(JSON.parse(text)) ? null : validate.errors;
}

describe('check against a simulated organization', {concurrency: 2}, () => {
	for (const seed of [1, 4_000_000_000]) {
		test(`finds exactly what is planted with seed ${seed}, with nothing but GETs`, async test => {
			const directory = await temporaryDirectory(test);
			const log = path.join(directory, 'requests.jsonl');
			const simulated = await startSimulate(test, ['--seed', String(seed), '--log', log]);
			const {stdout, stderr, code} = await run(json, simulated.environment);
			const document = readCheck(stdout);
			const found = Object.fromEntries(
				document.controls
					.flatMap(control => control.rules)
					.filter(({id}) => id in plantedIn('startup', seed))
					.map(rule => [
						rule.id,
						{
							status: rule.status,
							resourceIds: rule.findings.flatMap(({resource}) => resource?.id ?? []).toSorted(),
						},
					]),
			);
			assert.deepEqual(found, plantedIn('startup', seed));
			assert.equal(document.target.organizationId, simulated.organizationId);
			assert.equal(document.target.simulated, true);
			assert.equal(document.profile, 'L2');
			assert.equal(await schemaFaults(stdout), null);
			assert.equal(code, 1);
			assert.equal(stderr, '');
			const logged = (await readFile(log, 'utf8')).trimEnd().split('\n');
			assert.ok(logged.length > 10);
			for (const line of logged) {
				assert.match(line, /"method":"GET"/);
			}
		});
	}

	test('--fail-on none, --control and --output do what they say', async test => {
		const {environment} = await startSimulate(test);
		assert.equal((await run([...json, '--fail-on', 'none'], environment)).code, 0);

		const one = await run([...json, '--control', '3.1'], environment);
		assert.deepEqual(Object.keys(statuses(readCheck(one.stdout))), ['3.1']);
		assert.equal(one.code, 1);

		const directory = await temporaryDirectory(test);
		const file = path.join(directory, 'result.json');
		const into = (place: string, ...more: readonly string[]) =>
			run([...json, '--control', '3.1', '--output', place, ...more], environment);
		const first = await into(file);
		assert.equal(first.stdout, '');
		assert.equal(first.code, 1);
		assert.deepEqual(statuses(readCheck(await readFile(file, 'utf8'))), {'3.1': 'fail'});
		assert.equal((await stat(file)).mode & 0o777, 0o600);

		await writeFile(file, 'mine');
		const again = await into(file);
		assert.equal(again.code, 2);
		assert.match(again.stderr, /exists already[\s\S]*--overwrite/);
		assert.equal(await readFile(file, 'utf8'), 'mine');
		assert.equal((await into(file, '--overwrite')).code, 1);
		assert.deepEqual(statuses(readCheck(await readFile(file, 'utf8'))), {'3.1': 'fail'});

		const folder = path.join(directory, 'folder');
		await mkdir(folder);
		const link = path.join(directory, 'link');
		await writeFile(path.join(directory, 'behind'), 'mine');
		await symlink(path.join(directory, 'behind'), link);
		for (const [place, why] of [
			[folder, /It is a directory/],
			[link, /not a plain file/],
			[path.join(directory, 'absent', 'file'), /There is no directory/],
		] as const) {
			const {stdout, stderr, code} = await into(place, '--overwrite');
			assert.equal(code, 2, place);
			assert.match(stderr, why);
			assert.equal(stdout, '');
		}

		assert.equal(await readFile(path.join(directory, 'behind'), 'utf8'), 'mine');
	});

	test('takes the secret from standard input, and only from there', async test => {
		const {environment, secret} = await startSimulate(test);
		const bare = {...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: undefined};
		for (const stdin of [secret, `${secret}\n`]) {
			const given = await run([...json, '--secret-stdin'], bare, {stdin});
			assert.equal(given.code, 1);
			assert.equal(statuses(readCheck(given.stdout))['3.1'], 'fail');
		}

		for (const stdin of ['', '\n', `${secret}\nmore\n`]) {
			const {code, stderr} = await run(['check', '--secret-stdin'], bare, {stdin});
			assert.equal(code, 2);
			assert.match(stderr, /Standard input does not hold a secret/);
		}
	});
});

describe('check without an answer', {concurrency: 2}, () => {
	const unknownAll = async (environment: Variables, expected: number, reasons: RegExp, said: RegExp) => {
		const {stdout, stderr, code} = await run(json, environment);
		const document = readCheck(stdout);
		assert.equal(code, expected);
		assert.match(stderr, said);
		assert.equal(stderr.trimEnd().split('\n').length, 3);
		assert.equal(await schemaFaults(stdout), null);
		assert.equal(document.controls.length, 9);
		assert.equal(document.summary.pass + document.summary.fail, 0);
		assert.equal(ruleOf(document, 'service-account-expiry').status, 'unknown');
		assert.match(String(ruleOf(document, 'service-account-expiry').reasonCode), reasons);
		assert.ok(document.errors.length > 0);
	};

	test('a wrong secret is 3, with the whole document, and what to do', async test => {
		const {environment} = await startSimulate(test);
		const wrong = {...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-secret'};
		await unknownAll(
			wrong,
			3,
			/^denied$/,
			/refused the key \(401\)\.\n[^\n]+secret is wrong[^\n]+\n {2}Check both/,
		);
		for (const args of [['check', '--quiet'], []]) {
			const {stdout, stderr, code} = await run(args, wrong);
			assert.equal(code, 3);
			assert.match(stderr, /refused the key/);
			assert.doesNotMatch(stdout, /not permitted/);
			assert.equal(stdout.match(/does not accept/g)?.length, 1);
		}
	});

	test('a key that is refused on the way, or may read nothing, is 3 and says what to do', async test => {
		const later = await startSimulate(test, ['--fault', 'unauthorized-after:3']);
		const stopped = await run(json, later.environment);
		assert.equal(stopped.code, 3);
		assert.match(stopped.stderr, /stopped accepting the key/);
		const {environment} = await startSimulate(test, [
			...['users', 'teams', 'two-factor', 'service-accounts'].flatMap(route => [
				'--fault',
				`denied@${route}`,
			]),
		]);
		const denied = await run(json, environment);
		assert.equal(denied.code, 3);
		assert.match(
			denied.stderr,
			/may read nothing of this organization, only of 3 projects\.\n[^\n]+Member[^\n]+\n[^\n]+role Admin/,
		);
	});

	test('nothing listening is 4, with the whole document', async () => {
		const closed = await freePort();
		await unknownAll(
			{
				MIXPANEL_BASE_URL: `http://127.0.0.1:${closed}`,
				MIXPANEL_SERVICE_ACCOUNT: 'someone',
				MIXPANEL_SERVICE_ACCOUNT_SECRET: 'something',
			},
			4,
			/^network$/,
			/no usable answer \(network\)\.\n[^\n]+refuses connections\.\n[^\n]+Check the network/,
		);
	});
});

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise(resolve => server.close(resolve));
	return typeof address === 'object' && address !== null ? address.port : 1;
}

describe('check that cannot be understood', {concurrency: 2}, () => {
	const key: Pick<Simulated['environment'], string> = {
		MIXPANEL_SERVICE_ACCOUNT: 'someone',
		MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-secret',
	};

	for (const [what, args, environment, code, said] of [
		['another host', ['check', '--base-url', 'https://mixpanel.example'], key, 2, /mixpanel\.com/],
		[
			'a host that only looks like it',
			['check', '--base-url', 'https://mixpanel.com@evil.example'],
			key,
			2,
			/mixpanel\.com/,
		],
		['plain http', ['check', '--base-url', 'http://mixpanel.com'], key, 2, /https/],
		['no credentials', ['check'], {}, 3, /MIXPANEL_SERVICE_ACCOUNT[\s\S]*connect/],
		[
			'a name without a secret',
			['check'],
			{MIXPANEL_SERVICE_ACCOUNT: 'someone'},
			2,
			/MIXPANEL_SERVICE_ACCOUNT_SECRET is not set/,
		],
		[
			'a secret without a name',
			['check'],
			{MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-secret'},
			2,
			/MIXPANEL_SERVICE_ACCOUNT is not set/,
		],
		[
			'an id with letters',
			['check', '--organization', 'abc'],
			{},
			2,
			/--organization cannot be "abc"[\s\S]*digits only/,
		],
		[
			'a variable with letters',
			['check'],
			{...key, MIXPANEL_ORGANIZATION_ID: '12a'},
			2,
			/MIXPANEL_ORGANIZATION_ID/,
		],
		['a project with letters', ['check'], {...key, MIXPANEL_PROJECT_ID: 'main'}, 2, /MIXPANEL_PROJECT_ID/],
		['--secret', ['check', '--secret', 'canary-secret'], {}, 2, /not accepted on the command line/],
		['--secret=', ['check', '--secret=canary-secret'], {}, 2, /not accepted on the command line/],
		['an unknown command', ['chekc'], {}, 2, /mixpanel-harden check`/],
		['an unknown flag', ['check', '--fromat', 'json'], {}, 2, /--format\?/],
		['an unknown format', ['check', '--format', 'jsno'], {}, 2, /--format json\?/],
		['an unknown control', ['check', '--control', '3.11'], {}, 2, /--control 3\.1\?/],
		['an unknown level', ['check', '--profile', 'L4'], {}, 2, /L1, L2 and L3/],
		['a flag of another command', ['check', '--port', '1'], {}, 2, /belongs to simulate/],
	] as const) {
		test(`${what} is ${code}, and says what to do`, async () => {
			const result = await run(args, environment);
			assert.equal(result.code, code);
			assert.equal(result.stdout, '');
			assert.match(result.stderr, said);
			assert.ok(!result.stderr.includes('canary-secret'));
			assert.equal(result.stderr.trimEnd().split('\n').length, 3);
		});
	}
});
