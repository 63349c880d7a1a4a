import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {runProgram} from '../support/run-program.ts';

describe('guide', {concurrency: 2}, () => {
	test('prints one control, by its slug, 80 columns wide without a terminal', async () => {
		const {stdout, stderr, code} = await runProgram({args: ['guide', 'activity-logs']});
		assert.equal(code, 0);
		assert.equal(stderr, '');
		assert.match(stdout, /\n4\.1 Configure Activity Logs\n-+\n/u);
		const lengths = stdout.split('\n').map(({length}) => length);
		assert.ok(Math.max(...lengths) <= 80 && Math.max(...lengths) > 70);
	});

	test('prints the whole guide as JSON that can be read', async () => {
		const {stdout, code} = await runProgram({args: ['guide', '--format', 'json']});
		assert.equal(code, 0);
		assert.equal(JSON.parse(stdout).controls.length, 9);
	});

	test('prints only the corrections', async () => {
		const {stdout, code} = await runProgram({
			args: ['guide', '3.2', '--corrections', '--format', 'markdown'],
		});
		assert.equal(code, 0);
		assert.match(stdout, /^# Corrections to the Mixpanel Hardening Guide\n/u);
		assert.match(stdout, /### 3\.2\.K2: 3\.2\.S1\.2 is wrong/u);
	});

	test('refuses a control that does not exist, with the nearest and the list', async () => {
		const {stdout, stderr, code} = await runProgram({args: ['guide', 'servce-accounts']});
		assert.equal(code, 2);
		assert.equal(stdout, '');
		assert.match(stderr, /There is no control "servce-accounts"/u);
		assert.match(stderr, /1\.1 sso, .*4\.1 activity-logs/u);
		assert.match(stderr, /Did you mean `mixpanel-harden guide service-accounts`\?/u);
	});

	test('suggests a control only when one is near', async () => {
		const {stderr, code} = await runProgram({args: ['guide', '9.9']});
		assert.equal(code, 2);
		assert.doesNotMatch(stderr, /Did you mean/u);
	});

	test('refuses a format that does not exist, with the nearest', async () => {
		const {stdout, stderr, code} = await runProgram({args: ['guide', '--format', 'markdwn']});
		assert.equal(code, 2);
		assert.equal(stdout, '');
		assert.match(stderr, /markdown/u);
	});
});
