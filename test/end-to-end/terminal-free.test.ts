import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {text} from 'node:stream/consumers';
import {describe, test} from 'node:test';
import {startArguments} from '../support/run-program.ts';
import {run, startSimulate, temporaryDirectory} from './program.ts';

describe('without a terminal', {concurrency: 2}, () => {
	test('no command checks the training organization once, and every heading says so', async () => {
		const {stdout, stderr, code} = await run([]);
		const [first = '', ...rest] = stdout.split('\n');
		assert.match(first, /^No terminal and no key: .*TRAINING/);
		assert.match(stdout, /Harbour Example/);
		assert.match(stdout, /3\.1 [\s\S]*never expires/);
		// A heading stands at the edge; verdicts on controls, below, begin with their mark.
		const headings = rest.filter(line => /^[A-Z][^.]*$/.test(line) && !/^(Harbour|Level)/.test(line));
		assert.ok(headings.length > 5);
		assert.deepEqual(
			headings.filter(line => !line.endsWith('TRAINING')),
			[],
		);
		assert.equal(stderr, '');
		assert.equal(code, 0);
	});

	test('with a key in the environment its organization is checked, and verdicts do not fail the run', async test => {
		const {environment, organizationId} = await startSimulate(test, ['--seed', '5']);
		const {stdout, code} = await run([], environment);
		assert.match(stdout, /^No terminal: one read-only check with the key of the environment\.\n/);
		assert.ok(stdout.includes(organizationId));
		assert.match(stdout, /fail/);
		assert.equal(code, 0);

		const refused = await run([], {...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: 'wrong'});
		assert.equal(refused.code, 3);
		const half = await run([], {...environment, MIXPANEL_SERVICE_ACCOUNT_SECRET: undefined});
		assert.equal(half.code, 2);
		assert.doesNotMatch(half.stdout, /TRAINING/);
	});

	test('nothing is left in the state directory by a check', async test => {
		const state = await temporaryDirectory(test);
		const place = `${state}/none`;
		assert.equal((await run(['--state-dir', place])).code, 0);
		await assert.rejects(
			import('node:fs/promises').then(({stat}) => stat(place)),
			{code: 'ENOENT'},
		);
	});

	for (const command of ['train', 'connect']) {
		test(`${command} needs a terminal`, async () => {
			const {stdout, stderr, code} = await run([command]);
			assert.equal(code, 2);
			assert.equal(stdout, '');
			assert.match(stderr, /needs a terminal/);
		});
	}

	test('a reader that takes one line and goes ends it quietly', async test => {
		const child = spawn(
			'sh',
			['-c', '"$0" "$@" 2>"$ERRORS" | head -1; cat "$ERRORS"', process.execPath, ...startArguments.dist],
			{
				stdio: ['ignore', 'pipe', 'inherit'],
				env: {
					PATH: process.env['PATH'] ?? '',
					HOME: '/nonexistent',
					ERRORS: `${await temporaryDirectory(test)}/errors`,
				},
			},
		);
		let written = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			written += text;
		});
		const [code] = await once(child, 'close');
		assert.match(written, /^No terminal[^\n]*\n$/);
		assert.equal(code, 0);
	});

	test('plain questions need a terminal, too', async () => {
		const {stdout, code} = await run([], {MIXPANEL_HARDEN_PLAIN: '1'});
		assert.match(stdout, /^No terminal and no key: .*TRAINING/);
		assert.equal(code, 0);
		const trained = await run(['train', '--plain']);
		assert.equal(trained.code, 2);
		assert.match(trained.stderr, /Training needs a terminal/);
	});
});

test('a full disk is told, whichever command writes to it', {skip: !existsSync('/dev/full')}, async () => {
	for (const args of [['guide'], ['--help'], ['guide', '--format', 'json']]) {
		const full = await open('/dev/full', 'w');
		try {
			const child = spawn(process.execPath, [...startArguments.dist, ...args], {
				stdio: ['ignore', full.fd, 'pipe'],
			});
			assert.ok(child.stderr !== null);
			const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
			assert.equal(code, 1, args.join(' '));
			assert.match(said, /The output could not be written[\s\S]*ENOSPC[\s\S]*Make room/);
		} finally {
			await full.close();
		}
	}
});
