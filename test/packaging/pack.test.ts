import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import {root} from '../support/run-program.ts';
import {temporaryHome} from '../support/temporary-home.ts';

const run = promisify(execFile);
const home = await temporaryHome();
const prefix = path.join(home.directory, 'prefix');
const installed = path.join(prefix, 'lib/node_modules/mixpanel-harden');
const command = path.join(prefix, 'bin/mixpanel-harden');
// The program starts under whatever `node` comes first: here the pinned one.
const environment = {
	...home.environment,
	PATH: `${path.dirname(process.execPath)}${path.delimiter}${home.environment['PATH']}`,
	npm_config_cache: path.join(home.directory, 'npm'),
	npm_config_update_notifier: 'false',
};

before(async () => {
	assert.ok(existsSync(path.join(root, 'dist/cli.js')), 'run `npm run build` first');
	const packed = path.join(home.directory, 'packed');
	await mkdir(packed);
	await run('npm', ['pack', '--ignore-scripts', '--pack-destination', packed], {cwd: root, env: environment});
	const [tarball = ''] = await readdir(packed);
	await run(
		'npm',
		['install', '--global', '--prefix', prefix, '--offline', '--ignore-scripts', path.join(packed, tarball)],
		{cwd: packed, env: environment},
	);
});

after(async () => {
	await home.remove();
});

test('the package holds the built program and its papers, within 3 MB', async () => {
	const entries = (await readdir(installed, {recursive: true, withFileTypes: true})).filter(entry =>
		entry.isFile(),
	);
	const files = entries.map(entry => path.join(entry.parentPath, entry.name));
	const names = files.map(file => path.relative(installed, file));
	const outside = names.filter(name => !name.startsWith(`dist${path.sep}`)).sort();
	assert.deepEqual(outside, ['LICENSE', 'README.md', 'package.json']);
	assert.ok(names.includes(path.join('dist', 'THIRD-PARTY-NOTICES.txt')));
	assert.ok(names.includes(path.join('dist', 'check.schema.json')));
	assert.ok(names.includes(path.join('dist', 'answers.schema.json')));
	assert.ok(names.includes(path.join('dist', 'report.schema.json')));
	assert.ok(names.includes(path.join('dist', 'doctor.schema.json')));
	const sizes = await Promise.all(files.map(async file => (await stat(file)).size));
	const total = sizes.reduce((sum, size) => sum + size, 0);
	assert.ok(total <= 3_000_000, `${total} bytes`);
});

test('the package brings nothing else along', async () => {
	const manifest: unknown = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8'));
	assert.ok(typeof manifest === 'object' && manifest !== null);
	for (const field of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
		assert.equal(field in manifest, false, field);
	}

	assert.deepEqual(await readdir(path.join(prefix, 'lib/node_modules')), ['mixpanel-harden']);
});

test('the installed command starts', async () => {
	const {stdout, stderr} = await run(command, ['--version'], {cwd: home.directory, env: environment});
	assert.deepEqual({stdout, stderr}, {stdout: 'mixpanel-harden 0.1.0\n', stderr: ''});
	const help = await run(command, ['check', '--help'], {cwd: home.directory, env: environment});
	assert.match(help.stdout, /--fail-on/);
});

test('a Node that is too old is refused in one line', async () => {
	const old = await findOldNode();
	const entry = path.join(installed, 'dist/cli.js');
	const pretence = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"22.12.0"})';
	const call = old === null ? [process.execPath, '--import', pretence, entry] : [old, entry];
	await assert.rejects(run(call[0] ?? '', [...call.slice(1), 'check']), (error: unknown) => {
		assert.ok(error instanceof Error && 'code' in error && 'stderr' in error && 'stdout' in error);
		assert.match(
			String(error.stderr),
			/^mixpanel-harden: Node \d+\.\d+\.\d+ is too old, [^\n]*22\.13[^\n]*\n$/,
		);
		assert.equal(error.stdout, '');
		assert.equal(error.code, 2);
		return true;
	});
});

/** A Node of this machine below the version needed, null when there is none. */
async function findOldNode(): Promise<string | null> {
	const folders = ['/usr/bin', '/usr/local/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
	for (const node of new Set(folders.map(folder => path.join(folder, 'node')))) {
		if (existsSync(node)) {
			const {stdout} = await run(node, ['-p', 'process.versions.node']);
			const [major = 0, minor = 0] = stdout.split('.').map(Number);
			if (major < 22 || (major === 22 && minor < 13)) {
				return node;
			}
		}
	}

	return null;
}
