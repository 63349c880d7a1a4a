import type {ControlResult, RuleResult} from '../../types/assessment.ts';
import type {CheckDocument} from './check-document.ts';
import {ageWords} from './reading-words.ts';

type Times = Pick<CheckDocument, 'startedAt' | 'finishedAt'>;

/**
What follows the basis of a verdict that was read before this run, as from a file of facts: `, read 3 days before`. Verified
means read in this run (contract §2), so what is older never stands without its age. Empty for what was read now, and
for what nobody read.
*/
export function ageOfRead({basis, evidence}: Pick<RuleResult, 'basis' | 'evidence'>, times: Times): string {
	const observed = evidence.flatMap(({source, observedAt}) => (source === 'person' ? [] : [observedAt]));
	return basis === 'verified' || basis === 'confirmed' ? age(observed, times) : '';
}

/** The same of a control: the oldest read among its required rules. */
export function ageOfControl({basis, status, rules}: ControlResult, times: Times): string {
	const behind = rules.filter(rule => rule.required && rule.status === status);
	return ageOfRead({basis, evidence: behind.flatMap(({evidence}) => evidence)}, times);
}

function age(observed: readonly string[], {startedAt, finishedAt}: Times): string {
	const [oldest] = observed.toSorted((one, other) => Date.parse(one) - Date.parse(other));
	// The time of the run is told to the second.
	return oldest === undefined || Date.parse(oldest) >= Date.parse(startedAt)
		? ''
		: `, read ${ageWords(oldest, finishedAt)} before`;
}
