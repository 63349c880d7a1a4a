import type {ControlResult, RuleResult} from '../../../types/assessment.ts';
import type {Control} from '../../../types/control.ts';
import type {Finding} from '../../../types/rule.ts';
import {findingsOf} from '../picking/finding-rows.ts';

/** A row of the gap: a rule, and below it each of its findings. */
export type GapRow =
	| {readonly kind: 'rule'; readonly rule: RuleResult}
	| {readonly kind: 'finding'; readonly rule: RuleResult; readonly finding: Finding};

type Remembered = {readonly filter: string; readonly rows: readonly GapRow[]};

// A verdict never changes, and one key press asks for its rows several times over: thousands of findings are put
// in rows once.
const remembered = new WeakMap<ControlResult, Remembered>();

/** The rows of a control's gap; with a filter only those findings, and rules, that hold its words. */
export function gapRows(
	result: ControlResult,
	control: Pick<Control, 'rules'>,
	filter: string,
): readonly GapRow[] {
	const known = remembered.get(result);
	if (known?.filter === filter) {
		return known.rows;
	}

	const titles = new Map(control.rules.map(rule => [rule.id, rule.title]));
	const rows = findRows(result, titles, filter.trim().toLowerCase());
	remembered.set(result, {filter, rows});
	return rows;
}

function findRows(
	result: ControlResult,
	titles: ReadonlyMap<string, string>,
	wanted: string,
): readonly GapRow[] {
	return result.rules.flatMap(rule => {
		const findings = findingsOf(rule).filter(
			({resource, message}) =>
				wanted === '' || `${resource.name} ${resource.id} ${message}`.toLowerCase().includes(wanted),
		);
		const words = `${titles.get(rule.id) ?? ''} ${rule.id} ${rule.actual} ${rule.reason}`;
		const shown = wanted === '' || findings.length > 0 || words.toLowerCase().includes(wanted);
		return shown
			? [
					{kind: 'rule' as const, rule},
					...findings.map(finding => ({kind: 'finding' as const, rule, finding})),
				]
			: [];
	});
}
