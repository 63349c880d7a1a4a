import {constants, link, open, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {count, fields, Misfit, moment, nullable, rawText, word} from './field.ts';
import type {ProcessIdentity} from './process-identity.ts';
import {errorCode, stateError} from './state-error.ts';
import {faultOf} from './state-files.ts';

/** Who took a lock, and when (UTC ISO 8601). The token is of this one taking. */
export type LockRecord = ProcessIdentity & {readonly since: string; readonly token: string};

/** What stands in a lock file; `record` null when it cannot be understood. */
export type FoundLock = {readonly text: string; readonly record: LockRecord | null};

const textLimit = 4096;

/**
Makes a lock file, unless there is one: false then. It appears together with its content, by a link to a finished file: a
reader never finds half a lock.
*/
export async function createLockFile(path: string, text: string, token: string): Promise<boolean> {
	const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
	const temporary = join(path, '..', `.lock.${token.slice(0, 16)}.tmp`);
	try {
		await writeNew(temporary, flags, text);
		await link(temporary, path);
		return true;
	} catch (error) {
		const code = errorCode(error);
		if (code === 'EEXIST') {
			return false;
		}

		if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') {
			throw error;
		}
	} finally {
		// One that stays is swept at a later start; a lock that was made must not be called a failure for it.
		await rm(temporary, {force: true}).catch(() => undefined);
	}

	// File systems without links.
	return writeNew(path, flags, text).then(
		() => true,
		error => {
			if (errorCode(error) === 'EEXIST') {
				return false;
			}

			throw error;
		},
	);
}

async function writeNew(path: string, flags: number, text: string): Promise<void> {
	const handle = await open(path, flags, 0o600);
	try {
		await handle.writeFile(text);
	} finally {
		await handle.close();
	}
}

/**
What stands in a lock file, null when there is none. It may come and go at any time, so it is opened first and looked at
through its handle; opening without blocking and without following links is safe for whatever stands there. Throws a
UserError for what is no file.
*/
export async function readLockFile(path: string): Promise<FoundLock | null> {
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
		error => {
			if (errorCode(error) === 'ENOENT') {
				return null;
			}

			throw error;
		},
	);
	if (handle === null) {
		return null;
	}

	try {
		const fault = faultOf(await handle.stat(), 'file');
		if (fault !== null) {
			throw stateError('The lock of this session is refused', path, fault, 'Remove it, and start again.');
		}

		const {buffer, bytesRead} = await handle.read(Buffer.alloc(textLimit), 0, textLimit, 0);
		const text = buffer.toString('utf8', 0, bytesRead);
		return {text, record: parseRecord(text)};
	} finally {
		await handle.close();
	}
}

function parseRecord(text: string): LockRecord | null {
	try {
		const given = fields(JSON.parse(text));
		const pid = count(given['pid']);
		return pid === 0
			? null
			: {
					pid,
					startedAt: nullable(word)(given['startedAt']),
					bootId: nullable(word)(given['bootId']),
					pidSpace: nullable(word)(given['pidSpace']),
					host: rawText(given['host']),
					since: moment(given['since']),
					token: word(given['token']),
				};
	} catch (error) {
		if (error instanceof Misfit || error instanceof SyntaxError) {
			return null;
		}

		throw error;
	}
}
