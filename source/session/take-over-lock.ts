import {readdir, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {sha256} from './digest.ts';
import {syncDirectory} from './durable-write.ts';
import {createLockFile, type FoundLock, type LockRecord, readLockFile} from './lock-file.ts';
import {hasEnded} from './process-identity.ts';

/** `other` = somebody who is running is about to remove it, or has removed it. */
export type TakenOver = 'removed' | 'gone' | {readonly by: FoundLock};

/**
Removes a lock whose holder has ended. Many may have judged it at the same instant, and one that was slow must not remove
the lock of the one that was quick: so it is removed only by whoever made the file that claims it, whose name comes from
the lock's own content, and only while it still stands there. A claim whose maker has ended is claimed in the same way.
*/
export async function takeOverLock(
	path: string,
	stale: FoundLock,
	claimer: {readonly text: string; readonly record: LockRecord},
	now: Date,
): Promise<TakenOver> {
	const abandoned: string[] = [];
	let claimed = stale;
	let claim = claimOf(path, claimed);
	while (!(await createLockFile(claim, claimer.text, claimer.record.token))) {
		const other = await readLockFile(claim);
		if (other === null) {
			return 'gone';
		}

		if (!(await isAbandoned(other, now))) {
			return {by: other};
		}

		abandoned.push(claim);
		claimed = other;
		claim = claimOf(path, claimed);
	}

	try {
		if ((await readLockFile(path))?.text !== stale.text) {
			return 'gone';
		}

		await rm(path);
		for (const file of abandoned) {
			await rm(file, {force: true});
		}

		await syncDirectory(dirname(path));
		return 'removed';
	} finally {
		await rm(claim, {force: true});
	}
}

/** Whether whoever made a lock has certainly ended. */
export async function isAbandoned({record}: FoundLock, now: Date): Promise<boolean> {
	return record !== null && hasEnded(record, new Date(record.since), now);
}

/** Removes the claims of those who ended before they had taken the lock. For the holder, to whom no claim is laid. */
export async function sweepClaims(path: string): Promise<void> {
	const directory = dirname(path);
	for (const name of await readdir(directory)) {
		if (name.startsWith(prefix)) {
			await rm(join(directory, name), {force: true});
		}
	}
}

const prefix = '.lock-claim.';

function claimOf(path: string, {text}: FoundLock): string {
	return join(dirname(path), `${prefix}${sha256(text).slice(0, 32)}`);
}
