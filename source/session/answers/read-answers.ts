import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import {readNamedText} from '../read-named-text.ts';
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
	const text = await readNamedText(path, {
		holds: 'answers',
		longest: longestFile,
		next: 'Name another file with --answers, or leave the flag out.',
	});
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
