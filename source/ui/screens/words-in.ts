import {decidedMeaning} from '../../assessment/decided-words.ts';
import {howToRead} from '../../report/check/how-to-read.ts';
import type {Context} from '../keys/binding.ts';

/** What the figures at the top of the list count. */
const figures: typeof howToRead = [
	['decided', decidedMeaning],
	['score', 'Required rules that pass, of those that apply. What is waived is decided and does not pass.'],
	[
		'calls',
		'Requests of the last reading of the whole organization; a change and its second look are not in it.',
	],
];

/** The words that are explained in the help of a place: where there are verdicts, and where there are figures. */
export function wordsIn(context: Context): typeof howToRead {
	switch (context) {
		case 'controls': {
			return figures;
		}

		case 'check':
		case 'gap':
		case 'verify': {
			return howToRead;
		}

		default: {
			return [];
		}
	}
}
