import type {RuleResult} from '../types/assessment.ts';
import type {Evidence} from '../types/facts.ts';
import type {Measurement, Rule} from '../types/rule.ts';
import type {Basis, Status} from '../types/verdict.ts';

/** A rule's result with the few words a list has room for. */
export type JudgedRule = {readonly result: RuleResult; readonly short: string};

/**
How a measured status is known. Not applicable rests on the answers of the profile, which are a person's word;
unknown and manual are not known.
*/
const bases: {readonly [Name in Status]: Basis | null} = {
	pass: 'verified',
	fail: 'verified',
	not_applicable: 'attested',
	unknown: null,
	manual: null,
};

/** What the facts alone make of a rule. */
export function measuredResult(
	rule: Rule,
	measurement: Measurement,
	evidence: readonly Evidence[],
): JudgedRule {
	const {status, expected, actual, reason, short} = measurement;
	const reasonCode = measurement.reasonCode ?? null;
	const nothingRead = status === 'not_applicable' || reasonCode === 'no_api';
	return {
		result: {
			id: rule.id,
			version: rule.version,
			required: rule.required,
			status,
			basis: bases[status],
			reasonCode,
			measured: null,
			grade: nothingRead ? null : rule.grade,
			expected,
			actual,
			reason,
			waiver: null,
			findings: measurement.findings ?? [],
			evidence,
			...(measurement.status === 'fail' && measurement.undecided !== undefined
				? {undecided: measurement.undecided}
				: {}),
		},
		short: short ?? actual,
	};
}
