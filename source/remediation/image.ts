import {isDeepStrictEqual} from 'node:util';
import type {ChangeIntent, Image} from '../types/change.ts';

/** One field in which what was found is not what was expected. */
export type Difference = {
	readonly field: string;
	readonly expected: Image[string];
	readonly found: Image[string];
};

/** The fields of `expected` that `found` has otherwise or lacks. */
export function differencesBetween(expected: Image, found: Image): readonly Difference[] {
	return Object.entries(expected)
		.map(([field, value]) => ({field, expected: value, found: found[field] ?? null}))
		.filter(difference => !isDeepStrictEqual(difference.expected, difference.found));
}

/** What a read shows of a change: that it was made, that it was not, or neither. */
export function shownBy(
	found: Image,
	{before, desired}: Pick<ChangeIntent, 'before' | 'desired'>,
): 'desired' | 'before' | 'neither' {
	if (differencesBetween(desired, found).length === 0) {
		return 'desired';
	}

	return differencesBetween(before, found).length === 0 ? 'before' : 'neither';
}

/** An image in words: `classified`. */
export function describeImage(image: Image): string {
	switch (image['sensitive']) {
		case true: {
			return 'classified';
		}

		case false: {
			return 'not classified';
		}

		default: {
			return 'unclear: Mixpanel does not say whether it is classified';
		}
	}
}
