import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {parseSessionFolder, type SessionKey} from './session-key.ts';
import {errorCode, toStateError} from './state-error.ts';
import {lstatOrNull} from './state-files.ts';

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
