import {constants, type Stats} from 'node:fs';
import {lstat, open} from 'node:fs/promises';
import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import type {RequestLogEntry} from './request-log-entry.ts';

export type RequestLogFile = {
	/** Adds one line; lines are written in the order they come. */
	add(entry: RequestLogEntry): void;
	/** Rejects with UserError once a line could not be written; otherwise never settles. */
	readonly broken: Promise<never>;
	close(): Promise<void>;
};

/**
Open a log of requests, one JSON line each. A new file is readable by its owner only; a regular file already there is
continued. Throws UserError for anything else at the path.
*/
export async function openRequestLogFile(path: string): Promise<RequestLogFile> {
	const {O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_WRONLY} = constants;
	const found = await lstat(path).catch(() => null);
	if (found !== null) {
		requireRegular(found, path);
	}

	// The flags keep a link or pipe put there in the meantime from being followed or waited for.
	const handle = await open(path, O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_WRONLY, 0o600).catch(
		error => {
			throw cannotWrite(path, error);
		},
	);
	requireRegular(await handle.stat(), path);
	const {promise: broken, reject} = Promise.withResolvers<never>();
	// Whoever waits for it hears of it; before that it must not count as unhandled.
	broken.catch(() => undefined);
	let written = Promise.resolve();
	return {
		add(entry) {
			written = written
				.then(() => handle.appendFile(`${JSON.stringify(entry)}\n`))
				.catch(error => {
					reject(cannotWrite(path, error));
				});
		},
		broken,
		async close() {
			await written;
			await handle.close();
		},
	};
}

function requireRegular(found: Stats, path: string): void {
	if (!found.isFile()) {
		throw new UserError(`The log cannot be written to ${makeSafe(path)}.`, {
			why: `There is ${kindOf(found)} at that path, and only a plain file is written to.`,
			next: 'Choose a path where there is nothing yet, or a log from before.',
			exitCode: exitCodes.usage,
		});
	}
}

function kindOf(found: Stats): string {
	if (found.isDirectory()) {
		return 'a directory';
	}

	return found.isSymbolicLink() ? 'a symbolic link' : 'something that is not a file';
}

function cannotWrite(path: string, error: unknown): UserError {
	return new UserError(`The log cannot be written to ${makeSafe(path)}.`, {
		why: error instanceof Error ? makeSafe(error.message) : 'The system refused it.',
		next: 'Check the directory and the free space, or choose another file with --log.',
		exitCode: exitCodes.usage,
	});
}
