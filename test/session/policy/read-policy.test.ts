import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmod, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {controls} from '../../../source/controls/index.ts';
import {readPolicy} from '../../../source/session/policy/read-policy.ts';
import {exitCodes} from '../../../source/types/exit-code.ts';
import {UserError} from '../../../source/types/user-error.ts';
import {temporaryDirectory} from '../state.ts';

const context = {
	rules: controls.flatMap(control => control.rules),
	now: new Date('2026-11-24T10:00:00.000Z'),
	faultOfPattern: () => null,
};
const isUnix = process.getuid !== undefined;

async function refusal(path: string): Promise<UserError> {
	try {
		await readPolicy(path, context);
	} catch (error) {
		assert.ok(error instanceof UserError, String(error));
		assert.equal(error.exitCode, exitCodes.usage);
		assert.notEqual(error.next, '');
		return error;
	}

	throw new Error('the file is taken');
}

test('what is no policy is refused by file, line and column', async t => {
	const directory = await temporaryDirectory(t);
	const file = join(directory, 'policy.yaml');
	for (const [content, what, why] of [
		['', ':1:1: the policy is empty.', /at least one key/],
		['maxOwners: 4\nmaxOwner: 4\n', ':2:1: the policy has no "maxOwner".', /maxOwners/],
		[Buffer.from([0xff, 0xfe, 0x6d, 0x00]), ':1:1: the file is not UTF-8 here.', /encoding/],
		[Buffer.from('unusedDays: 9\n# caf\xe9', 'latin1'), ':2:6: the file is not UTF-8 here.', /encoding/],
		[Buffer.alloc(5 * 1024 * 1024 + 1, '#'), ' is too large.', /5 MB/],
	] as const) {
		await writeFile(file, content);
		const {message, why: reason} = await refusal(file);
		assert.equal(message, `${file}${what}`);
		assert.match(reason, why);
	}

	await writeFile(file, Buffer.from('\u007fELF\u0000\u0001\u0002'));
	assert.match((await refusal(file)).message, /policy\.yaml:1:1: /);
});

test('what is no file is refused at once', async t => {
	const directory = await temporaryDirectory(t);
	assert.match((await refusal(join(directory, 'absent'))).why, /no such file/);
	assert.match((await refusal(directory)).message, /is no file of policies/);
	if (isUnix) {
		const pipe = join(directory, 'pipe');
		execFileSync('mkfifo', [pipe]);
		assert.match((await refusal(pipe)).why, /not a regular file/);
		const loop = join(directory, 'loop');
		await symlink(loop, loop);
		assert.match((await refusal(loop)).why, /ELOOP/);
	}
});

test('a file nobody may read is refused', {skip: !isUnix || process.getuid?.() === 0}, async t => {
	const file = join(await temporaryDirectory(t), 'policy.yaml');
	await writeFile(file, 'maxOwners: 4');
	await chmod(file, 0);
	assert.match((await refusal(file)).why, /EACCES/);
});

test('a link to a file, a byte order mark and ends of line of any kind are taken', {
	skip: !isUnix,
}, async t => {
	const directory = await temporaryDirectory(t);
	const file = join(directory, 'policy.yaml');
	await writeFile(file, '\ufeffmaxOwners: 4\r\nunusedDays: 60\r\n');
	const link = join(directory, 'link');
	await symlink(file, link);
	const {maxOwners, unusedDays} = await readPolicy(link, context);
	assert.deepEqual([maxOwners, unusedDays], [4, 60]);
});
