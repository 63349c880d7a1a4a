import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {SafeText} from '../types/safe-text.ts';
import type {SessionState} from '../types/session.ts';
import type {UserError} from '../types/user-error.ts';
import {emptySession} from './fold.ts';
import {type LockHolder, whoHolds} from './lock.ts';
import {readJournal} from './read-journal.ts';
import {refuseJournal} from './refuse-journal.ts';
import {parseSessionFolder, type SessionKey, sessionFolder} from './session-key.ts';
import {errorCode, toStateError} from './state-error.ts';
import {checkDirectory, lstatOrNull} from './state-files.ts';

/** A session as its folder tells it, nothing being read. */
export type SessionSummary = {
	readonly key: SessionKey;
	/** When its journal last changed. */
	readonly modifiedAt: Date;
};

/**
The sessions in a state directory, the latest first; none when there is no such directory. Costs one listing
and one look at each folder. Throws a UserError when the directory cannot be listed.
*/
export async function listSessions(stateDirectory: string): Promise<readonly SessionSummary[]> {
	const sessions = join(stateDirectory, 'sessions');
	try {
		const found = await Promise.all((await readdir(sessions)).map(name => summarize(sessions, name)));
		return found
			.filter(summary => summary !== null)
			.sort((one, other) => other.modifiedAt.getTime() - one.modifiedAt.getTime());
	} catch (error) {
		if (errorCode(error) === 'ENOENT') {
			return [];
		}

		throw toStateError('The saved sessions cannot be listed', sessions, error);
	}
}

/** What can be said of a session without opening it. */
export type SessionDetails =
	| {
			readonly kind: 'read';
			readonly key: SessionKey;
			readonly state: SessionState;
			readonly organizationName: SafeText | null;
			readonly holder: LockHolder | null;
			/** The journal has damage that waits for a review. */
			readonly isDamaged: boolean;
			readonly leftOut: number;
	  }
	| {readonly kind: 'unreadable'; readonly key: SessionKey; readonly error: UserError};

/** Reads a session's journal and lock; changes nothing. Never rejects for the state of the disk. */
export async function readSessionSummary(
	stateDirectory: string,
	key: SessionKey,
	now: Date,
): Promise<SessionDetails> {
	const folder = sessionFolder(key);
	const directory = join(stateDirectory, 'sessions', folder);
	const path = join(directory, 'journal.jsonl');
	try {
		await checkDirectory(directory);
		const reading = await readJournal(path, folder);
		if (reading?.kind === 'newer' || reading?.kind === 'other' || reading?.kind === 'foreign') {
			return {kind: 'unreadable', key, error: refuseJournal(path, reading)};
		}

		return {
			kind: 'read',
			key,
			state: reading?.content.state ?? emptySession,
			organizationName: reading?.content.organizationName ?? null,
			holder: await whoHolds(directory, now),
			isDamaged: reading?.kind === 'damaged',
			leftOut: reading?.kind === 'damaged' ? reading.leftOut : 0,
		};
	} catch (error) {
		return {kind: 'unreadable', key, error: toStateError('A saved session cannot be read', path, error)};
	}
}

async function summarize(sessions: string, name: string): Promise<SessionSummary | null> {
	const key = parseSessionFolder(name);
	if (key === null) {
		return null;
	}

	// A folder that is no directory still counts, so that `status` can say what is wrong with it.
	const stats = await lstatOrNull(join(sessions, name, 'journal.jsonl')).catch(() =>
		lstatOrNull(join(sessions, name)),
	);
	return stats === null ? null : {key, modifiedAt: stats.mtime};
}
