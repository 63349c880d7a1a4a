import assert from 'node:assert/strict';
import {readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {readCsv} from '../support/read-csv.ts';
import {all, readMarkup} from '../support/read-markup.ts';
import {readCheck, ruleOf} from './check-json.ts';
import {run, startSimulate, temporaryDirectory, type Variables} from './program.ts';

// Neither C0 but line ends and tabs, nor DEL and C1, nor what reorders or hides text.
const unsafe =
	/[^\P{Cc}\n\r\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B-\u200F\u2060\uFEFF]|[\u{E0000}-\u{E007F}]/u;

const check = (format: string, environment: Variables, ...more: readonly string[]) =>
	run(['check', '--profile', 'L2', '--no-session', '--format', format, ...more], environment);

/** Fails for a document that is not whole. */
const readers: Readonly<Record<string, (text: string) => void>> = {
	csv: text => assert.ok(readCsv(text).length >= 49),
	markdown: text =>
		assert.match(text, /^# Mixpanel hardening check[\s\S]+## Reads that failed[^\n]*\n\n[^\n]+/),
	html: text => assert.ok(all(readMarkup(text, ['meta']), 'h3').length === 9),
	junit: text => assert.ok(all(readMarkup(text), 'testcase').length === 49),
};

test('names that attack a page, a sheet or a parser are only names in every format', async test => {
	const {environment} = await startSimulate(test, ['--scenario', 'hostile']);
	for (const [format, read] of Object.entries(readers)) {
		const {stdout, stderr, code} = await check(format, environment);
		assert.equal(code, 1, format);
		assert.equal(stderr, '');
		read(stdout);
		assert.doesNotMatch(stdout, unsafe, format);
		assert.ok(stdout.includes('\\x1b') || format === 'markdown', format);
		for (const row of format === 'csv' ? readCsv(stdout) : []) {
			for (const cell of row) {
				assert.doesNotMatch(cell, /^[=+\-@]/);
			}
		}
	}
});

test('every format is whole where parts failed, or all did', async test => {
	const {environment} = await startSimulate(test, ['--fault', 'denied@users', '--fault', 'html@teams']);
	const wrong = {...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: 'canary-secret'};
	const pages = await startSimulate(
		test,
		['users', 'teams', 'two-factor', 'service-accounts'].flatMap(route => ['--fault', `html@${route}`]),
	);
	for (const [format, read] of Object.entries(readers)) {
		for (const [variables, expected] of [
			[environment, 1],
			[wrong, 3],
			[pages.environment, 4],
		] as const) {
			const {stdout, code} = await check(format, variables);
			assert.equal(code, expected, format);
			read(stdout);
			assert.ok(!stdout.includes('canary-secret'));
		}
	}
});

test('a format goes to a file as well, and agrees with the JSON', async test => {
	const {environment} = await startSimulate(test);
	const file = join(await temporaryDirectory(test), 'check.xml');
	const {stdout} = await check('junit', environment, '--output', file);
	assert.equal(stdout, '');
	assert.equal((await stat(file)).mode & 0o777, 0o600);
	const document = readCheck((await check('json', environment)).stdout);
	const failures = all(readMarkup(await readFile(file, 'utf8')), 'testcase').filter(
		each => each.children[0]?.name === 'failure',
	);
	assert.ok(failures.length > 3);
	for (const {attributes} of failures) {
		assert.equal(ruleOf(document, attributes.get('name') ?? '').status, 'fail');
	}
});

test('a format of a later version is refused by name, before anything is asked', async () => {
	for (const format of ['sarif', 'ocsf']) {
		const {stdout, stderr, code} = await check(format, {});
		assert.equal(code, 2);
		assert.equal(stdout, '');
		assert.match(stderr, new RegExp(`--format does not know "${format}"\\.\\n {2}It takes text, json, csv`));
	}
});
