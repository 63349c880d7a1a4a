import type {Attestation} from '../types/assessment.ts';
import type {Rule} from '../types/rule.ts';

const day = 86_400_000;
const defaultValidDays = 90;

/** What a person's word on a rule is still worth. `unusable`: for another version of the rule, or oddly dated. */
export type Validity =
	| {readonly kind: 'holds'}
	| {readonly kind: 'stale'; readonly validDays: number}
	| {readonly kind: 'unusable'; readonly why: string};

type AttestedRule = Pick<Rule, 'id' | 'version' | 'validDays'>;

/** The latest word on the rule as a whole; those on single resources count in its register. */
export function latestAttestation(
	rule: Pick<Rule, 'id'>,
	attestations: readonly Attestation[],
): Attestation | null {
	return attestations.findLast(({rule: id, resource}) => id === rule.id && resource === null) ?? null;
}

/** Age counts from the day of the observation; a day ahead is allowed for time zones. */
export function validityOf(attestation: Attestation, rule: AttestedRule, now: Date): Validity {
	if (attestation.ruleVersion !== rule.version) {
		return {kind: 'unusable', why: 'the rule has changed since'};
	}

	const observed = observationTime(attestation);
	if (observed === null || observed > now.getTime() + day) {
		return {
			kind: 'unusable',
			why: `the date of the observation is ${observed === null ? 'unclear' : 'ahead'}`,
		};
	}

	const validDays = rule.validDays ?? defaultValidDays;
	return Math.floor((now.getTime() - observed) / day) > validDays
		? {kind: 'stale', validDays}
		: {kind: 'holds'};
}

/** The last ISO day on which the word holds, null when its date is unclear. */
export function holdsUntil(attestation: Attestation, rule: AttestedRule): string | null {
	const observed = observationTime(attestation);
	return observed === null
		? null
		: new Date(observed + (rule.validDays ?? defaultValidDays) * day).toISOString().slice(0, 10);
}

/** Start of the observed day in UTC, milliseconds since 1970. */
function observationTime({observedOn}: Attestation): number | null {
	const date = /^\d{4}-\d{2}-\d{2}/.exec(observedOn)?.[0];
	const time = date === undefined ? Number.NaN : Date.parse(date);
	return Number.isNaN(time) ? null : time;
}
