import type {Assessment} from '../types/assessment.ts';
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

/** The control to take up next: the first in the profile, in the order that avoids rework, that still asks for something. Null when none does. */
export function nextControl(assessment: Assessment): ControlId | null {
	const open = new Set(
		assessment.controls
			.filter(
				({inProfile, status, waiver}) =>
					inProfile && waiver === null && status !== 'pass' && status !== 'not_applicable',
			)
			.map(({id}) => id),
	);
	return orderWithoutRework.find(id => open.has(id)) ?? null;
}
