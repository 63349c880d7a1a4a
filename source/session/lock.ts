import {constants, link, open, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {makeSafe} from '../terminal/make-safe.ts';
import type {SafeText} from '../types/safe-text.ts';
import {randomHex} from './digest.ts';
import {syncDirectory} from './durable-write.ts';
import {count, fields, Misfit, moment, nullable, rawText, word} from './field.ts';
import {hasEnded, identifyOwnProcess, type ProcessIdentity} from './process-identity.ts';
import {errorCode, stateError} from './state-error.ts';
import {faultOf} from './state-files.ts';

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

type LockRecord = ProcessIdentity & {readonly since: string; readonly token: string};
type Found = {readonly text: string; readonly record: LockRecord | null};

const lockName = 'lock';
const textLimit = 4096;

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
		if (await create(path, own, token)) {
			return {kind: 'taken', lock: lockAt(path, own), notice};
		}

		const found = await readLock(path);
		if (found === null) {
			continue;
		}

		if (found.record === null || !(await hasEnded(found.record, new Date(found.record.since), now()))) {
			return {kind: 'held', holder: describe(path, found)};
		}

		if (await removeExactly(path, found.text)) {
			notice = `The wizard that had this session open (process ${found.record.pid}) ended without closing it; the session is yours now.`;
		}
	}

	return {kind: 'held', holder: {pid: null, host: null, since: null, path}};
}

/** Who has the session in `directory` open; null when nobody does or the holder has certainly ended. */
export async function whoHolds(directory: string, now: Date): Promise<LockHolder | null> {
	const path = join(directory, lockName);
	const found = await readLock(path);
	const isStale = found?.record && (await hasEnded(found.record, new Date(found.record.since), now));
	return found === null || isStale ? null : describe(path, found);
}

function lockAt(path: string, own: string): Lock {
	return {
		async check() {
			// Another process that judged an older lock may hold this one in its hand for an instant.
			if (!(await isAt(path, own)) && !(await delay(50).then(() => isAt(path, own)))) {
				throw stateError(
					'The lock of this session is gone',
					path,
					'Another wizard took the session over, or the lock was removed.',
					'Nothing more is saved here. Leave, and open the session again.',
				);
			}
		},
		async release() {
			await removeExactly(path, own);
		},
	};
}

async function isAt(path: string, text: string): Promise<boolean> {
	const found = await readLock(path).catch(() => null);
	return found?.text === text;
}

// The lock appears together with its content, by a link to a finished file: a reader never finds half a lock.
async function create(path: string, text: string, token: string): Promise<boolean> {
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
		await rm(temporary, {force: true});
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

// Two processes may judge the same lock stale. Moving it first and looking at what was moved keeps the slower one
// from removing the lock the faster one has just taken.
async function removeExactly(path: string, text: string): Promise<boolean> {
	const aside = join(path, '..', `.lock.${randomHex(8)}.tmp`);
	if ((await readLock(path))?.text !== text) {
		return false;
	}

	try {
		await rename(path, aside);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			return false;
		}

		throw error;
	}

	const isExact = (await readLock(aside))?.text === text;
	if (!isExact) {
		await link(aside, path).catch(() => undefined);
	}

	await rm(aside, {force: true});
	await syncDirectory(join(path, '..'));
	return isExact;
}

// A lock may come and go at any time, so it is opened first and looked at through its handle; opening without
// blocking and without following links is safe for whatever stands there.
async function readLock(path: string): Promise<Found | null> {
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

function describe(path: string, {record}: Found): LockHolder {
	return record === null
		? {pid: null, host: null, since: null, path}
		: {pid: record.pid, host: makeSafe(record.host), since: record.since, path};
}
