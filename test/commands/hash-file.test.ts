import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {hashFile} from '../../source/commands/files/hash-file.ts';
import {UserError} from '../../source/types/user-error.ts';

test('a file is known by its SHA-256, its path with or without quotes; what is none says so', async () => {
	const directory = await mkdtemp(join(tmpdir(), 'mixpanel-harden-hash-'));
	try {
		const file = join(directory, 'what was seen.png');
		await writeFile(file, 'seen');
		const hash = createHash('sha256').update('seen').digest('hex');
		assert.equal(await hashFile(file), hash);
		assert.equal(await hashFile(` '${file}' `), hash);
		for (const none of [directory, join(directory, 'missing'), '']) {
			await assert.rejects(
				hashFile(none),
				error => error instanceof UserError && /nothing was recorded/.test(error.message),
			);
		}
	} finally {
		await rm(directory, {recursive: true});
	}
});
