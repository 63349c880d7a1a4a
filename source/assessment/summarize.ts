import type {ControlResult, Decided, RuleResult, Summary} from '../types/assessment.ts';
import type {Status} from '../types/verdict.ts';

/** Counts and scores over the controls in the profile (contract §2). The scores add up: `attestedScore` is the rest. */
export function summarize(controls: readonly ControlResult[]): Summary {
	const inProfile = controls.filter(control => control.inProfile);
	const applicable = applicableRules(inProfile);
	const passed = applicable.filter(isPassed);
	const score = share(passed.length, applicable.length);
	const verifiedScore = share(passed.filter(rule => rule.basis !== 'attested').length, applicable.length);
	const number = (status: Status) => inProfile.filter(control => control.status === status).length;
	return {
		pass: number('pass'),
		fail: number('fail'),
		manual: number('manual'),
		unknown: number('unknown'),
		not_applicable: number('not_applicable'),
		waived: inProfile.filter(isWaived).length,
		total: inProfile.length,
		score,
		verifiedScore,
		attestedScore: score === null || verifiedScore === null ? null : toHundredths(score - verifiedScore),
	};
}

/**
Progress over the required rules that apply in the profile. Decided is what needs nothing more from anyone today:
passed, by a read or a person's word, or failed and waived.
*/
export function progressOf(controls: readonly ControlResult[]): Decided {
	const inProfile = controls.filter(control => control.inProfile);
	const decided = inProfile.flatMap(control =>
		applicableRules([control]).filter(
			rule => isPassed(rule) || (rule.status === 'fail' && (rule.waiver !== null || control.waiver !== null)),
		),
	);
	return {decided: decided.length, of: applicableRules(inProfile).length};
}

function applicableRules(controls: readonly ControlResult[]): RuleResult[] {
	return controls
		.flatMap(control => control.rules)
		.filter(rule => rule.required && rule.status !== 'not_applicable');
}

/** A waived rule never counts as passed. */
function isPassed(rule: RuleResult): boolean {
	return rule.status === 'pass' && rule.waiver === null;
}

/** A control that fails and is waived as a whole, or rule by rule. */
function isWaived(control: ControlResult): boolean {
	const failing = control.rules.filter(rule => rule.required && rule.status === 'fail');
	return control.waiver !== null || (failing.length > 0 && failing.every(rule => rule.waiver !== null));
}

function share(part: number, whole: number): number | null {
	return whole === 0 ? null : toHundredths(part / whole);
}

function toHundredths(value: number): number {
	return Math.round(value * 100) / 100;
}
