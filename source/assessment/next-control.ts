import type {Assessment, ControlResult} from '../types/assessment.ts';
import type {ControlId} from '../types/control.ts';

/** Evidence first, then two safe Owners, then the ways in, then what is behind them (guide-facts D, "Order that avoids rework"). */
export const orderWithoutRework: readonly ControlId[] = [
	'4.1',
	'2.3',
	'1.1',
	'1.2',
	'1.3',
	'2.1',
	'2.2',
	'3.1',
	'3.2',
];

/**
The control to take up next: the first in the profile, in the order that avoids rework, that still asks for something.
One that waits for somebody comes after all that do not. Null when none asks.
*/
export function nextControl(
	assessment: Assessment,
	waiting: ReadonlySet<ControlId> = new Set(),
): ControlId | null {
	return openControls(assessment, waiting)[0] ?? null;
}

/** The controls in the profile that still ask for something, in the order that avoids rework, those that wait last. */
export function openControls(
	assessment: Assessment,
	waiting: ReadonlySet<ControlId> = new Set(),
): readonly ControlId[] {
	const open = new Set(
		assessment.controls.filter(control => control.inProfile && !isSettled(control)).map(({id}) => id),
	);
	const ordered = orderWithoutRework.filter(id => open.has(id));
	return [...ordered.filter(id => !waiting.has(id)), ...ordered.filter(id => waiting.has(id))];
}

/** Whether a control asks for nothing more today: it passes, does not apply, or all that is open in it is waived. */
export function isSettled({status, waiver, rules}: ControlResult): boolean {
	return (
		status === 'pass' ||
		status === 'not_applicable' ||
		waiver !== null ||
		rules.every(
			rule =>
				!rule.required || rule.waiver !== null || rule.status === 'pass' || rule.status === 'not_applicable',
		)
	);
}
