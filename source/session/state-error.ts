import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';

const space =
	'Free some space there, or choose another place with --state-dir. What was saved before is intact.';
const rights = 'Make it writable for your user, or choose another place with --state-dir.';

const causes = new Map<string, readonly [why: string, next: string]>([
	['ENOSPC', ['The disk is full.', space]],
	['EDQUOT', ['Your disk quota is used up.', space]],
	['EFBIG', ['The file would grow past the size this process may write.', space]],
	['EROFS', ['The file system is read-only.', rights]],
	['EACCES', ['Your user may not read or write it.', rights]],
	['EPERM', ['The system does not permit it.', rights]],
	['ELOOP', ['It is a symbolic link, and links are not followed.', 'Replace the link by the file itself.']],
	['EEXIST', ['A file stands where a directory is needed.', 'Choose another place with --state-dir.']],
	['ENOTDIR', ['A part of the path is a file, not a directory.', 'Choose another place with --state-dir.']],
	['ENOENT', ['It is gone.', 'Check whether another program moved or deleted it, then start again.']],
	['EIO', ['The disk reported a fault.', 'Check the disk, or choose another place with --state-dir.']],
	['EMFILE', ['Too many files are open.', 'Close other programs and try again.']],
]);

/** The code of a failed system call (`ENOSPC`), null for any other error. */
export function errorCode(error: unknown): string | null {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** A UserError with exit code 5 about the state at `path`. */
export function stateError(what: string, path: string, why: string, next: string): UserError {
	return new UserError(`${what}: ${makeSafe(path, 500)}`, {why, next, exitCode: exitCodes.state});
}

/**
What a failed system call on the state means to a person. UserErrors pass as they are; an error that is no
failed system call is thrown again, because it is a fault of ours.
*/
export function toStateError(what: string, path: string, error: unknown): UserError {
	if (error instanceof UserError) {
		return error;
	}

	const code = errorCode(error);
	if (code === null || !/^E[A-Z\d]+$/.test(code)) {
		throw error;
	}

	const [why, next] = causes.get(code) ?? [
		`The system answered ${code}.`,
		'Check the place, or choose another one with --state-dir.',
	];
	return stateError(what, path, why, next);
}
