import assert from 'node:assert/strict';
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {text} from 'node:stream/consumers';
import {describe, it, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';

const entry = fileURLToPath(new URL('../../source/cli.ts', import.meta.url));

describe('simulate', () => {
	it('prints one JSON line, serves what it says, logs requests, and ends when stopped', async test => {
		const directory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-'));
		test.after(() => rm(directory, {recursive: true}));
		const log = join(directory, 'requests.jsonl');
		const child = start(test, ['--seed', '9', '--fault', 'html@teams', '--latency', '1', '--log', log]);
		const lines: string[] = [];
		const reader = createInterface({input: child.stdout});
		reader.on('line', line => lines.push(line));
		await once(reader, 'line');
		const announced: Record<string, string | null> = JSON.parse(lines[0] ?? '');
		assert.deepEqual(Object.keys(announced), [
			'baseUrl',
			'organizationId',
			'serviceAccount',
			'secret',
			'scimToken',
			'dnsServer',
			'consoleUrl',
		]);
		assert.match(announced['dnsServer'] ?? '', /^127\.0\.0\.1:\d+$/u);
		const authorization = `Basic ${btoa(`${announced['serviceAccount']}:${announced['secret']}`)}`;
		const get = (path: string) => fetch(`${announced['baseUrl']}${path}`, {headers: {authorization}});
		const me = await get('/api/app/me');
		assert.equal(me.status, 200);
		assert.ok((await me.text()).includes(announced['organizationId'] ?? 'none'));
		const teams = await get(`/organizations/${announced['organizationId']}/teams`);
		assert.match(await teams.text(), /^<!doctype html>/u);

		child.kill('SIGINT');
		const [[code], stderr] = await Promise.all([once(child, 'close'), text(child.stderr)]);
		assert.equal(code, 130);
		assert.equal(stderr, '');
		assert.equal(lines.length, 1);
		const logged = await readFile(log, 'utf8');
		assert.deepEqual(
			logged
				.trimEnd()
				.split('\n')
				.map(line => JSON.parse(line).path),
			['/api/app/me', `/organizations/${announced['organizationId']}/teams`],
		);
		assert.ok(!logged.includes(authorization) && !logged.includes(announced['secret'] ?? 'none'));
	});

	it('refuses what it cannot simulate with exit code 2, one line of advice and nothing left behind', async test => {
		const directory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-'));
		test.after(() => rm(directory, {recursive: true}));
		const log = ['--log', join(directory, 'requests.jsonl')];
		await Promise.all(
			(
				[
					[['--scenario', 'startp', ...log], /Did you mean "startup"/u],
					[['--fault', 'slw', ...log], /Did you mean "slow"/u],
					[['--seed', '9007199254740993', ...log], /--seed/u],
					[['--latency', '60001', ...log], /--latency/u],
					[['--log', directory], /directory/u],
				] as const
			).map(async ([flags, advice]) => {
				const child = start(test, flags);
				const [[code], stdout, stderr] = await Promise.all([
					once(child, 'close'),
					text(child.stdout),
					text(child.stderr),
				]);
				assert.equal(code, 2, flags.join(' '));
				assert.equal(stdout, '');
				assert.match(stderr, advice);
			}),
		);
		assert.deepEqual(await readdir(directory), []);
	});
});

function start(test: TestContext, flags: readonly string[]): ChildProcessWithoutNullStreams {
	const child = spawn(process.execPath, ['--import', 'tsx', entry, 'simulate', ...flags], {
		env: {PATH: process.env['PATH'], HOME: tmpdir()},
	});
	test.after(() => child.kill('SIGKILL'));
	return child;
}
