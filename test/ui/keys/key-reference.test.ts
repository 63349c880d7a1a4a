import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {test} from 'node:test';
import {keyReference} from '../../../source/ui/keys/key-reference.ts';

const readme = new URL('../../../README.md', import.meta.url);
const section = /(<!-- keys:begin -->\n)[\s\S]*?(\n<!-- keys:end -->)/;

test('the key reference of the README is the table of keys', async () => {
	const text = await readFile(readme, 'utf8');
	const wanted = text.replace(section, (_, begin: string, end: string) => `${begin}${keyReference()}${end}`);
	// `npm run keys` sets this, and writes what the test would ask for.
	if (process.env['WRITE_KEYS'] === '1') {
		await writeFile(readme, wanted);
	}

	assert.match(text, section);
	assert.equal(await readFile(readme, 'utf8'), wanted, 'Run `npm run keys` and commit the README.');
});
