import {constants, lstat, open, readdir, rename, rm} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {randomHex} from './digest.ts';

const temporaryName = /^\..+\.[\da-f]{16}\.tmp$/;

/**
Replaces the file at `path` by `text`, so that after any crash it holds the old or the new text, whole
(reliability §2.1). The new text is on the disk when this resolves; the file's mode is 0600. Rejects with the
system's error, the old file being intact. Short writes are caught by the size check: renaming a file that was
cut by a full disk is how other writers lose data.
*/
export async function durableWrite(path: string, text: string): Promise<void> {
	const directory = dirname(path);
	const temporary = join(directory, `.${basename(path)}.${randomHex(8)}.tmp`);
	const bytes = Buffer.from(text);
	try {
		const file = await open(
			temporary,
			constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
			0o600,
		);
		try {
			await file.writeFile(bytes);
			await file.sync();
			if ((await file.stat()).size !== bytes.length) {
				throw Object.assign(new Error('The file was written short'), {code: 'ENOSPC'});
			}
		} finally {
			await file.close();
		}

		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, {force: true}).catch(() => undefined);
		throw error;
	}

	await syncDirectory(directory);
}

/** Makes names created, renamed or removed in `directory` last through a power loss. Windows has no such call. */
export async function syncDirectory(directory: string): Promise<void> {
	if (process.platform === 'win32') {
		return;
	}

	const handle = await open(directory, constants.O_RDONLY);
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/**
Removes what writers that were killed have left in `directory`: regular files with the name of a temporary,
owned by this user and older than a minute at `now`. Gives their number. What cannot be removed stays.
*/
export async function sweepTemporaries(directory: string, now: Date): Promise<number> {
	let removed = 0;
	for (const name of await readdir(directory)) {
		if (!temporaryName.test(name)) {
			continue;
		}

		const path = join(directory, name);
		const stats = await lstat(path).catch(() => null);
		const isOurs = stats?.isFile() && (process.getuid === undefined || stats.uid === process.getuid());
		if (stats !== null && isOurs && now.getTime() - stats.mtimeMs > 60_000) {
			await rm(path, {force: true}).then(
				() => {
					removed += 1;
				},
				() => undefined,
			);
		}
	}

	return removed;
}
