import type {ControlResult, RuleResult} from '../../types/assessment.ts';
import type {ReportSummary} from './report-document.ts';

/** The required rules of the profile that count as passed, by how that is known (contract §2). */
export function passedRules(controls: readonly ControlResult[]): NonNullable<ReportSummary['passed']> {
	const passed = controls
		.filter(({inProfile}) => inProfile)
		.flatMap(control => control.rules)
		.filter(rule => rule.required && rule.status === 'pass' && rule.waiver === null);
	const number = (basis: RuleResult['basis']) => passed.filter(rule => rule.basis === basis).length;
	return {
		verified: number('verified'),
		confirmed: number('confirmed'),
		attested: number('attested'),
	};
}
