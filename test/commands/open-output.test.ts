import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {temporaryDirectory} from '../session/state.ts';

const run = promisify(execFile);
const skip = process.platform === 'win32';
let place = '';

before(async () => {
	place = await mkdtemp(join(tmpdir(), 'mixpanel-harden-output-'));
	await build({
		stdin: {
			contents: `import {openOutput} from './source/commands/files/open-output.ts';
				const write = await openOutput(process.argv[2], true);
				await write('x'.repeat(100_000)).then(
					() => console.log('written'),
					({message, why, next, exitCode}) => console.log(message, why, next, exitCode),
				);`,
			resolveDir: join(import.meta.dirname, '../..'),
			loader: 'ts',
		},
		outfile: join(place, 'write.mjs'),
		bundle: true,
		platform: 'node',
		format: 'esm',
		logLevel: 'error',
	});
});
after(() => rm(place, {recursive: true, force: true}));

/** Writes 100,000 bytes to `file` where a file may hold no more than `limit` KiB. */
async function write(file: string, limit: number): Promise<string> {
	const script = `ulimit -f ${limit}; exec "$0" "$@"`;
	const {stdout} = await run('bash', ['-c', script, process.execPath, join(place, 'write.mjs'), file]);
	return stdout;
}

test('a file that does not fit is an error with the reason, and nothing is left of it', {skip}, async t => {
	const directory = await temporaryDirectory(t);
	const said = await write(join(directory, 'report.md'), 4);
	assert.match(said, /could not be written to .*report\.md\. The file would grow past.* Make room .* 2\n$/u);
	assert.deepEqual(await readdir(directory), []);
});

test('the file it should have replaced is still whole', {skip}, async t => {
	const directory = await temporaryDirectory(t);
	const file = join(directory, 'report.md');
	await writeFile(file, 'mine');
	assert.match(await write(file, 4), /could not be written/u);
	assert.deepEqual(await readdir(directory), ['report.md']);
	assert.equal(await readFile(file, 'utf8'), 'mine');
	assert.equal(await write(file, 400), 'written\n');
	assert.equal((await readFile(file, 'utf8')).length, 100_000);
});
