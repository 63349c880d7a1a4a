import {join} from 'node:path';
import type {SafeText} from '../types/safe-text.ts';
import type {SessionState} from '../types/session.ts';
import type {UserError} from '../types/user-error.ts';
import {emptySession} from './fold.ts';
import {type LockHolder, whoHolds} from './lock.ts';
import {readJournal} from './read-journal.ts';
import {refuseJournal} from './refuse-journal.ts';
import {type SessionKey, sessionFolder} from './session-key.ts';
import {toStateError} from './state-error.ts';
import {checkDirectory} from './state-files.ts';

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
