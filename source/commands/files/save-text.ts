import {randomBytes} from 'node:crypto';
import {chmod, mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';

/**
Save a text of the wizard as a new file of its own under the state directory, for the person alone to read; gives
its path. Throws a UserError (exit 5) when it can't be written.
*/
export async function saveText(stateDirectory: string, name: string, content: string): Promise<string> {
	const directory = join(stateDirectory, 'hand-overs');
	const path = join(directory, `${name.replaceAll(/[^\w.-]/g, '-')}-${randomBytes(3).toString('hex')}.md`);
	try {
		await mkdir(directory, {recursive: true, mode: 0o700});
		await chmod(directory, 0o700);
		await writeFile(path, content, {flag: 'wx', mode: 0o600});
		return path;
	} catch (error) {
		throw new UserError('The text could not be saved.', {
			why: error instanceof Error ? error.message : 'The system gave no reason.',
			next: 'Make room or check the rights of the state directory, and try again.',
			exitCode: exitCodes.state,
		});
	}
}
