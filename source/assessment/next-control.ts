import type {Assessment, ControlResult} from '../types/assessment.ts';
import type {ControlId} from '../types/control.ts';
import {waiverDue} from './waiver-due.ts';

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
After those comes one whose waiver ends soon at `now`, and last one that waits for somebody. Null when none asks.
*/
export function nextControl(
	assessment: Assessment,
	now: Date,
	waiting: ReadonlySet<ControlId> = new Set(),
): ControlId | null {
	return openControls(assessment, now, waiting)[0] ?? null;
}

/** The controls in the profile that ask for something at `now`, in the order of `nextControl`. */
export function openControls(
	assessment: Assessment,
	now: Date,
	waiting: ReadonlySet<ControlId> = new Set(),
): readonly ControlId[] {
	const inProfile = assessment.controls.filter(control => control.inProfile);
	const open = new Set(inProfile.filter(control => !isSettled(control)).map(({id}) => id));
	const due = new Set(
		inProfile.filter(control => isSettled(control) && waiverDue(control, now) !== null).map(({id}) => id),
	);
	return [
		...orderWithoutRework.filter(id => open.has(id) && !waiting.has(id)),
		...orderWithoutRework.filter(id => due.has(id)),
		...orderWithoutRework.filter(id => open.has(id) && waiting.has(id)),
	];
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
