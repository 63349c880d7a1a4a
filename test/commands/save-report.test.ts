import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {join, relative} from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {saveReport} from '../../source/commands/files/save-report.ts';
import {sentencesOf} from '../../source/terminal/sentences-of.ts';
import {UserError} from '../../source/types/user-error.ts';
import {temporaryDirectory} from '../session/state.ts';

const run = promisify(execFile);
const isWindows = process.platform === 'win32';

/** What the form says of a place that will not do. */
async function refusal(place: string): Promise<string> {
	const error: unknown = await saveReport(place, 'report').then(
		path => assert.fail(`${path} was written`),
		(reason: unknown) => reason,
	);
	assert.ok(error instanceof UserError);
	const said = sentencesOf(error);
	assert.match(said, /Write another place; the report is still here\.$/);
	assert.doesNotMatch(said, /--/);
	return said;
}

async function folder(t: TestContext): Promise<string> {
	return temporaryDirectory(t);
}

describe('a report saved from the wizard', () => {
	test('becomes a new file of its own, for the person alone', async t => {
		const directory = await folder(t);
		const place = join(directory, 'report.md');
		assert.equal(await saveReport(place, '# Report\n'), place);
		assert.equal(await readFile(place, 'utf8'), '# Report\n');
		if (!isWindows) {
			assert.equal((await stat(place)).mode & 0o777, 0o600);
		}
	});

	test('a relative place starts where the program was started, ~ at home', async t => {
		const directory = await folder(t);
		const place = join(directory, 'report.json');
		assert.equal(await saveReport(relative(process.cwd(), place), '{}'), place);
		const there = relative(homedir(), directory);
		assert.equal(await saveReport(`~/${there}/home.json`, '{}'), join(directory, 'home.json'));
	});

	test('a file that is there stays as it is', async t => {
		const directory = await folder(t);
		const place = join(directory, 'report.md');
		await writeFile(place, 'mine');
		assert.match(await refusal(place), /report\.md exists already\. A report never replaces a file\. Write/);
		assert.equal(await readFile(place, 'utf8'), 'mine');
	});

	test('a directory, a link to a file and a link to nothing are refused, and stay', {
		skip: isWindows,
	}, async t => {
		const directory = await folder(t);
		const file = join(directory, 'file');
		await writeFile(file, 'mine');
		await mkdir(join(directory, 'folder'));
		await symlink(file, join(directory, 'link'));
		await symlink(join(directory, 'nowhere'), join(directory, 'dangling'));
		assert.match(await refusal(join(directory, 'folder')), /It is a directory\./);
		assert.match(await refusal(join(directory, 'link')), /It is not a plain file\./);
		assert.match(await refusal(join(directory, 'dangling')), /It is not a plain file\./);
		assert.equal(await readFile(file, 'utf8'), 'mine');
		assert.deepEqual((await readdir(directory)).toSorted(), ['dangling', 'file', 'folder', 'link']);
		assert.ok((await lstat(join(directory, 'link'))).isSymbolicLink());
	});

	test('a folder that is missing, or is a file, is named', async t => {
		const directory = await folder(t);
		await writeFile(join(directory, 'file'), 'mine');
		assert.match(await refusal(join(directory, 'gone', 'report.md')), /There is no directory .*gone\./);
		assert.match(await refusal(join(directory, 'file', 'report.md')), /There is no directory .*file\./);
	});

	test('a name that is too long, and a folder one may not write to, are told in words', {
		skip: isWindows,
	}, async t => {
		const directory = await folder(t);
		assert.match(await refusal(join(directory, 'x'.repeat(300))), /The name is too long\./);
		if (process.getuid?.() !== 0) {
			await chmod(directory, 0o500);
			assert.match(await refusal(join(directory, 'report.md')), /Your user may not write there\./);
			await chmod(directory, 0o700);
		}
	});

	test('of a report that does not fit nothing is left', {skip: isWindows}, async t => {
		const directory = await folder(t);
		const script = join(directory, 'save.mjs');
		await build({
			stdin: {
				contents: `import {saveReport} from './source/commands/files/save-report.ts';
					await saveReport(process.argv[2], 'x'.repeat(100_000)).then(
						() => console.log('written'),
						({message, why, next}) => console.log(message, why, next),
					);`,
				resolveDir: join(import.meta.dirname, '../..'),
				loader: 'ts',
			},
			outfile: script,
			bundle: true,
			platform: 'node',
			format: 'esm',
			logLevel: 'error',
		});
		const {stdout} = await run('bash', [
			'-c',
			'ulimit -f 4; exec "$0" "$@"',
			process.execPath,
			script,
			join(directory, 'report.md'),
		]);
		assert.match(stdout, /The file would grow past the size this process may write\. Write another place/);
		assert.deepEqual(await readdir(directory), ['save.mjs']);
	});
});
