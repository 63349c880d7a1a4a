import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {type Simulator, startSimulator} from '../../source/training/start-simulator.ts';
import {temporaryDirectory} from '../session/state.ts';
import {runProgram} from '../support/run-program.ts';

type Rule = {
	readonly id: string;
	readonly status: string;
	readonly basis: string | null;
	readonly reasonCode: string | null;
	readonly actual: string;
	readonly reason: string;
	readonly findings: readonly {readonly resource: {readonly id: string}; readonly message: string}[];
	readonly evidence: readonly {readonly source: string; readonly outcome: string; readonly detail: string}[];
};

async function simulator(t: TestContext, scenario = 'startup'): Promise<Simulator> {
	const started = await startSimulator({scenario, seed: 1, now: () => new Date()});
	t.after(() => started.close());
	return started;
}

/** Run `check` on a simulated organization, with a file of answers. */
async function check(
	t: TestContext,
	{baseUrl, serviceAccount, secret}: Simulator,
	answers: string,
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
) {
	const directory = await temporaryDirectory(t);
	const file = join(directory, 'answers.yaml');
	await writeFile(file, answers);
	const result = await runProgram({
		args: ['check', '--format', 'json', '--answers', file, '--state-dir', join(directory, 'state'), ...args],
		environment: {
			MIXPANEL_BASE_URL: baseUrl,
			MIXPANEL_SERVICE_ACCOUNT: serviceAccount,
			MIXPANEL_SERVICE_ACCOUNT_SECRET: secret.reveal(),
			...environment,
		},
	});
	const rule = (id: string): Rule => {
		const found = JSON.parse(result.stdout)
			.controls.flatMap(({rules}: {rules: Rule[]}) => rules)
			.find((each: Rule) => each.id === id);
		assert.ok(found, result.stderr);
		return found;
	};
	return {...result, rule};
}

test('the TXT records of claimed domains are looked up at the named server', async t => {
	const organization = await simulator(t);
	const {claimed, unclaimed, failing} = organization.domains;
	const server = ['--dns-server', organization.dnsServer ?? ''];
	const look = async (...domains: string[]) =>
		(await check(t, organization, `profile: {domains: [${domains.join(', ')}]}`, server)).rule(
			'domain-claim-published',
		);

	const good = await look(...claimed);
	assert.equal(good.status, 'pass');
	assert.equal(good.basis, 'verified');
	assert.equal(good.evidence[0]?.source, 'dns');

	const lacking = await look(...claimed, ...unclaimed);
	assert.equal(lacking.status, 'fail');
	assert.deepEqual(
		lacking.findings.map(({resource}) => resource.id),
		unclaimed,
	);

	const failed = await look(...failing);
	assert.equal(failed.status, 'unknown');
	assert.match(failed.reason, /SERVFAIL/);
});

test('without the address of its server the domains of a simulated organization are not looked up', async t => {
	const organization = await simulator(t);
	const {rule, stdout} = await check(t, organization, 'profile: {domains: [acme.example]}', []);
	const {status, reasonCode, reason, evidence} = rule('domain-claim-published');
	assert.deepEqual([status, reasonCode], ['unknown', 'network']);
	assert.match(reason, /--dns-server/);
	assert.equal(evidence[0]?.outcome, 'skipped');
	assert.ok(
		JSON.parse(stdout).errors.some((error: {rules: string[]}) =>
			error.rules.includes('domain-claim-published'),
		),
	);
});

test('what is no address of a name server ends in exit 2', async t => {
	const organization = await simulator(t);
	const {code, stderr} = await check(t, organization, 'profile: {}', ['--dns-server', 'dns.example']);
	assert.equal(code, 2);
	assert.match(stderr, /--dns-server is not the address/);
});

const certificateFile = join(import.meta.dirname, '../evidence/fixtures/long.pem');

test('a certificate from a file decides how long it lasts, and a wrong file ends in exit 2 unasked', async t => {
	const organization = await simulator(t);
	const given = await check(t, organization, 'profile: {}', ['--saml-certificate', certificateFile]);
	const {status, evidence} = given.rule('saml-certificate-expiry');
	assert.equal(status, 'pass');
	assert.deepEqual(
		evidence.map(({source, detail}) => [source, detail]),
		[['certificate', 'long.pem']],
	);

	const before = organization.requests.length;
	const {code, stderr} = await check(t, organization, 'profile: {}', [
		'--saml-certificate',
		join(import.meta.dirname, '../evidence/fixtures/request.csr'),
	]);
	assert.equal(code, 2);
	assert.match(stderr, /signing request/);
	assert.equal(organization.requests.length, before);
});

test('an imported audit log is counted, and puts in doubt what was said before it', async t => {
	const organization = await simulator(t);
	const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
	const directory = await temporaryDirectory(t);
	const file = join(directory, 'export.ndjson');
	const rows = [
		{when: day(3), who: 'ana@acme.example', what: 'project.default_access_granted', ip: '203.0.113.7'},
		{when: day(1), who: 'ana@acme.example', what: 'session.logged_in', ip: '203.0.113.7'},
	];
	await writeFile(file, rows.map(row => `${JSON.stringify(row)}\n`).join(''));
	const said = `attestations:\n  - {rule: all-users-grant-removed, status: pass, by: Ana, observedOn: ${day(10).slice(0, 10)}, seen: none}\n`;
	const {rule, stdout, stderr} = await check(t, organization, said, ['--import-audit-log', file]);
	const exported = rule('audit-log-exported');
	assert.deepEqual([exported.status, exported.basis], ['pass', 'verified']);
	assert.deepEqual(
		exported.evidence.map(({source, detail}) => [source, detail]),
		[['log', 'export.ndjson']],
	);
	assert.match(rule('key-events-reviewed').actual, /1 login or second factor, 1 change of permission/);
	assert.equal(rule('all-users-grant-removed').reasonCode, 'in_doubt');
	assert.match(rule('all-users-grant-removed').reason, /project\.default_access_granted on/);
	assert.ok(!`${stdout}${stderr}`.includes('203.0.113.7'));
});

test('a SCIM token decides whether SCIM answers; it goes to that route alone and shows nowhere', async t => {
	const organization = await simulator(t, 'hostile');
	const token = organization.scimToken?.reveal() ?? '';
	assert.notEqual(token, '');
	const good = await check(t, organization, 'profile: {}', [], {MIXPANEL_SCIM_TOKEN: token});
	const {status, basis, evidence} = good.rule('scim-provisioning');
	assert.deepEqual([status, basis], ['pass', 'verified']);
	assert.equal(evidence[0]?.detail, 'GET /api/app/scim/v2/Users');
	assert.ok(!`${good.stdout}${good.stderr}`.includes(token));
	assert.equal(organization.requests.filter(({path}) => path.startsWith('/api/app/scim')).length, 1);

	const wrong = await check(t, organization, 'profile: {}', [], {
		MIXPANEL_SCIM_TOKEN: 'practice-stale-token',
	});
	const refused = wrong.rule('scim-provisioning');
	assert.deepEqual([refused.status, refused.reasonCode], ['unknown', 'denied']);
	assert.match(refused.reason, /SCIM token/);
	assert.equal(wrong.rule('owner-count').evidence[0]?.outcome, 'ok');
	assert.ok(!`${wrong.stdout}${wrong.stderr}`.includes('practice-stale-token'));

	const none = await check(t, organization, 'profile: {}', []);
	assert.equal(none.rule('scim-provisioning').reasonCode, 'no_api');
});
