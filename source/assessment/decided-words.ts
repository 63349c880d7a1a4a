import {count} from '../controls/rule-kinds/count.ts';
import type {Decided} from '../types/assessment.ts';

/** How far the level is decided, in the words that every screen and document uses: `7 of 25 rules decided`. */
export function decidedWords({decided, of}: Decided): string {
	return `${decided} of ${count(of, 'rule')} decided`;
}

/** What counts as decided, and what does not (contract §2). */
export const decidedMeaning =
	'A required rule of the level that passes, by a read or a person’s word, or that fails and is waived. What fails or could not be read stays open, and advice never counts.';
