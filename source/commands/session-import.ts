import {constants, type FileHandle, open} from 'node:fs/promises';
import {importSession} from '../session/import-session.ts';
import {longestArchive, parseArchive} from '../session/session-archive.ts';
import {sessionFolder} from '../session/session-key.ts';
import {errorCode} from '../session/state-error.ts';
import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {flagText} from './call/flag-text.ts';
import type {RunCommand} from './invocation.ts';

/** `session import FILE`: make an exported session one of this machine. Checks everything before it writes. */
export const run: RunCommand = async invocation => {
	const {environment, io} = invocation;
	const path = invocation.positionals[1];
	if (path === undefined || path === '') {
		throw refusal('session import needs the file to read.', 'It is one that `session export` wrote.');
	}

	const {archive, content} = parseArchive(await readArchive(path));
	const folder = sessionFolder(archive.key);
	const wanted = flagText(invocation, 'organization');
	const {key} = archive;
	if (wanted !== null && wanted !== folder && (key.kind === 'byHand' || key.organizationId !== wanted)) {
		throw refusal(
			'The session is not imported.',
			`It is the one of ${folder}, not of ${makeSafe(wanted, 60)}.`,
		);
	}

	const place = await importSession(environment.stateDirectory, archive);
	const name = content.organizationName === null ? '' : ` (${content.organizationName})`;
	io.stdout.write(
		`Imported ${content.events} entries of ${folder}${name} into ${makeSafe(place, 500)}.\nEvery line of its journal is as it was written. Start the wizard to go on.\n`,
	);
	return exitCodes.done;
};

async function readArchive(path: string): Promise<string> {
	const shown = makeSafe(path, 500);
	let handle: FileHandle | null = null;
	try {
		handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		const stats = await handle.stat();
		if (!stats.isFile() || stats.size > longestArchive) {
			throw refusal(
				`${shown} is not imported.`,
				stats.isFile() ? 'It is larger than any exported session.' : 'It is not a regular file.',
			);
		}

		return await handle.readFile('utf8');
	} catch (error) {
		const code = errorCode(error);
		if (code === null) {
			throw error;
		}

		throw refusal(
			`${shown} cannot be read.`,
			code === 'ENOENT' ? 'There is no such file.' : `The system answered ${code}.`,
		);
	} finally {
		await handle?.close();
	}
}

function refusal(what: string, why: string): UserError {
	return new UserError(what, {
		why,
		next: 'Name a file that `mixpanel-harden session export` wrote.',
		exitCode: exitCodes.usage,
	});
}
