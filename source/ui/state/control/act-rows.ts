import type {RuleResult} from '../../../types/assessment.ts';
import type {Click, Control} from '../../../types/control.ts';
import type {Rule} from '../../../types/rule.ts';

/** A row of stage Act: a click, or at the end the question what is seen now, one for each rule the clicks serve. */
export type ActRow =
	| {readonly kind: 'click'; readonly click: Click}
	| {readonly kind: 'question'; readonly rule: Rule};

export function actRows(control: Pick<Control, 'clickGroups' | 'rules'>): readonly ActRow[] {
	return [
		...control.clickGroups.flatMap(({clicks}) => clicks.map((click): ActRow => ({kind: 'click', click}))),
		...control.rules
			.filter(({clicks}) => clicks.length > 0)
			.map((rule): ActRow => ({kind: 'question', rule})),
	];
}

/** Whether a rule still needs something of somebody. */
export function isOpen({status}: Pick<RuleResult, 'status'>): boolean {
	return status !== 'pass' && status !== 'not_applicable';
}

/**
The rule a row is about: its own, or the one its click serves, an open required one before others. A click that only
leads somewhere is about what the next one serves.
*/
export function ruleOfRow(
	rows: readonly ActRow[],
	row: number,
	results: readonly RuleResult[],
): RuleResult | null {
	const current = rows[row];
	if (current === undefined) {
		return null;
	}

	if (current.kind === 'question') {
		return results.find(({id}) => id === current.rule.id) ?? null;
	}

	const served = rows
		.flatMap(each =>
			each.kind === 'question' && each.rule.clicks.includes(current.click.id) ? [each.rule.id] : [],
		)
		.flatMap(id => results.filter(result => result.id === id));
	const open = served.filter(isOpen);
	return open.find(({required}) => required) ?? open[0] ?? served[0] ?? ruleOfRow(rows, row + 1, results);
}
