import {rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {makeSafe} from '../terminal/make-safe.ts';
import type {SafeText} from '../types/safe-text.ts';
import {randomHex} from './digest.ts';
import {syncDirectory} from './durable-write.ts';
import {createLockFile, type FoundLock, type LockRecord, readLockFile} from './lock-file.ts';
import {identifyOwnProcess} from './process-identity.ts';
import {stateError, toStateError} from './state-error.ts';
import {isAbandoned, sweepClaims, takeOverLock} from './take-over-lock.ts';

/** Who has a session open. All null when the lock cannot be read. */
export type LockHolder = {
	readonly pid: number | null;
	readonly host: SafeText | null;
	/** UTC ISO 8601. */
	readonly since: string | null;
	/** Where the lock is, to remove it by hand when its holder is known to be gone. */
	readonly path: string;
};

/** The right to write to one session. */
export type Lock = {
	/** Rejects with a UserError when the lock is no longer ours; asked before each write. */
	check(): Promise<void>;
	/** Removes the lock if it is still ours. */
	release(): Promise<void>;
};

export type Acquired =
	| {readonly kind: 'taken'; readonly lock: Lock; readonly notice: string | null}
	| {readonly kind: 'held'; readonly holder: LockHolder};

const lockName = 'lock';

/**
Takes the lock of the session in `directory`. A lock whose holder has certainly ended is taken over, with a
sentence that says so; any other is respected.
*/
export async function acquireLock(directory: string, now: () => Date): Promise<Acquired> {
	const path = join(directory, lockName);
	const token = randomHex(16);
	const record: LockRecord = {...(await identifyOwnProcess()), since: now().toISOString(), token};
	const own = JSON.stringify(record);
	let notice: string | null = null;
	// Each turn ends in a lock taken or seen, unless others come and go between the two steps.
	for (let turn = 0; turn < 20; turn += 1) {
		if (await createLockFile(path, own, token)) {
			await sweepClaims(path).catch(() => undefined);
			return {kind: 'taken', lock: lockAt(path, own), notice};
		}

		const found = await readLockFile(path);
		if (found === null) {
			continue;
		}

		if (!(await isAbandoned(found, now()))) {
			return {kind: 'held', holder: describe(path, found)};
		}

		const over = await takeOverLock(path, found, {text: own, record}, now());
		if (typeof over === 'object') {
			return {kind: 'held', holder: describe(path, over.by)};
		}

		if (over === 'removed') {
			notice = `The wizard that had this session open (process ${found.record?.pid}) ended without closing it; the session is yours now.`;
		}
	}

	return {kind: 'held', holder: {pid: null, host: null, since: null, path}};
}

/** Who has the session in `directory` open; null when nobody does or the holder has certainly ended. */
export async function whoHolds(directory: string, now: Date): Promise<LockHolder | null> {
	const path = join(directory, lockName);
	const found = await readLockFile(path);
	return found === null || (await isAbandoned(found, now)) ? null : describe(path, found);
}

function lockAt(path: string, own: string): Lock {
	const isOurs = async (): Promise<boolean> => (await readLockFile(path).catch(() => null))?.text === own;
	return {
		async check() {
			const found = await readLockFile(path).catch((error: unknown) => {
				throw toStateError('The lock of this session cannot be read', path, error);
			});
			if (found?.text !== own) {
				throw stateError(
					'The lock of this session is gone',
					path,
					'Another wizard took the session over, or the lock was removed.',
					'Nothing more is saved here. Leave, and open the session again.',
				);
			}
		},
		async release() {
			if (await isOurs()) {
				await rm(path, {force: true});
				await syncDirectory(dirname(path));
			}
		},
	};
}

function describe(path: string, {record}: FoundLock): LockHolder {
	return record === null
		? {pid: null, host: null, since: null, path}
		: {pid: record.pid, host: makeSafe(record.host), since: record.since, path};
}
