import assert from 'node:assert/strict';
import {appendFile, chmod, mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {Ajv2020} from 'ajv/dist/2020.js';
import * as z from 'zod/mini';
import {startSimulator} from '../../source/training/start-simulator.ts';
import {root} from '../support/run-program.ts';
import {run, startSimulate, temporaryDirectory} from './program.ts';

const exam = z.object({id: z.string(), status: z.string(), detail: z.string(), next: z.nullable(z.string())});
const document = z.object({
	status: z.string(),
	environment: z.array(exam),
	state: z.array(exam),
	connection: z.object({
		asked: z.boolean(),
		exams: z.array(exam),
		judges: z.nullable(
			z.object({
				rules: z.number(),
				of: z.number(),
				lacks: z.array(z.object({needs: z.string(), rules: z.array(z.string())})),
			}),
		),
		reads: z.array(z.object({request: z.string(), outcomes: z.array(z.string()), shape: z.unknown()})),
	}),
});

async function readDoctor(text: string): Promise<z.infer<typeof document>> {
	const schema: unknown = JSON.parse(await readFile(join(root, 'dist/doctor.schema.json'), 'utf8'));
	assert.ok(typeof schema === 'object' && schema !== null);
	const validate = new Ajv2020({strict: true, strictTypes: false, allErrors: true}).compile(schema);
	const raw: unknown = JSON.parse(text);
	assert.ok(validate(raw), JSON.stringify(validate.errors?.slice(0, 3)));
	return document.parse(raw);
}

/** Every text and number among the values of an answer, and every key of a map by id or address. */
function valuesIn(value: unknown): readonly string[] {
	if (typeof value !== 'object' || value === null) {
		return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
	}

	return Object.entries(value).flatMap(([key, inner]) => [
		...(/\d{4}|@/.test(key) && !Array.isArray(value) ? [key] : []),
		...valuesIn(inner),
	]);
}

/** What the simulated organization answers, asked without the program. */
async function canariesOf({
	baseUrl,
	serviceAccount,
	secret,
	organizationId,
}: Server): Promise<readonly string[]> {
	const authorization = `Basic ${btoa(`${serviceAccount}:${secret.reveal()}`)}`;
	const get = async (path: string) => {
		const text = await (await fetch(`${baseUrl}${path}`, {headers: {authorization}})).text();
		// Ids too long for a number would lose their last digits.
		return valuesIn(JSON.parse(text.replaceAll(/(?<=[:,[]\s*)(\d{16,})/g, '"$1"')));
	};
	const found = await Promise.all(
		[
			'/api/app/me',
			`/organizations/${organizationId}/users/`,
			`/api/app/organizations/${organizationId}/users/`,
			`/organizations/${organizationId}/teams`,
			`/api/app/organizations/${organizationId}/service-accounts`,
		].map(path => get(path).catch(() => [])),
	);
	const own = [serviceAccount, secret.reveal(), btoa(secret.reveal()), organizationId];
	return [...new Set([...own, ...found.flat()])].filter(each => each.length > 8 || /@|\d{4}/.test(each));
}

type Server = Awaited<ReturnType<typeof startSimulator>>;

async function serve(test: TestContext, scenario: 'startup' | 'hostile') {
	// An hour behind: a key used this very second would bear the time that doctor tells of itself.
	const simulator = await startSimulator({scenario, seed: 1, now: () => new Date(Date.now() - 3_600_000)});
	test.after(() => simulator.close());
	return {
		simulator,
		environment: {
			MIXPANEL_BASE_URL: simulator.baseUrl,
			MIXPANEL_SERVICE_ACCOUNT: simulator.serviceAccount,
			MIXPANEL_SERVICE_ACCOUNT_SECRET: simulator.secret.reveal(),
		},
	};
}

for (const scenario of ['startup', 'hostile'] as const) {
	test(`shapes of ${scenario} are shown, and no id, name or address`, async test => {
		const {simulator, environment} = await serve(test, scenario);
		const canaries = await canariesOf(simulator);
		assert.ok(canaries.length > 40, String(canaries.length));
		const json = await run(['doctor', '--format', 'json'], environment);
		const text = await run(['doctor'], environment);
		for (const {stdout, stderr, code} of [json, text]) {
			assert.equal(code, 0, stdout);
			for (const canary of canaries) {
				// Where it takes a while, standard error tells how far it is.
				assert.ok(![stdout, stderr].some(output => output.includes(canary)), canary);
			}

			assert.doesNotMatch(stdout, /@|[^\P{Cc}\n]/u);
		}

		const {status, connection} = await readDoctor(json.stdout);
		assert.equal(status, 'ok');
		assert.equal(connection.judges?.rules, connection.judges?.of);
		assert.ok((connection.judges?.of ?? 0) > 10);
		const accounts = connection.reads.find(({request}) =>
			request.endsWith('/organizations/{id}/service-accounts'),
		);
		assert.match(JSON.stringify(accounts?.shape), /"last_used":"(?:null\|)?string"/);
		assert.match(text.stdout, /This key can judge \d+ of \d+ rules/);
		assert.match(text.stdout, /GET \/api\/app\/me: ok\n {4}\{\n/);
	});
}

test('without credentials the local part is done, and said to be all', async () => {
	const {stdout, code} = await run(['doctor', '--format', 'json']);
	const {connection, environment, state} = await readDoctor(stdout);
	assert.equal(code, 0);
	assert.equal(connection.asked, false);
	assert.match(connection.exams[0]?.detail ?? '', /no key in the environment, so Mixpanel was not asked/);
	assert.deepEqual(
		environment.map(({id}) => id),
		['node', 'terminal', 'colour', 'proxy'],
	);
	assert.match(state[0]?.detail ?? '', /does not exist yet and can be made/);
});

test('what is lacking is told by what would help', async test => {
	const {environment} = await startSimulate(test, ['--fault', 'denied@users', '--fault', 'html@data-views']);
	const {stdout, code} = await run(['doctor', '--format', 'json'], environment);
	assert.equal(code, 0);
	const {connection} = await readDoctor(stdout);
	const {rules = 0, of = 0, lacks = []} = connection.judges ?? {};
	assert.equal(rules + lacks.flatMap(lack => lack.rules).length, of);
	const needed = (rule: string) => lacks.find(lack => lack.rules.includes(rule))?.needs ?? '';
	assert.match(needed('owner-count'), /role Admin/);
	assert.match(needed('data-views-restrict'), /shape that this version understands|not offered/);
	assert.equal(needed('service-account-expiry'), '');
	const users = connection.reads.find(({request}) => request.includes('/users/'));
	assert.deepEqual(users?.outcomes, ['denied']);
	assert.equal(users?.shape, null);
});

test('a refused key, half a key and nothing that answers fail, with what to do', async test => {
	const {environment} = await startSimulate(test);
	for (const [variables, said] of [
		[{...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-secret'}, /refused the key \(401\)/],
		[{...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: undefined}, /Half of the credentials is missing/],
		[{...environment, MIXPANEL_BASE_URL: 'https://canary-secret.example'}, /base URL is not allowed/],
		[
			{...environment, MIXPANEL_ORGANIZATION_ID: '4711471147'},
			/does not reach the organization that was named/,
		],
	] as const) {
		const {stdout, code} = await run(['doctor', '--format', 'json'], variables);
		assert.equal(code, 1);
		const [first] = (await readDoctor(stdout)).connection.exams;
		assert.equal(first?.status, 'fail');
		assert.match(first?.detail ?? '', said);
		assert.ok((first?.next ?? '').length > 10);
		assert.ok(!stdout.includes('canary-secret') && !stdout.includes('4711471147'));
	}
});

test('the saved state is looked at: modes, damage, a place that cannot be written', async test => {
	const directory = await temporaryDirectory(test);
	const state = join(directory, 'canary-person');
	const folder = join(state, 'sessions', 'us-4711471147');
	await mkdir(folder, {recursive: true, mode: 0o700});
	await writeFile(join(folder, 'journal.jsonl'), '{"no":"journal"}\n', {mode: 0o600});
	await mkdir(join(state, 'sessions', 'eu-4711471148'), {mode: 0o700});
	await writeFile(join(state, 'sessions', 'eu-4711471148', 'journal.jsonl'), '', {mode: 0o644});
	const doctor = async () => {
		const result = await run(['doctor', '--format', 'json', '--state-dir', state]);
		assert.ok(!/canary-person|47114711/.test(result.stdout), result.stdout);
		return {...result, ...(await readDoctor(result.stdout))};
	};
	const damaged = await doctor();
	assert.equal(damaged.code, 1);
	assert.ok(damaged.state.some(({status, detail}) => status === 'fail' && /of 2 \(us\)/.test(detail)));
	assert.ok(
		damaged.state.some(
			({id, detail}) => id === 'modes' && /\(eu\): other users may read 1 of 2/.test(detail),
		),
	);
	// The file that was made to try is gone.
	assert.deepEqual(await readdir(state), ['sessions']);

	await appendFile(join(directory, 'plain'), '');
	const file = await run(['doctor', '--state-dir', join(directory, 'plain')]);
	assert.equal(file.code, 1);
	assert.match(file.stdout, /FAIL {5}The state directory is refused\. It is a file/);
	if (process.getuid !== undefined && process.getuid() !== 0) {
		await chmod(state, 0o500);
		assert.equal((await doctor()).state[0]?.status, 'fail');
		await chmod(state, 0o700);
	}
});

test('risky, unknown and useless variables are named, never their values', async () => {
	const {stdout, code} = await run(['doctor', '--format', 'json'], {
		NODE_V8_COVERAGE: '',
		NODE_DEBUG: 'canary',
		MIXPANEL_SECRET: 'canary',
		ALL_PROXY: 'http://canary:canary@canary.example',
		NODE_EXTRA_CA_CERTS: '/nowhere/canary.pem',
	});
	assert.equal(code, 0);
	assert.ok(!stdout.includes('canary'));
	const {status, environment} = await readDoctor(stdout);
	assert.equal(status, 'warning');
	const warnings = environment.filter(each => each.status === 'warning').map(({id}) => id);
	assert.deepEqual(warnings.toSorted(), ['certificates', 'proxy', 'risk', 'variable']);
});
