import type {Answers, AnswersContext} from './answers.ts';
import {decodeAnswers} from './decode-answers.ts';
import {readLocated} from './read-located.ts';

/**
Reads a file of answers, YAML or JSON. Throws a UserError (exit code 2) that names file, line and column of the first
thing that is not as it must be.
*/
export async function readAnswers(path: string, context: AnswersContext): Promise<Answers> {
	return readLocated(
		path,
		{holds: 'answers', next: 'Name another file with --answers, or leave the flag out.'},
		value => decodeAnswers(value, context),
	);
}
