import type {Stats} from 'node:fs';
import {chmod, constants, type FileHandle, lstat, mkdir, open, readdir} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {makeSafe} from '../terminal/make-safe.ts';
import {errorCode, stateError} from './state-error.ts';

const hasModes = process.getuid !== undefined;

/** What stands at `path` without following a link; null when nothing does. */
export async function lstatOrNull(path: string): Promise<Stats | null> {
	try {
		return await lstat(path);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			return null;
		}

		throw error;
	}
}

/**
Makes sure that `path` is absent (null) or a regular file of this user with no second name. Throws a UserError
that says what it is instead. Called before a file is opened: a FIFO would hang the open for ever.
*/
export async function checkFile(path: string): Promise<Stats | null> {
	const stats = await lstatOrNull(path);
	if (stats === null) {
		return null;
	}

	const fault = faultOf(stats, 'file') ?? (stats.nlink > 1 ? 'It has a second name (a hard link).' : null);
	if (fault !== null) {
		throw stateError(
			'A file of the saved state is refused',
			path,
			fault,
			'Find out how it came there, move it away, and start again.',
		);
	}

	return stats;
}

/**
Opens a file that `checkFile` accepts; null when there is none. The handle is checked to be the file that was
looked at. Throws a UserError for anything else, and the system's error when it cannot be opened.
*/
export async function openChecked(path: string, flags: number): Promise<FileHandle | null> {
	const seen = await checkFile(path);
	if (seen === null) {
		return null;
	}

	const handle = await open(path, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		const opened = await handle.stat();
		if (opened.ino !== seen.ino || opened.dev !== seen.dev) {
			throw stateError(
				'A file of the saved state is refused',
				path,
				'It was exchanged while it was being opened.',
				'Find out which program does that, and start again.',
			);
		}

		return handle;
	} catch (error) {
		await handle.close();
		throw error;
	}
}

/** Tightens a file to 0600. Gives the sentence to say when that was needed. */
export async function tightenFile(path: string): Promise<string | null> {
	const stats = await checkFile(path);
	if (!hasModes || stats === null || (stats.mode & 0o077) === 0) {
		return null;
	}

	await chmod(path, 0o600);
	return `Others could read ${makeSafe(path, 500)}; now only you can.`;
}

/**
Creates what is missing of the state directory and the directories below it, 0700 each, and checks every one:
a real directory of this user that nobody else may enter. Gives what was tightened, as sentences.
Throws a UserError for a directory that is refused.
*/
export async function prepareDirectories(
	stateDirectory: string,
	below: readonly string[],
): Promise<readonly string[]> {
	await mkdir(stateDirectory, {recursive: true, mode: 0o700});
	const notices = [];
	let path = stateDirectory;
	const isOurs = await looksLikeOurs(path);
	notices.push(await tightenDirectory(path, isOurs));
	for (const name of below) {
		path = join(path, name);
		await mkdir(path, {mode: 0o700}).catch(error => {
			if (errorCode(error) !== 'EEXIST') {
				throw error;
			}
		});
		notices.push(await tightenDirectory(path, true));
	}

	return notices.filter(notice => notice !== null);
}

/** Throws a UserError when `path` is there and is not a real directory of this user. False when it is absent. */
export async function checkDirectory(path: string): Promise<boolean> {
	const stats = await lstatOrNull(path);
	const fault = stats === null ? null : faultOf(stats, 'directory');
	if (fault !== null) {
		throw refusedDirectory(path, fault);
	}

	return stats !== null;
}

// `--state-dir` may name a directory with a life of its own, such as /tmp: its mode is not ours to change.
async function looksLikeOurs(path: string): Promise<boolean> {
	const names = await readdir(path);
	return names.length === 0 || names.includes('sessions') || basename(path) === 'mixpanel-harden';
}

async function tightenDirectory(path: string, isOurs: boolean): Promise<string | null> {
	await checkDirectory(path);
	const {mode} = await lstat(path);
	if (!hasModes || (mode & 0o077) === 0) {
		return null;
	}

	if (isOurs && (mode & constants.S_IFMT) === constants.S_IFDIR && (mode & 0o1000) === 0) {
		await chmod(path, 0o700);
		return `Others could enter ${makeSafe(path, 500)}; now only you can.`;
	}

	if ((mode & 0o022) !== 0 && (mode & 0o1000) === 0) {
		throw refusedDirectory(path, 'Other users may write into it.');
	}

	return null;
}

function refusedDirectory(path: string, why: string) {
	return stateError(
		'The directory for the saved state is refused',
		path,
		why,
		'Name a directory of your own with --state-dir.',
	);
}

/** Why what stands there is not a file or directory of this user; null when it is one. */
export function faultOf(stats: Stats, wanted: 'file' | 'directory'): string | null {
	if (wanted === 'file' ? !stats.isFile() : !stats.isDirectory()) {
		return `It is ${kindOf(stats)}, not a ${wanted === 'file' ? 'regular file' : 'directory'}.`;
	}

	if (process.getuid !== undefined && stats.uid !== process.getuid()) {
		return 'It belongs to another user.';
	}

	return null;
}

function kindOf(stats: Stats): string {
	if (stats.isSymbolicLink()) {
		return 'a symbolic link';
	}

	if (stats.isDirectory()) {
		return 'a directory';
	}

	if (stats.isFIFO()) {
		return 'a named pipe';
	}

	return stats.isFile() ? 'a file' : 'a device or socket';
}
