import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {bundle, bundleEntry} from '../../source/build/bundle.ts';
import {withLightText} from '../../source/build/light-text.ts';
import {onDemand} from '../../source/build/on-demand.ts';
import {thirdPartyNotices} from '../../source/build/third-party-notices.ts';
import {decodeInPlace} from '../../source/build/yoga-wasm.ts';
import {root} from '../support/run-program.ts';

const run = promisify(execFile);
const bareInk = path.join(import.meta.dirname, 'fixtures/bare-ink.tsx');
const mit = 'MIT License\n\nCopyright (c) 2026 us\n\nPermission is hereby granted\n';
let directory = '';

before(async () => {
	directory = await mkdtemp(path.join(os.tmpdir(), 'mixpanel-harden-build-'));
});

after(async () => {
	await rm(directory, {recursive: true, force: true});
});

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
	const names = (await readdir(folder, {recursive: true, withFileTypes: true})).filter(entry =>
		entry.isFile(),
	);
	const files = names.map(entry => path.join(entry.parentPath, entry.name)).sort();
	return Object.fromEntries(
		await Promise.all(
			files.map(async file => [path.relative(folder, file), await readFile(file, 'utf8')] as const),
		),
	);
}

test('a bundle of Ink draws without anything installed beside it, the same each time', async () => {
	const metafile = await bundle([bareInk], path.join(directory, 'one'));
	await bundle([bareInk], path.join(directory, 'two'));
	const {stdout, stderr} = await run(process.execPath, [path.join(directory, 'one/bare-ink.js')], {
		cwd: directory,
	});
	assert.deepEqual({stdout, stderr}, {stdout: 'Hello\n', stderr: ''});
	assert.deepEqual(await contents(path.join(directory, 'one')), await contents(path.join(directory, 'two')));

	const notices = await thirdPartyNotices(metafile, root, mit);
	for (const name of ['ink', 'react', 'yoga-layout', 'chalk']) {
		assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\nLicense: MIT\\n\\n[^\\n]`, 'm'));
	}

	const yoga = notices.slice(notices.indexOf('\nyoga-layout '));
	assert.match(yoga.slice(0, 200), /Copyright \(c\) Meta Open Source\n\nPermission is/);
});

test('a package that would have to be installed fails the build', async () => {
	const file = path.join(directory, 'stray.ts');
	await writeFile(file, "import 'no-such-package';\n");
	await assert.rejects(bundle([file], path.join(directory, 'stray')), /Could not resolve "no-such-package"/);
});

test("Yoga's loader is rewritten only when it looks as expected", async () => {
	const loader = path.join(root, 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js');
	const source = await readFile(loader, 'utf8');
	assert.ok(!decodeInPlace(source).includes('function ya(){return w||"function"!=typeof fetch'));
	assert.throws(
		() => decodeInPlace(source.replace('credentials:"same-origin"', 'credentials:"omit"')),
		/has changed: 0/,
	);
	assert.throws(() => decodeInPlace(source.replace('b.charCodeAt(a)', 'b.codePointAt(a)')), /has changed: 0/);
	assert.throws(() => decodeInPlace(source + source), /has changed: 2/);
});

test('packages make no segmenter while they are loaded, as long as they look as expected', async () => {
	const {outputs} = await bundle([bareInk], path.join(directory, 'light'));
	const [bundled = ''] = Object.keys(outputs).filter(file => file.endsWith('bare-ink.js'));
	const text = await readFile(path.join(root, bundled), 'utf8');
	assert.doesNotMatch(text, /(?:const|let|var|,) *[\w$]+ *= *new Intl\.Segmenter/);
	assert.match(text, /\?\?= *new Intl\.Segmenter/);
	const file = path.join(root, 'node_modules/string-width/index.js');
	const source = await readFile(file, 'utf8');
	assert.match(withLightText(source, file), /const segmenter = \{segment: graphemesOf\}/);
	assert.throws(() => withLightText(source.replace('\\u007E', '~'), file), /string-width.* has changed: 0/);
	assert.throws(() => withLightText(source.replace('new Intl', 'make Intl'), file), /has changed: 0/);
});

test('what is drawn from the bundle is what Ink draws', async () => {
	const fixture = path.join(import.meta.dirname, 'fixtures/styled-lines.tsx');
	await bundle([fixture], path.join(directory, 'styled'));
	const options = {cwd: root, env: {...process.env, FORCE_COLOR: '3'}, maxBuffer: 2 ** 24};
	const [bundled, original] = await Promise.all([
		run(process.execPath, [path.join(directory, 'styled/styled-lines.js')], options),
		run(process.execPath, ['--import', 'tsx', fixture], options),
	]);
	assert.ok(original.stdout.includes('\\u001b[2m'));
	assert.deepEqual(JSON.parse(bundled.stdout), JSON.parse(original.stdout));
});

test('what is loaded on demand finds the modules of its program in one file, each once', async () => {
	const folder = path.join(directory, 'demand');
	await mkdir(path.join(folder, 'source'), {recursive: true});
	const files = {
		'shared.ts': 'export class Shared {}',
		'other.ts': "export const other = 'other';",
		'small.ts': "export const small = 'small';",
		'program.ts':
			"import {Shared} from './shared.ts';\nimport {other} from './other.ts';\nvoid (async () => {\nconst {same} = await import('./later.ts');\nconst {last} = await import('./last.ts');\nconsole.log(same(new Shared()), last(new Shared()), other);\n})();",
		'later.ts':
			"import {Shared} from './shared.ts';\nexport const same = (it: unknown) => it instanceof Shared;",
		'last.ts':
			"import {other} from './other.ts';\nimport {Shared} from './shared.ts';\nimport {small} from './small.ts';\nexport const last = (it: unknown) => it instanceof Shared && other + small;",
	};
	for (const [name, content] of Object.entries(files)) {
		await writeFile(path.join(folder, 'source', name), content);
	}

	const program = path.join(folder, 'source/program.ts');
	const out = path.join(folder, 'out');
	const {metafile} = await build({
		entryPoints: [program],
		outdir: out,
		outExtension: {'.js': '.mjs'},
		bundle: true,
		splitting: true,
		format: 'esm',
		metafile: true,
		plugins: [onDemand(path.join(folder, 'source'), [program], [path.join(folder, 'source/small.ts')])],
	});
	const {stdout} = await run(process.execPath, [path.join(out, 'program.mjs')]);
	assert.equal(stdout, 'true othersmall other\n');
	const shared = Object.values(metafile.outputs).filter(({inputs}) =>
		Object.entries(inputs).some(
			([input, {bytesInOutput}]) => bytesInOutput > 0 && /(?:shared|other|small|program)\.ts$/.test(input),
		),
	);
	assert.equal(shared.length, 1);
});

test('the entry is written for Node versions far below the target and loads nothing but the program', async () => {
	const outfile = path.join(directory, 'entry/cli.js');
	await bundleEntry(path.join(root, 'source/cli.ts'), './commands/program.ts', outfile);
	const entry = await readFile(outfile, 'utf8');
	assert.match(entry, /^#!\/usr\/bin\/env node\n/);
	assert.match(entry, /import\("\.\/program\.js"\)/);
	assert.doesNotMatch(entry, /\?\.|\?\?|\bimport\s*["{*]|\bawait\b|\brequire\b|#[a-z]+[ ;(]/);
	const heavy = path.join(directory, 'heavy.ts');
	await writeFile(heavy, "import 'node:fs';\nimport('./commands/program.ts');\n");
	await assert.rejects(
		bundleEntry(heavy, './commands/program.ts', path.join(directory, 'heavy.js')),
		/loads nothing but/,
	);
});

test('an entry without the program beside it says what to do', async () => {
	const outfile = path.join(directory, 'alone', 'cli.mjs');
	await bundleEntry(path.join(root, 'source/cli.ts'), './commands/program.ts', outfile);
	await assert.rejects(run(process.execPath, [outfile]), (error: unknown) => {
		assert.ok(error instanceof Error && 'code' in error && 'stderr' in error);
		assert.match(
			String(error.stderr),
			/^mixpanel-harden: [^\n]*ERR_MODULE_NOT_FOUND[^\n]*Install it again[^\n]*\n$/,
		);
		assert.equal(error.code, 1);
		return true;
	});
});

describe('notices', () => {
	async function noticeOf(name: string, manifest: Readonly<Record<string, unknown>>, license?: string) {
		const folder = path.join(directory, 'notices', 'node_modules', name);
		await rm(folder, {recursive: true, force: true});
		await mkdir(folder, {recursive: true});
		await writeFile(path.join(folder, 'package.json'), JSON.stringify({name, version: '1.2.3', ...manifest}));
		if (license !== undefined) {
			await writeFile(path.join(folder, 'LICENSE.md'), license);
		}

		const inputs = {
			[`node_modules/${name}/lib/index.js`]: {bytesInOutput: 1},
			'source/cli.ts': {bytesInOutput: 1},
		};
		const outputs = {'dist/cli.js': {bytes: 1, inputs, imports: [], exports: []}};
		return thirdPartyNotices({inputs: {}, outputs}, path.join(directory, 'notices'), mit);
	}

	test('carry the text of the license file', async () => {
		const notices = await noticeOf('@some/where', {license: 'ISC'}, 'Do as you like.\n');
		assert.match(notices, /^@some\/where 1\.2\.3\nLicense: ISC\n\nDo as you like\.\n$/m);
		assert.doesNotMatch(notices, /source\/cli/);
	});

	test('carry the usual text when a package names MIT and brings no file', async () => {
		assert.match(
			await noticeOf('bare', {license: 'MIT', author: 'Ana'}),
			/Copyright \(c\) Ana\n\nPermission/,
		);
	});

	for (const license of [undefined, '', 'Custom', 'GPL-3.0']) {
		test(`fail for a package without a file that names ${license ?? 'nothing'}`, async () => {
			await assert.rejects(noticeOf('silent', {license}), /silent 1\.2\.3 has no license file/);
		});
	}
});
