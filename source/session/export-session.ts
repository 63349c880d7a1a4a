import {constants} from 'node:fs/promises';
import {join} from 'node:path';
import {makeSafe} from '../terminal/make-safe.ts';
import type {UserError} from '../types/user-error.ts';
import {namedFacts, parseFacts, readFactsFile} from './facts-store.ts';
import type {JournalContent} from './journal-chain.ts';
import {readJournal} from './read-journal.ts';
import {refuseJournal} from './refuse-journal.ts';
import {type ArchivedFacts, longestArchive, type SessionArchive} from './session-archive.ts';
import {type SessionKey, sessionFolder} from './session-key.ts';
import {stateError, toStateError} from './state-error.ts';
import {checkDirectory, openChecked} from './state-files.ts';

export type Exported = {
	readonly archive: SessionArchive;
	/** Lines of the journal. */
	readonly events: number;
	/** Files of facts that were gone, damaged or too large to go along. */
	readonly leftOut: number;
};

/**
A session as it stands on the disk, to be written to one file. Reads only, and works beside a wizard that has the
session open. Throws a UserError (exit code 5) for a journal that is absent, damaged or cannot be read.
*/
export async function exportSession(stateDirectory: string, key: SessionKey): Promise<Exported> {
	const folder = sessionFolder(key);
	const directory = join(stateDirectory, 'sessions', folder);
	const path = join(directory, 'journal.jsonl');
	try {
		await checkDirectory(directory);
		const reading = await readJournal(path, folder);
		if (reading === null) {
			throw unusable(path, 'Nothing is recorded in it yet.', 'Work on it first.');
		}

		switch (reading.kind) {
			case 'damaged':
				throw unusable(
					path,
					'Its journal is damaged.',
					'Open it with the wizard, mend it there, and export it then.',
				);
			case 'whole':
				return await collect(key, directory, path, reading.content);
			default:
				throw refuseJournal(path, reading);
		}
	} catch (error) {
		throw toStateError('The session cannot be exported', path, error);
	}
}

async function collect(
	key: SessionKey,
	directory: string,
	path: string,
	{head, size, state, events}: JournalContent,
): Promise<Exported> {
	const journal = await readLines(path, size);
	if (head === null || journal.length !== events || journal.at(-1)?.includes(head) !== true) {
		throw unusable(path, 'Its journal was exchanged while it was read.', 'Try again.');
	}

	const references = namedFacts(state);
	// Newest first: where not all fit, the older ones stay behind.
	const unique = new Map(references.toReversed().map(each => [each.file, each]));
	const facts: ArchivedFacts[] = [];
	let room = longestArchive / 2 - size;
	for (const {file, sha256} of unique.values()) {
		const text = await readFactsFile(directory, file).catch(() => null);
		if (text !== null && parseFacts(text, sha256).facts !== null && text.length < room) {
			room -= text.length;
			facts.push({file, sha256, text});
		}
	}

	return {archive: {key, head, journal, facts}, events, leftOut: unique.size - facts.length};
}

async function readLines(path: string, size: number): Promise<readonly string[]> {
	if (size > longestArchive / 2) {
		throw unusable(path, 'Its journal is too large for one file.', 'Copy the folder of the session instead.');
	}

	const handle = await openChecked(path, constants.O_RDONLY);
	if (handle === null) {
		throw unusable(path, 'Its journal is gone.', 'Try again.');
	}

	try {
		const {buffer, bytesRead} = await handle.read(Buffer.alloc(size), 0, size, 0);
		return buffer.toString('utf8', 0, bytesRead).replace(/\n$/, '').split('\n');
	} finally {
		await handle.close();
	}
}

function unusable(path: string, why: string, next: string): UserError {
	return stateError('The session cannot be exported', makeSafe(path, 500), why, next);
}
