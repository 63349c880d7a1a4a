import {chmod, constants, copyFile, lstat, open, readdir, rename, utimes} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {syncDirectory} from './durable-write.ts';
import {lstatOrNull} from './state-files.ts';

/**
Moves a file that cannot be used to `NAME.corrupt-<time>` beside it, mode 0600, and gives the new path.
Nothing is ever overwritten.
*/
export async function moveAside(path: string, now: Date): Promise<string> {
	const aside = await freeName(path, now);
	await rename(path, aside);
	await chmod(aside, 0o600);
	await syncDirectory(dirname(path));
	return aside;
}

/**
Copies a damaged file to `NAME.corrupt-<time>` beside it, mode 0600, and gives the path of the copy. A file that
has not changed since it was last copied keeps that copy, so that looking at it often does not fill the disk.
*/
export async function copyAside(path: string, now: Date): Promise<string> {
	const {size, mtime} = await lstat(path);
	const directory = dirname(path);
	for (const name of await readdir(directory)) {
		if (name.startsWith(`${basename(path)}.corrupt-`)) {
			const copy = await lstat(join(directory, name));
			if (copy.isFile() && copy.size === size && Math.abs(copy.mtimeMs - mtime.getTime()) < 2) {
				return join(directory, name);
			}
		}
	}

	const aside = await freeName(path, now);
	await copyFile(path, aside, constants.COPYFILE_EXCL);
	await chmod(aside, 0o600);
	await utimes(aside, mtime, mtime);
	const handle = await open(aside, constants.O_RDONLY);
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}

	await syncDirectory(directory);
	return aside;
}

// Colons are not allowed in names on Windows.
async function freeName(path: string, now: Date): Promise<string> {
	const name = `${path}.corrupt-${now.toISOString().replaceAll(':', '-')}`;
	for (let number = 1; ; number += 1) {
		const candidate = number === 1 ? name : `${name}-${number}`;
		if ((await lstatOrNull(candidate)) === null) {
			return candidate;
		}
	}
}
