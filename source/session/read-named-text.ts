import {constants, type FileHandle, open} from 'node:fs/promises';
import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {errorCode} from './state-error.ts';

export type NamedText = {
	/** What such a file holds, for the words: `answers`. */
	readonly holds: string;
	/** Largest size, bytes. */
	readonly longest: number;
	/** What to do about a file that cannot be taken, a sentence. */
	readonly next: string;
};

/**
The text of a file that a person named. Throws a UserError (exit code 2) for what is no regular file, is too large, or is
not UTF-8, which it names by line and column.
*/
export async function readNamedText(path: string, options: NamedText): Promise<string> {
	const bytes = await readBytes(path, options);
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		const [before = ''] = new TextDecoder().decode(bytes).split('\ufffd');
		const lines = before.split('\n');
		throw refusal(
			`${makeSafe(path, 500)}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}: the file is not UTF-8 here.`,
			'Another encoding would change names.',
			options,
		);
	}
}

async function readBytes(path: string, options: NamedText): Promise<Buffer> {
	const {holds, longest} = options;
	const shown = makeSafe(path, 500);
	let handle: FileHandle | null = null;
	try {
		// A named pipe that nobody writes to would hang an open that waits.
		handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		const stats = await handle.stat();
		if (!stats.isFile()) {
			throw refusal(`${shown} is no file of ${holds}.`, 'It is not a regular file.', options);
		}

		if (stats.size > longest) {
			throw refusal(
				`${shown} is too large.`,
				`${holds.slice(0, 1).toUpperCase()}${holds.slice(1)} fit into ${longest / 1024 / 1024} MB.`,
				options,
			);
		}

		return await handle.readFile();
	} catch (error) {
		const code = errorCode(error);
		if (code === null) {
			throw error;
		}

		throw refusal(
			`${shown} cannot be read.`,
			code === 'ENOENT' ? 'There is no such file.' : `The system answered ${code}.`,
			options,
		);
	} finally {
		await handle?.close();
	}
}

function refusal(what: string, why: string, {next}: NamedText): UserError {
	return new UserError(what, {why, next, exitCode: exitCodes.usage});
}
