import {readdir, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {randomHex} from './digest.ts';
import {syncDirectory} from './durable-write.ts';
import {acquireLock, type LockHolder} from './lock.ts';
import {type SessionKey, sessionFolder} from './session-key.ts';
import {stateError, toStateError} from './state-error.ts';
import {checkDirectory, lstatOrNull} from './state-files.ts';

/** A session that can be deleted: nobody else has it open, and nobody can open it until `remove` or `keep`. */
export type Forgettable = {
	readonly directory: string;
	readonly files: number;
	readonly bytes: number;
	/** Deletes the folder of the session and nothing outside it. Rejects with a UserError (exit code 5). */
	remove(): Promise<void>;
	/** Leaves everything as it is. */
	keep(): Promise<void>;
};

/**
Takes the lock of a session to delete it; the holder when somebody else has it. Works for a session of any state, also
one whose journal cannot be read. Throws a UserError (exit code 5).
*/
export async function prepareToForget(
	stateDirectory: string,
	key: SessionKey,
	now: () => Date,
): Promise<Forgettable | {readonly holder: LockHolder}> {
	const sessions = join(stateDirectory, 'sessions');
	const directory = join(sessions, sessionFolder(key));
	const failure = 'The session cannot be deleted';
	try {
		for (const each of [stateDirectory, sessions, directory]) {
			if (!(await checkDirectory(each))) {
				throw stateError(failure, each, 'It is gone.', 'Nothing is left to do.');
			}
		}

		const acquired = await acquireLock(directory, now);
		if (acquired.kind === 'held') {
			return {holder: acquired.holder};
		}

		const {lock} = acquired;
		return {
			directory,
			...(await measure(directory)),
			keep: () => lock.release(),
			async remove() {
				// Under another name it is no session any more, so that a deletion cut short leaves no half of one.
				const leaving = join(sessions, `.forgotten-${randomHex(8)}.tmp`);
				try {
					await lock.check();
					await checkDirectory(directory);
					await rename(directory, leaving);
					await syncDirectory(sessions);
					await removeLeft(sessions);
				} catch (error) {
					throw toStateError(failure, directory, error);
				}
			},
		};
	} catch (error) {
		throw toStateError(failure, directory, error);
	}
}

/** Deletes folders that are no sessions any more, those included that an earlier deletion could not finish. */
async function removeLeft(sessions: string): Promise<void> {
	for (const name of await readdir(sessions)) {
		if (/^\.forgotten-[\da-f]{16}\.tmp$/.test(name)) {
			await rm(join(sessions, name), {recursive: true});
		}
	}

	await syncDirectory(sessions);
}

/** Counts what is there without following links; the lock, which is only there because of this, is left out. */
async function measure(directory: string): Promise<{readonly files: number; readonly bytes: number}> {
	let files = 0;
	let bytes = 0;
	for (const entry of await readdir(directory, {recursive: true, withFileTypes: true})) {
		if (!entry.isDirectory() && entry.name !== 'lock') {
			files += 1;
			bytes += (await lstatOrNull(join(entry.parentPath, entry.name)))?.size ?? 0;
		}
	}

	return {files, bytes};
}
