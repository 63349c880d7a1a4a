import {lstat, open, rm, stat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {durableWrite} from '../../session/durable-write.ts';
import {errorCode} from '../../session/state-error.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';

/** The file that was named exists and may not be replaced. */
export class ExistingFile extends UserError {}

/** Writes the whole result to the file that was named. */
export type WriteResult = (text: string) => Promise<void>;

/**
Look at the file a result is to go to, before anything is read: null for standard output. Throws a UserError
(exit 2) when it exists and may not be replaced, or is no plain file.
*/
export async function openOutput(path: string | null, overwrite: boolean): Promise<WriteResult | null> {
	if (path === null) {
		return null;
	}

	const shown = makeSafe(path);
	const directory = dirname(path);
	if (!(await stat(directory).catch(() => null))?.isDirectory()) {
		throw new UserError(`${shown} cannot be written to.`, {
			why: `There is no directory ${makeSafe(directory)}.`,
			next: 'Make the directory, or name another file with --output.',
			exitCode: exitCodes.usage,
		});
	}

	const found = await lstat(path).catch(() => null);
	if (found !== null && !found.isFile()) {
		throw new UserError(`${shown} cannot be written to.`, {
			why: found.isDirectory() ? 'It is a directory.' : 'It is not a plain file.',
			next: 'Name another file with --output.',
			exitCode: exitCodes.usage,
		});
	}

	if (found !== null && !overwrite) {
		throw new ExistingFile(`${shown} exists already.`, {
			why: 'Nothing is replaced without being told to.',
			next: 'Add --overwrite, or name another file.',
			exitCode: exitCodes.usage,
		});
	}

	return async text => {
		try {
			// A new file must still be new; an old one is replaced as a whole or not at all.
			await (found === null ? writeNew(path, text) : durableWrite(path, text));
		} catch (error) {
			throw new UserError(`The result could not be written to ${shown}.`, {
				why: whyNot(error),
				next: 'Make room or name another file with --output, and run the same command again.',
				exitCode: exitCodes.usage,
			});
		}
	};
}

const causes = new Map([
	['ENOSPC', 'The disk is full.'],
	['EDQUOT', 'Your disk quota is used up.'],
	['EFBIG', 'The file would grow past the size this process may write.'],
	['EROFS', 'The file system is read-only.'],
	['EACCES', 'Your user may not write there.'],
	['EPERM', 'The system does not permit it.'],
	['ENAMETOOLONG', 'The name is too long.'],
	['EEXIST', 'Another program has put something there meanwhile.'],
]);

function whyNot(error: unknown): string {
	const cause = causes.get(errorCode(error) ?? '');
	return cause ?? (error instanceof Error ? makeSafe(error.message) : 'The system gave no reason.');
}

/** Nothing is left of a file that could not be written whole; one that was there already stays as it is. */
async function writeNew(path: string, text: string): Promise<void> {
	const file = await open(path, 'wx', 0o600);
	try {
		await file.writeFile(text);
	} catch (error) {
		await rm(path, {force: true}).catch(() => undefined);
		throw error;
	} finally {
		await file.close();
	}
}
