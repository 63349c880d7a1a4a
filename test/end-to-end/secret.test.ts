import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, test} from 'node:test';
import {atStart, readToEnd, run, see, startSimulate, startWizard, temporaryDirectory} from './program.ts';

/** Every form of a secret that could slip out, halves included. */
function formsOf(secret: string, user: string): readonly string[] {
	const half = Math.ceil(secret.length / 2);
	return [secret, secret.slice(0, half), secret.slice(half)].flatMap(text => [
		text,
		encodeURIComponent(text),
		Buffer.from(text).toString('hex'),
		Buffer.from(text).toString('base64').replace(/.{3}$/, ''),
		Buffer.from(text).toString('base64url').replace(/.{3}$/, ''),
		Buffer.from(`${user}:${text}`).toString('base64').replace(/.{3}$/, ''),
	]);
}

function holdsNone(text: string, forms: readonly string[], where: string): void {
	for (const form of forms) {
		assert.ok(!text.includes(form), `${where} holds ${form}`);
	}
}

async function filesUnder(directory: string): Promise<readonly string[]> {
	const found = await readdir(directory, {recursive: true, withFileTypes: true});
	return found.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name));
}

async function holdsNoneAnywhere(directory: string, forms: readonly string[]): Promise<void> {
	for (const file of await filesUnder(directory)) {
		holdsNone(await readFile(file, 'latin1'), forms, file);
		holdsNone(file, forms, 'a name');
	}
}

const canary = 'k9/Zq+canary=Tf7w%uX3 b';
const user = 'someone.1a2b3c.mp-service-account';
const forms = formsOf(canary, user);

describe('the secret', {concurrency: 2}, () => {
	for (const fault of ['none', 'html', 'redirect-cross-host', 'wrong-types']) {
		test(`is in no output and no file of a check: ${fault}`, async test => {
			const log = path.join(await temporaryDirectory(test), 'log');
			const faults = fault === 'none' ? [] : ['--fault', fault];
			const {baseUrl, environment, secret, serviceAccount} = await startSimulate(test, [
				...faults,
				'--log',
				log,
			]);
			const state = await temporaryDirectory(test);
			for (const [key, wanted] of [
				[{...environment}, formsOf(secret, serviceAccount)],
				[
					{
						MIXPANEL_BASE_URL: baseUrl,
						MIXPANEL_SERVICE_ACCOUNT: user,
						MIXPANEL_SERVICE_ACCOUNT_SECRET: canary,
					},
					forms,
				],
			] as const) {
				for (const format of ['text', 'json']) {
					const result = await run(['check', '--format', format, '--state-dir', state], key);
					holdsNone(result.stdout + result.stderr, wanted, 'the output');
					assert.match(result.stdout, /service-account-expiry/);
				}

				await holdsNoneAnywhere(state, wanted);
				holdsNone(await readFile(log, 'utf8'), wanted, 'the log');
			}
		});
	}

	test('is on no screen, in no file and no argument of the wizard', async test => {
		const {environment, secret, serviceAccount} = await startSimulate(test);
		const state = await temporaryDirectory(test);
		const terminal = await startWizard(test, {
			environment: {...environment, MIXPANEL_HARDEN_STATE_DIR: state},
		});
		await atStart(terminal);
		terminal.press('down');
		await see(terminal, /❯ Connect/);
		terminal.press('enter');
		await see(terminal, readToEnd, /3\.1 .*fail/);
		const wanted = formsOf(secret, serviceAccount);
		const own = `/proc/${terminal.pid}/cmdline`;
		if (existsSync(own)) {
			holdsNone(await readFile(own, 'latin1'), wanted, 'the arguments');
		}

		terminal.type('q');
		assert.equal((await terminal.exit).code, 0);
		holdsNone(terminal.output(), wanted, 'the screen');
		assert.ok((await filesUnder(state)).some(file => file.endsWith('journal.jsonl')));
		await holdsNoneAnywhere(state, wanted);
		await holdsNoneAnywhere(terminal.home, wanted);
	});

	test('typed where it does not belong is not repeated', async () => {
		for (const args of [
			['check', `--secret=${canary}`],
			['check', '--password', canary],
			['--mixpanel-secret', canary],
			['check', '--secret-stdin', canary],
			['check', `--service-account-token=${canary}`],
		]) {
			const {stdout, stderr, code} = await run(args);
			assert.equal(code, 2);
			holdsNone(stdout + stderr, forms, args.join(' '));
		}
	});
});
