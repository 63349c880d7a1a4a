import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, test} from 'node:test';
import {startInTerminal} from '../support/pty/start-in-terminal.ts';
import {type RunOptions, runProgram} from '../support/run-program.ts';

const file = path.join(import.meta.dirname, 'fixtures/frame.ts');
const canary = 'frame-canary-secret';

function run(args: readonly string[], options: Partial<RunOptions> = {}) {
	return runProgram({args, from: {file}, ...options});
}

test('a command gets what it needs, and its exit code is the exit code', async () => {
	const {stdout, stderr, code} = await run(['answer', '--no-color', '--state-dir', '/tmp/somewhere'], {
		environment: {MIXPANEL_SERVICE_ACCOUNT_SECRET: canary},
	});
	assert.deepEqual(JSON.parse(stdout), {
		colour: '0',
		terminal: false,
		state: path.resolve('/tmp/somewhere'),
		secret: '[redacted]',
		revealed: canary,
		flags: ['no-color', 'state-dir'],
	});
	assert.equal(stderr, '');
	assert.equal(code, 3);
});

test('the secret is gone from the environment before any command runs', async () => {
	const {stdout} = await run([], {environment: {MIXPANEL_SERVICE_ACCOUNT_SECRET: canary}});
	assert.deepEqual(JSON.parse(stdout), {secret: null});
});

describe('signals', {concurrency: 2}, () => {
	for (const [signal, expected] of [
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const) {
		for (const behaviour of ['obey', 'fail']) {
			test(`${signal} ends a command that would ${behaviour} with ${expected}`, async () => {
				const {stdout, stderr, code} = await run([behaviour], {
					onOutput(shown, {kill}) {
						if (shown === 'waiting\n') {
							kill(signal);
						}
					},
				});
				assert.equal(stdout, behaviour === 'obey' ? 'waiting\nin order\n' : 'waiting\n');
				assert.equal(stderr, '');
				assert.equal(code, expected);
			});
		}
	}

	test('a second signal ends a command that ignores the first', async () => {
		const {code} = await run(['ignore'], {
			onOutput(shown, {kill}) {
				kill(shown.endsWith('ignored\n') ? 'SIGTERM' : 'SIGINT');
			},
		});
		assert.equal(code, 143);
	});
});

describe('problems', {concurrency: 2}, () => {
	test('a problem of the person is told in three parts, made safe', async () => {
		const {stdout, stderr, code} = await run(['explain']);
		assert.equal(
			stderr,
			'mixpanel-harden: It \\x1b[31mbroke\\x07.\n  Because\\x0aof it.\n  Mend <U+202E>it.\n',
		);
		assert.equal(stdout, '');
		assert.equal(code, 4);
	});

	for (const [behaviour, said] of [
		[
			'reject',
			/TypeError: bad \[redacted\]\\x1b\[2J\\x0anext \(frame\.ts, line \d+\)\. Your progress is kept in \/tmp\/kept\.\n$/,
		],
		['throw', /Error: thrown \[redacted\] \(frame\.ts, line \d+\)/],
		['forget', /Error: forgotten/],
		['fizzle', /it ran out of work before it was done/],
	] as const) {
		test(`a fault of the program is told in one line: ${behaviour}`, async () => {
			const {stdout, stderr, code} = await run([behaviour, '--state-dir', '/tmp/kept'], {
				environment: {MIXPANEL_SERVICE_ACCOUNT_SECRET: canary},
			});
			assert.match(stderr, /^mixpanel-harden stopped by a fault of its own: [^\n]*\n$/);
			assert.match(stderr, said);
			assert.ok(!stderr.includes(canary));
			assert.equal(stdout, '');
			assert.equal(code, 1);
		});
	}

	test('a fault while the terminal is taken over is told on the usual screen', async () => {
		const terminal = await startInTerminal({
			command: process.execPath,
			args: [file, 'takeover'],
		});
		try {
			await terminal.waitFor(/on the alternate screen/);
			terminal.type('x');
			assert.deepEqual(await terminal.exit, {code: 1, signal: null});
			assert.equal(terminal.isAlternateScreen(), false);
			assert.match(terminal.screen().join(''), /stopped by a fault of its own: Error: in the middle/);
			assert.doesNotMatch(terminal.screen().join(''), /on the alternate screen/);
			assert.match(terminal.output(), /restored by its owner/);
			assert.match(terminal.output(), /\u001B\[\?25h/);
		} finally {
			await terminal.close();
		}
	});

	test('a reader that has gone ends the program quietly', async () => {
		const {stderr, code} = await run(['flood'], {closeStdout: true});
		assert.equal(stderr, '');
		assert.equal(code, 0);
	});

	test('notices of the runtime stay off the screen', async () => {
		const {stdout, stderr} = await run(['warn']);
		assert.deepEqual({stdout, stderr}, {stdout: 'done', stderr: ''});
	});
});

describe('a runtime that could leak', {concurrency: 2}, () => {
	test('what could leak is warned of, and the command still runs', async () => {
		const {stderr, code} = await run(['answer'], {nodeOptions: ['--report-on-fatalerror']});
		assert.match(stderr, /^Warning: --report-on-fatalerror is active\.[^\n]*\n$/);
		assert.equal(code, 3);
	});

	test('it does not start without the checking of certificates', async () => {
		const {stdout, stderr, code} = await run(['answer'], {environment: {NODE_TLS_REJECT_UNAUTHORIZED: '0'}});
		assert.match(stderr, /NODE_TLS_REJECT_UNAUTHORIZED=0[\s\S]*NODE_EXTRA_CA_CERTS/);
		assert.equal(stdout, '');
		assert.equal(code, 2);
	});
});
