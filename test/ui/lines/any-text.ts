import fc from 'fast-check';
import {makeSafe} from '../../../source/terminal/make-safe.ts';

/** Text as it may come to a screen: plain, wide, combining, joined, and whatever `makeSafe` lets through. */
export const anyShownText: fc.Arbitrary<string> = fc.oneof(
	fc.string({maxLength: 60}),
	fc.string({unit: 'grapheme', maxLength: 40}),
	fc.string({unit: 'binary', maxLength: 40}).map(raw => makeSafe(raw)),
	fc
		.array(fc.constantFrom('北', 'é', 'e\u0301', '👩‍👩‍👧‍👦', '🇫🇷', '❤️', 'ﷺ', 'a', ' ', '…'), {maxLength: 40})
		.map(parts => parts.join('')),
);
