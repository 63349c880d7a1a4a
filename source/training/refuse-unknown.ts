import {closestMatch} from 'leven';
import {makeSafe} from '../terminal/make-safe.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';

/** A UserError for a word that names none of `known`: with the nearest one, and all of them. */
export function refuseUnknown(kind: string, word: string, known: readonly string[]): UserError {
	const nearest = closestMatch(word, known, {
		maxDistance: word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)),
	});
	return new UserError(`There is no ${kind} called "${makeSafe(word)}".`, {
		why: `Known are: ${known.join(', ')}.`,
		next: nearest === undefined ? 'Choose one of these.' : `Did you mean "${nearest}"?`,
		exitCode: exitCodes.usage,
	});
}
