import type {Finding, Measurement} from '../../types/rule.ts';
import type {UnknownReason} from '../../types/verdict.ts';

/** What one resource says of the rule. `undecided`: it was read and does not say, or could not be read at all. */
export type Verdict =
	| {readonly kind: 'ok'}
	| {readonly kind: 'finding'; readonly finding: Finding}
	| {
			readonly kind: 'undecided';
			readonly reasonCode: UnknownReason;
			readonly name: string;
			readonly why: string;
	  };

export const ok: Verdict = {kind: 'ok'};

type Texts = {
	readonly expected: string;
	/** What was seen, with its coverage, for each number of findings: `2 of 7 accounts were not used`. */
	readonly actual: string;
	/** The sentence for a pass. */
	readonly passes: string;
	/** The sentence for a fail. */
	readonly fails: string;
	/** A few words for a fail in a list. */
	readonly short: string;
};

/** The findings among the verdicts, in order. */
export function findingsOf(verdicts: readonly Verdict[]): Finding[] {
	return verdicts.flatMap(verdict => (verdict.kind === 'finding' ? [verdict.finding] : []));
}

/**
Many resources make one measurement (contract §2): any finding fails; else anything undecided is unknown; else pass.
The reason code of an unknown is `partial`, or the common one when nothing at all could be decided.
*/
export function judgeEach(verdicts: readonly Verdict[], texts: Texts): Measurement {
	const {expected, short} = texts;
	const findings = findingsOf(verdicts);
	const undecided = verdicts.flatMap(verdict => (verdict.kind === 'undecided' ? [verdict] : []));
	const actual = undecided.length === 0 ? texts.actual : `${texts.actual}; ${undecided.length} undecided`;
	if (findings.length > 0) {
		const rest = undecided.length === 0 ? {} : {undecided: undecided.length};
		return {status: 'fail', findings, ...rest, expected, actual, reason: texts.fails, short};
	}

	const [first] = undecided;
	if (first === undefined) {
		return {status: 'pass', expected, actual, reason: texts.passes};
	}

	const more = undecided.length === 1 ? '' : ` (and ${undecided.length - 1} more)`;
	return {
		status: 'unknown',
		reasonCode: commonCode(verdicts) ?? 'partial',
		expected,
		actual,
		reason: `${first.name}${more}: ${first.why}.`,
	};
}

/** The reason every single verdict shares; null when one was decided or the reasons differ. */
function commonCode(verdicts: readonly Verdict[]): UnknownReason | null {
	const codes = new Set(verdicts.map(verdict => (verdict.kind === 'undecided' ? verdict.reasonCode : null)));
	const [code] = codes;
	return codes.size === 1 ? (code ?? null) : null;
}
