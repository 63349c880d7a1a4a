import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {plantedIn} from '../../source/training/planted.ts';
import {type CheckJson, readCheck} from './check-json.ts';
import {run, startSimulate} from './program.ts';

const read = Object.keys(plantedIn('startup', 1));
const fromUsers = ['least-privilege-roles', 'owner-count', 'stale-invitations'];
const fromFamily = [...fromUsers, 'teams-in-use', 'organization-two-factor'];
const fromProjects = ['pii-classified', 'data-views-restrict', 'default-view-restricted'];
const fromAccounts = ['service-account-expiry', 'service-account-unused', 'service-account-rotation'];
const fromGrants = [
	'service-account-role',
	'service-account-project-scope',
	'service-account-classified-access',
];
const fromIdentity = [...fromProjects, ...fromGrants];

/** The rules that rest on what the fault hits, why they are unknown, and the exit code with `--fail-on none`. */
const table = [
	['html', read, 'unreadable', 4],
	['empty', read, 'unreadable', 4],
	['wrong-types', read, 'unreadable', 4],
	['redirect-cross-host', read, 'unreadable', 4],
	['redirect-login', read, 'denied', 3],
	['denied', fromFamily, 'denied', 0],
	['family-absent', fromFamily, 'not_found', 0],
	['denied@users', fromUsers, 'denied', 0],
	['html@users', fromUsers, 'unreadable', 0],
	['empty@teams', ['teams-in-use'], 'unreadable', 0],
	[
		'wrong-types@service-accounts',
		[...fromAccounts, 'privileged-service-accounts', 'wizard-key'],
		'unreadable',
		0,
	],
	['redirect-login@data-views', ['data-views-restrict', 'default-view-restricted'], 'denied', 0],
	['html@properties', ['pii-classified'], 'unreadable', 0],
	['wrong-types@me', fromIdentity, 'unreadable', 0],
] as const;

function check(document: CheckJson, affected: readonly string[], reason: string): void {
	const rules = document.controls.flatMap(control => control.rules);
	for (const rule of rules.filter(({id}) => affected.includes(id))) {
		assert.deepEqual([rule.status, rule.reasonCode], ['unknown', reason], rule.id);
		assert.deepEqual(rule.findings, []);
	}

	// What the fault does not touch is judged as ever.
	const planted = plantedIn('startup', 1);
	for (const rule of rules.filter(({id}) => read.includes(id) && !affected.includes(id))) {
		assert.equal(rule.status, planted[rule.id]?.status, rule.id);
	}

	assert.ok(document.errors.some(({code}) => code === reason));
	assert.ok(affected.every(id => document.errors.some(({rules: hit}) => hit.includes(id))));
}

// The second group nearly only waits, so both run at once.
describe('faults of the service', {concurrency: 2}, () => {
	describe('a fault makes what rests on it unknown, and nothing else', {concurrency: 2}, () => {
		for (const [fault, affected, reason, expected] of table) {
			test(fault, async test => {
				const {environment, organizationId} = await startSimulate(test, ['--fault', fault]);
				const {stdout, code} = await run(
					['check', '--format', 'json', '--profile', 'L2', '--fail-on', 'none'],
					fault.endsWith('@me') ? {...environment, MIXPANEL_ORGANIZATION_ID: organizationId} : environment,
				);
				check(readCheck(stdout), affected, reason);
				assert.equal(code, expected);
			});
		}

		test('a key refused on the way is 3, and what was read before still stands', async test => {
			const {environment} = await startSimulate(test, ['--fault', 'unauthorized-after:3']);
			const {stdout, code} = await run(
				['check', '--format', 'json', '--profile', 'L2', '--fail-on', 'none'],
				environment,
			);
			const rules = readCheck(stdout)
				.controls.flatMap(control => control.rules)
				.filter(({id}) => read.includes(id));
			const denied = rules.filter(({reasonCode}) => reasonCode === 'denied').map(({id}) => id);
			// Which came first is not settled; whatever came after the refusal is unknown.
			assert.ok(denied.length > 0 && denied.length < read.length);
			for (const {id, status} of rules) {
				assert.equal(status, denied.includes(id) ? 'unknown' : plantedIn('startup', 1)[id]?.status, id);
			}

			assert.equal(code, 3);
		});

		test('where the organization’s own routes live under /api/app they are found', async test => {
			const {environment} = await startSimulate(test, ['--fault', 'family-api-app']);
			const {stdout, code} = await run(['check', '--format', 'json', '--profile', 'L2'], environment);
			const rules = readCheck(stdout).controls.flatMap(control => control.rules);
			assert.deepEqual(
				rules.filter(({status}) => status === 'unknown'),
				[],
			);
			assert.equal(code, 1);
		});
	});

	describe('a fault that may pass is tried again after pauses that are said', {concurrency: 3}, () => {
		for (const [fault, reason] of [
			['truncated', 'unreadable'],
			['reset', 'network'],
			['server-error', 'network'],
		] as const) {
			test(`${fault}, after four tries`, async test => {
				const {environment} = await startSimulate(test, ['--fault', fault]);
				const {stdout, stderr, code} = await run(
					['check', '--format', 'json', '--profile', 'L2'],
					environment,
				);
				check(readCheck(stdout), read, reason);
				assert.match(stderr, /try 3 of 4/);
				assert.equal(code, 4);
			});
		}
	});
});
