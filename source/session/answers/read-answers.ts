import {constants, type FileHandle, open} from 'node:fs/promises';
import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import {errorCode} from '../state-error.ts';
import type {Answers, AnswersContext} from './answers.ts';
import {decodeAnswers} from './decode-answers.ts';
import {AnswersFault, parseLocated} from './located.ts';

/** Largest file of answers, in bytes (reliability §1). */
const longestFile = 5 * 1024 * 1024;

/**
Reads a file of answers, YAML or JSON. Throws a UserError (exit code 2) that names file, line and column of the first
thing that is not as it must be.
*/
export async function readAnswers(path: string, context: AnswersContext): Promise<Answers> {
	const text = await readText(path);
	try {
		return decodeAnswers(parseLocated(text), context);
	} catch (error) {
		if (error instanceof AnswersFault) {
			const {line, column} = error.spot;
			throw new UserError(`${makeSafe(path, 500)}:${line}:${column}: ${error.message}.`, {
				why: error.why,
				next: 'Mend the file and start again; nothing was asked of Mixpanel yet.',
				exitCode: exitCodes.usage,
			});
		}

		throw error;
	}
}

async function readText(path: string): Promise<string> {
	const bytes = await readBytes(path);
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		const [before = ''] = new TextDecoder().decode(bytes).split('\ufffd');
		const lines = before.split('\n');
		throw refusal(
			`${makeSafe(path, 500)}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}: the file is not UTF-8 here.`,
			'Another encoding would change names.',
		);
	}
}

async function readBytes(path: string): Promise<Buffer> {
	const shown = makeSafe(path, 500);
	let handle: FileHandle | null = null;
	try {
		// A named pipe that nobody writes to would hang an open that waits.
		handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		const stats = await handle.stat();
		if (!stats.isFile()) {
			throw refusal(`${shown} is no file of answers.`, 'It is not a regular file.');
		}

		if (stats.size > longestFile) {
			throw refusal(`${shown} is too large.`, `Answers fit into ${longestFile / 1024 / 1024} MB.`);
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
		);
	} finally {
		await handle?.close();
	}
}

function refusal(what: string, why: string): UserError {
	return new UserError(what, {
		why,
		next: 'Name another file with --answers, or leave the flag out.',
		exitCode: exitCodes.usage,
	});
}
