import {makeSafe} from '../../terminal/make-safe.ts';
import type {TwoFactorReading} from '../../types/facts.ts';
import {type Decoded, decoded, undecodable} from './decoded.ts';
import {isPlainObject} from './plain-object.ts';

type Candidate = TwoFactorReading['candidates'][number];

/** Objects inside objects are followed this far. */
const maximumDepth = 6;

const aboutTwoFactor = /\b(?:two ?factor|2 ?fa|mfa)\b/;
const isSwitch = /^(?:is |has )?(?:enabled|required?|enforced)$/;

/**
The organization's two-factor object reduced to its candidates (mixpanel-api §6.1): booleans whose key speaks of
two-factor, booleans that say on or off inside an object whose key does, else the only boolean at the top.
No field name is public, so a person confirms what a candidate means. Lists are passed over: what they hold is
about users, not the organization.
*/
export function decodeTwoFactor(value: unknown): Decoded<TwoFactorReading> {
	if (!isPlainObject(value)) {
		return undecodable('not an object');
	}

	const named = candidatesIn(value, [], false);
	if (named.length > 0) {
		return decoded({candidates: named});
	}

	const top = Object.entries(value).flatMap(([key, item]) =>
		typeof item === 'boolean' ? [{key: makeSafe(key), value: item}] : [],
	);
	return decoded({candidates: top.length === 1 ? top : []});
}

function candidatesIn(
	object: Readonly<Record<string, unknown>>,
	path: readonly string[],
	isInside: boolean,
): readonly Candidate[] {
	return Object.entries(object).flatMap(([key, item]) => {
		const words = wordsOf(key);
		const speaks = aboutTwoFactor.test(words);
		if (typeof item === 'boolean') {
			const counts = speaks || (isInside && isSwitch.test(words));
			return counts ? [{key: makeSafe([...path, key].join('.')), value: item}] : [];
		}

		return isPlainObject(item) && path.length < maximumDepth
			? candidatesIn(item, [...path, key], isInside || speaks)
			: [];
	});
}

/** `isTwoFactorRequired`, `has2FA` and `two-factor_enabled` as lower-case words. */
function wordsOf(key: string): string {
	return key
		.slice(0, 200)
		.replaceAll(/([a-z])([A-Z\d])|([A-Z\d])(?=[A-Z][a-z])/g, '$1$3 $2')
		.toLowerCase()
		.replaceAll(/[^a-z\d]+/g, ' ')
		.trim();
}
