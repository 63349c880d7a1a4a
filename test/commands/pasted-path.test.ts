import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {pastedPath, pathsOf} from '../../source/commands/files/pasted-path.ts';
import {temporaryDirectory} from '../session/state.ts';

async function fileNamed(t: TestContext, name: string): Promise<string> {
	const file = join(await temporaryDirectory(t), name);
	await writeFile(file, 'x');
	return file;
}

test('a file is found as terminals write one that is dropped on them', async t => {
	const file = await fileNamed(t, 'audit log (1) of Ana’s "team".csv');
	const escaped = file.replaceAll(/[\s"()]/g, '\\$&');
	const quoted = `'${file}'`;
	const doubled = `"${file.replaceAll('"', '\\"')}"`;
	for (const text of [file, `${escaped} `, quoted, ` ${doubled} `, pathToFileURL(file).href]) {
		assert.equal(await pastedPath(text), file, text);
	}
});

test('an apostrophe in single quotes, as a shell writes it', async t => {
	const file = await fileNamed(t, "Ana's log.csv");
	assert.equal(await pastedPath(`'${file.replaceAll("'", "'\\''")}'`), file);
	assert.equal(await pastedPath(file), file);
});

test('a name that is what it looks like comes before any other reading of it', async t => {
	const file = await fileNamed(t, "'quoted'.csv");
	assert.equal(await pastedPath(file), file);
	const odd = await fileNamed(t, 'a\\ b.csv');
	assert.equal(await pastedPath(odd), odd);
});

test('what a field of text does not carry over is found again: blanks, accents, hidden characters', async t => {
	const pairs = [
		['shot 10.00\u202Fam.csv', 'shot 10.00 am.csv'],
		['two  blanks.csv', 'two blanks.csv'],
		['Cafe\u0301.csv', 'Caf\u00e9.csv'],
		['zero\u200Bwidth.csv', 'zero<U+200B>width.csv'],
	] as const;
	for (const [name, shown] of pairs) {
		const file = await fileNamed(t, name);
		assert.equal(await pastedPath(join(file, '..', shown)), file, name);
	}
});

test('of two that look alike none is chosen', async t => {
	const file = await fileNamed(t, 'a  b.csv');
	await writeFile(join(file, '..', 'a\u00A0b.csv'), 'y');
	assert.equal(await pastedPath(join(file, '..', 'a b.csv')), join(file, '..', 'a b.csv'));
});

test('the tilde is the home directory, at the beginning and alone', () => {
	assert.deepEqual(pathsOf('~/log.csv', '/home/ana'), ['/home/ana/log.csv']);
	assert.deepEqual(pathsOf("'~/my log.csv'", '/home/ana'), ["'~/my log.csv'", '/home/ana/my log.csv']);
	assert.deepEqual(pathsOf('~/my\\ log.csv', '/home/ana').at(-1), '/home/ana/my log.csv');
	assert.deepEqual(pathsOf('~ana/log.csv', '/home/ana'), ['~ana/log.csv']);
	assert.deepEqual(pathsOf('~/$&.csv', '/home/$1'), ['/home/$1/$&.csv']);
});

test('what is not there stays what was likeliest meant, and a folder is a path like any other', async t => {
	const folder = await temporaryDirectory(t);
	await mkdir(join(folder, 'in here'));
	assert.equal(await pastedPath(`'${join(folder, 'no such.csv')}'`), join(folder, 'no such.csv'));
	assert.equal(await pastedPath(`${folder}/in\\ here/`), join(folder, 'in here'));
	assert.equal(await pastedPath("'unclosed"), join(process.cwd(), "'unclosed"));
	assert.equal(await pastedPath('file:%'), join(process.cwd(), 'file:%'));
});
