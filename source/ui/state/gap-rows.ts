import type {ControlResult, RuleResult} from '../../types/assessment.ts';
import type {Finding} from '../../types/rule.ts';

/** A row of the gap: a rule, and below it each of its findings. */
export type GapRow =
	| {readonly kind: 'rule'; readonly rule: RuleResult}
	| {readonly kind: 'finding'; readonly rule: RuleResult; readonly finding: Finding};

/** The rows of a control's gap; with a filter only those findings, and rules, that hold its words. */
export function gapRows(control: ControlResult, filter: string): readonly GapRow[] {
	const wanted = filter.trim().toLowerCase();
	return control.rules.flatMap(rule => {
		const findings = rule.findings.filter(
			finding =>
				wanted === '' || `${finding.resource.name} ${finding.message}`.toLowerCase().includes(wanted),
		);
		const shown =
			wanted === '' || findings.length > 0 || `${rule.id} ${rule.reason}`.toLowerCase().includes(wanted);
		return shown
			? [
					{kind: 'rule' as const, rule},
					...findings.map(finding => ({kind: 'finding' as const, rule, finding})),
				]
			: [];
	});
}
