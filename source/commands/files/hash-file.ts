import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {pipeline} from 'node:stream/promises';
import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import {pastedPath} from './pasted-path.ts';

/**
SHA-256 of a file, 64 hexadecimal digits; the file is read and not kept. The path is as a person typed it or dropped it
on the terminal. Throws a UserError for what is no readable file.
*/
export async function hashFile(path: string): Promise<string> {
	const file = await pastedPath(path);
	try {
		const found = await stat(file);
		if (!found.isFile()) {
			throw new Error('It is no regular file.');
		}

		const hash = createHash('sha256');
		await pipeline(createReadStream(file), hash);
		return hash.digest('hex');
	} catch (error) {
		throw new UserError(`The file ${makeSafe(file, 200)} could not be read, and nothing was recorded.`, {
			why: makeSafe(error instanceof Error ? error.message : 'The system gave no reason.', 300),
			next: 'Mend the path, or leave it empty.',
			exitCode: exitCodes.usage,
		});
	}
}
