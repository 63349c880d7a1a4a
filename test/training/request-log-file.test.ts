import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {openRequestLogFile} from '../../source/training/request-log-file.ts';

const entry = {time: '2026-11-24T12:00:00.000Z', method: 'GET', path: '/', status: 200, duration: 1};

describe('a log of requests', () => {
	it('is made readable for its owner only, one JSON line a request, in order', async test => {
		const path = join(await directory(test), 'requests.jsonl');
		const log = await openRequestLogFile(path);
		for (let duration = 0; duration < 50; duration += 1) {
			log.add({...entry, duration});
		}

		await log.close();
		const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
		assert.deepEqual(
			lines.map(line => JSON.parse(line)),
			lines.map((_, duration) => ({...entry, duration})),
		);
		assert.equal(lines.length, 50);
		assert.equal((await stat(path)).mode & 0o777, 0o600);
	});

	it('continues a file that is there', async test => {
		const path = join(await directory(test), 'requests.jsonl');
		await writeFile(path, 'before\n');
		const log = await openRequestLogFile(path);
		log.add(entry);
		await log.close();
		assert.match(await readFile(path, 'utf8'), /^before\n\{.+\}\n$/u);
	});

	for (const [what, make, why] of [
		['a directory', (path: string) => mkdir(path), /a directory/u],
		['a link to a file', (path: string) => linkToFile(path), /a symbolic link/u],
		['a link to nothing', (path: string) => symlink(`${path}-none`, path), /a symbolic link/u],
		['a pipe', async (path: string) => execFileSync('mkfifo', [path]), /not a file/u],
	] as const) {
		it(`refuses ${what}`, async test => {
			const path = join(await directory(test), 'requests.jsonl');
			await make(path);
			await assert.rejects(openRequestLogFile(path), {name: 'UserError', why, exitCode: 2});
		});
	}

	it('says why when the directory is not there', async test => {
		const path = join(await directory(test), 'none', 'requests.jsonl');
		await assert.rejects(openRequestLogFile(path), {name: 'UserError', why: /ENOENT/u, exitCode: 2});
	});
});

async function linkToFile(path: string): Promise<void> {
	await writeFile(`${path}-target`, '');
	await symlink(`${path}-target`, path);
}

async function directory(test: TestContext): Promise<string> {
	const path = await mkdtemp(join(tmpdir(), 'mixpanel-harden-'));
	test.after(() => rm(path, {recursive: true}));
	return path;
}
