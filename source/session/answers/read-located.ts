import {makeSafe} from '../../terminal/make-safe.ts';
import {exitCodes} from '../../types/exit-code.ts';
import {UserError} from '../../types/user-error.ts';
import {type NamedText, readNamedText} from '../read-named-text.ts';
import {AnswersFault, type Located, parseLocated} from './located.ts';

/** Largest file that a person writes, in bytes (reliability §1). */
const longestFile = 5 * 1024 * 1024;

/**
Reads a YAML or JSON file that a person wrote. Throws a UserError (exit code 2) that names file, line and column of the
first thing that is not as it must be.
*/
export async function readLocated<Value>(
	path: string,
	options: Omit<NamedText, 'longest'>,
	decode: (value: Located) => Value,
): Promise<Value> {
	const text = await readNamedText(path, {...options, longest: longestFile});
	try {
		return decode(parseLocated(text));
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
