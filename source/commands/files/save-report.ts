import {homedir} from 'node:os';
import {join, resolve} from 'node:path';
import {UserError} from '../../types/user-error.ts';
import {ExistingFile, openOutput} from './open-output.ts';

/**
Save a report as a new file for the person alone; gives its absolute path. `place` as typed: `~/` is the home folder, a
relative one starts where the program was started. Throws a UserError (exit 2) when something is there already, when
there is no such folder, or when it cannot be written whole; nothing of it is left then.
*/
export async function saveReport(place: string, content: string): Promise<string> {
	const path = /^~(?=\/|$)/.test(place) ? join(homedir(), place.slice(1)) : resolve(place);
	try {
		const write = await openOutput(path, false);
		await write?.(content);
		return path;
	} catch (error) {
		// The command line speaks of flags, which a form does not have.
		throw error instanceof UserError
			? new UserError(error.message, {
					why: error instanceof ExistingFile ? 'A report never replaces a file.' : error.why,
					next: 'Write another place; the report is still here.',
					exitCode: error.exitCode,
				})
			: error;
	}
}
