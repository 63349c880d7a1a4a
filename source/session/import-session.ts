import {readdir, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {randomHex} from './digest.ts';
import {durableWrite, syncDirectory} from './durable-write.ts';
import type {SessionArchive} from './session-archive.ts';
import {sessionFolder} from './session-key.ts';
import {errorCode, toStateError} from './state-error.ts';
import {lstatOrNull, prepareDirectories} from './state-files.ts';

/**
Makes an archive that was checked a session of the state directory, and gives its folder. It appears as a whole or not at
all. Throws a UserError: exit code 2 when there is such a session already, for two are never merged; 5 for the disk.
*/
export async function importSession(stateDirectory: string, archive: SessionArchive): Promise<string> {
	const folder = sessionFolder(archive.key);
	const sessions = join(stateDirectory, 'sessions');
	const target = join(sessions, folder);
	const arriving = `.import-${randomHex(8)}.tmp`;
	const temporary = join(sessions, arriving);
	try {
		await prepareDirectories(stateDirectory, ['sessions']);
		await refuseExisting(target);
		await prepareDirectories(stateDirectory, ['sessions', arriving, 'facts']);
		for (const {file, text} of archive.facts) {
			await durableWrite(join(temporary, 'facts', file), text);
		}

		await durableWrite(join(temporary, 'journal.jsonl'), `${archive.journal.join('\n')}\n`);
		await syncDirectory(temporary);
		await rename(temporary, target);
		await syncDirectory(sessions);
		return target;
	} catch (error) {
		await rm(temporary, {recursive: true, force: true}).catch(() => undefined);
		// A wizard may have begun the session in the meantime.
		const code = errorCode(error);
		throw code === 'ENOTEMPTY' || code === 'EEXIST'
			? existing(target)
			: toStateError('The session could not be imported', target, error);
	}
}

async function refuseExisting(target: string): Promise<void> {
	const stats = await lstatOrNull(target);
	if (stats !== null && (!stats.isDirectory() || (await readdir(target)).length > 0)) {
		throw existing(target);
	}
}

function existing(target: string): UserError {
	return new UserError('The session is not imported: there is one of this organization already.', {
		why: `It is in ${makeSafe(target, 500)}, and two sessions are never merged.`,
		next: 'Import into another place with --state-dir, or delete the one here with `mixpanel-harden session forget`.',
		exitCode: exitCodes.usage,
	});
}
