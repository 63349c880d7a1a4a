import type {LockHolder} from '../../session/lock.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';

/** Why a session that somebody else has open is left alone. */
export function heldError({pid, host, since, path}: LockHolder): UserError {
	return new UserError('Another wizard has this session open.', {
		why: `It is process ${pid ?? 'unknown'} on ${host ?? 'an unknown machine'}${since === null ? '' : `, since ${since}`}.`,
		next: `Close it there first. If it is gone for certain, remove ${makeSafe(path, 500)}.`,
		exitCode: exitCodes.state,
	});
}
