import type {RuleResult} from '../types/assessment.ts';
import type {PolicyOverride} from '../types/policy.ts';
import type {Status} from '../types/verdict.ts';
import {overrideWords} from './policy-overrides.ts';

const words: {readonly [Name in Status]: string} = {
	pass: 'a pass',
	fail: 'a fail',
	unknown: 'unknown',
	manual: 'by hand',
	not_applicable: 'not applicable',
};

/** Every override on one line; that there is none is said as well. */
export function overridesLine(overrides: readonly PolicyOverride[]): string {
	return overrides.length === 0 ? 'none, the defaults hold' : overrides.map(overrideWords).join('; ');
}

/**
What the policy sets that a verdict follows from, and whether the defaults come to another one: a sentence. Null where it
sets nothing of the kind. `overrides` are those of the whole policy.
*/
export function rulePolicyWords(
	{status, policy}: Pick<RuleResult, 'status' | 'policy'>,
	overrides: readonly PolicyOverride[],
): string | null {
	if (policy === undefined) {
		return null;
	}

	const set = overrides.filter(({key}) => policy.keys.includes(key)).map(overrideWords);
	return `The policy sets ${set.join('; ')}: ${
		policy.byDefault === status
			? 'by the defaults the verdict is the same.'
			: `by the defaults it would be ${words[policy.byDefault]}.`
	}`;
}
