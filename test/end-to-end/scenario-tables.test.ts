import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {controls} from '../../source/controls/index.ts';
import {findScenario} from '../../source/training/scenarios/find-scenario.ts';
import {scenarios} from '../../source/training/scenarios/list.ts';
import {startSimulator} from '../../source/training/start-simulator.ts';
import {readTable, resourcesOf, type TableSeed} from '../support/verdict-table.ts';
import {leaveScenario} from './left-session.ts';
import {run, startSimulate, temporaryDirectory, type Variables} from './program.ts';

type Request = {readonly method: string; readonly path: string; readonly status: number | null};
type Served = {
	readonly environment: Variables;
	readonly requests: () => Promise<readonly Request[]>;
	readonly domains: readonly string[];
	readonly dnsServer: string;
};

/** Seed 1 is served by another process of the program, seed 2 by the test's own. */
async function serve(test: TestContext, scenario: string, seed: TableSeed): Promise<Served> {
	const plain = await startSimulator({scenario, seed, now: () => new Date()});
	const domains = [...plain.domains.claimed];
	if (seed === 1) {
		await plain.close();
		const log = path.join(await temporaryDirectory(test), 'requests.jsonl');
		const args = ['--scenario', scenario, '--seed', '1', '--log', log];
		const {environment, dnsServer, scimToken} = await startSimulate(test, args);
		return {
			environment: {...environment, MIXPANEL_SCIM_TOKEN: scimToken ?? undefined},
			domains,
			dnsServer: dnsServer ?? '',
			requests: async () =>
				(await readFile(log, 'utf8'))
					.trimEnd()
					.split('\n')
					.map((line): Request => JSON.parse(line)),
		};
	}

	test.after(() => plain.close());
	return {
		environment: {
			MIXPANEL_BASE_URL: plain.baseUrl,
			MIXPANEL_SERVICE_ACCOUNT: plain.serviceAccount,
			MIXPANEL_SERVICE_ACCOUNT_SECRET: plain.secret.reveal(),
			MIXPANEL_SCIM_TOKEN: plain.scimToken?.reveal(),
		},
		domains,
		dnsServer: plain.dnsServer ?? '',
		requests: async () => plain.requests,
	};
}

type Row = {
	readonly id: string;
	readonly status: string;
	readonly basis: string | null;
	readonly reasonCode: string | null;
	readonly findings: readonly {readonly resource: {readonly type: string; readonly id: string} | null}[];
};

/** Run the program's `check` and hold each of its rules against the table. */
async function holdAgainst(
	file: string,
	scenario: string,
	seed: TableSeed,
	environment: Variables,
	args: readonly string[],
): Promise<void> {
	const {stdout, stderr} = await run(
		['check', '--format', 'json', '--fail-on', 'none', ...args],
		environment,
		{
			timeout: 60_000,
		},
	);
	assert.notEqual(stdout, '', stderr);
	const rows: readonly Row[] = JSON.parse(stdout).controls.flatMap(
		({rules}: {readonly rules: readonly Row[]}) => rules,
	);
	const expected = await readTable(file, findScenario(scenario), seed);
	const everyRule = controls.flatMap(({rules}) => rules.map(({id}) => id));
	assert.deepEqual(
		expected.map(({rule}) => rule),
		everyRule,
		'a row for every rule, in the order of the guide',
	);
	const found = rows.map((row, index) => ({
		rule: row.id,
		verdict: `${row.status} ${row.basis ?? '-'} ${row.reasonCode ?? '-'}`,
		resources: resourcesOf(
			row.findings.flatMap(({resource}) => resource ?? []),
			expected[index]?.resources ?? [],
		),
	}));
	const differing = found.flatMap((row, index) =>
		JSON.stringify(row) === JSON.stringify(expected[index]) ? [] : [{found: row, expected: expected[index]}],
	);
	assert.deepEqual(differing, []);
}

/**
The least that answers every rule: one for `/me`, four for the organization (users, teams, two-factor, service
accounts), and for each project the key is in its accounts, its two kinds of properties, and its views.
*/
function leastRequests(scenario: string): number {
	const {serviceAccounts, own = 'wizard'} = findScenario(scenario);
	const projects = serviceAccounts.find(({key}) => key === own)?.grants.length ?? 0;
	return 1 + 4 + 4 * projects;
}

const troubled = 'rough-day';
const names = [...scenarios.map(({name}) => name), 'large', 'large-tenth', troubled];

for (const scenario of names) {
	for (const seed of [1, 2] as const) {
		test(`a check of ${scenario}, seed ${seed}, says of every rule what its table says, and only reads`, async t => {
			const {environment, requests} = await serve(t, scenario, seed);
			const {MIXPANEL_SCIM_TOKEN: _, ...key} = environment;
			await holdAgainst(scenario, scenario, seed, key, ['--no-session']);

			const sent = await requests();
			assert.ok(sent.every(({method}) => method === 'GET'));
			const repeats = sent.filter(({status}) => status === 429 || status === 500).length;
			assert.equal(repeats > 0, scenario === troubled);
			// A page in place of the teams may mean that the route lives elsewhere: it is asked for there, once.
			const elsewhere = scenario === troubled ? 1 : 0;
			assert.equal(sent.length, leastRequests(scenario) + repeats + elsewhere);
		});
	}
}

const certificate = path.join(import.meta.dirname, '../evidence/fixtures/long.pem');

for (const seed of [1, 2] as const) {
	test(`a check of sso-enforced, seed ${seed}, with all that its admin can give, passes every rule that can be read`, async t => {
		const {environment, requests, domains, dnsServer} = await serve(t, 'sso-enforced', seed);
		const directory = await temporaryDirectory(t);
		const answers = path.join(directory, 'answers.yaml');
		const profile = `{plan: enterprise, sso: enabled, idp: okta, level: L2, domains: [${domains.join(', ')}]}`;
		await writeFile(answers, `profile: ${profile}\n`);
		const log = path.join(directory, 'audit.ndjson');
		const yesterday = new Date(Date.now() - 86_400_000).toISOString();
		await writeFile(log, `${JSON.stringify({event: 'session.logged_in', time: yesterday})}\n`);
		await holdAgainst('sso-enforced-answered', 'sso-enforced', seed, environment, [
			...['--no-session', '--answers', answers, '--dns-server', dnsServer],
			...['--saml-certificate', certificate, '--import-audit-log', log],
		]);
		const sent = await requests();
		assert.ok(sent.every(({method}) => method === 'GET'));
		// SCIM is asked once more, with its own token.
		assert.equal(sent.length, leastRequests('sso-enforced') + 1);
	});

	test(`a check of relapse, seed ${seed}, beside the session that was left, counts its words and says which ran out`, async t => {
		const {environment} = await serve(t, 'relapse', seed);
		const {MIXPANEL_SCIM_TOKEN: _, ...key} = environment;
		const state = await temporaryDirectory(t);
		await leaveScenario(state, {scenario: 'relapse', seed});
		await holdAgainst('relapse-session', 'relapse', seed, key, ['--state-dir', state]);
	});
}
