import type {Assessment} from '../types/assessment.ts';
import type {Control, ControlId} from '../types/control.ts';
import {openControls} from './next-control.ts';
import {minutesOf} from './quick-wins.ts';

/** Minutes of work that one sitting is planned for, unless its first control alone takes longer. */
const sitting = 60;

/** What to plan for when coming back: the controls in their order, and the minutes they take together. */
export type NextSitting = {readonly controls: readonly ControlId[]; readonly minutes: number};

/** Minutes a control still takes: its own time, less what is ticked of it. */
export function remainingMinutes(control: Control, ticked: ReadonlySet<string>): number {
	const clicks = control.clickGroups.flatMap(group => group.clicks);
	const done = clicks.filter(({id}) => ticked.has(id)).length;
	return minutesOf(control.time.text) * (clicks.length === 0 ? 1 : 1 - done / clicks.length);
}

/** The controls that ask for something and fit one sitting, the first at any length; null when none is open. */
export function nextSitting(
	assessment: Assessment,
	controls: readonly Control[],
	ticked: ReadonlySet<string>,
	{now, waiting}: {readonly now: Date; readonly waiting: ReadonlySet<ControlId>},
): NextSitting | null {
	const chosen: ControlId[] = [];
	let minutes = 0;
	for (const id of openControls(assessment, now, waiting)) {
		const control = controls.find(candidate => candidate.id === id);
		const more = control === undefined ? 0 : remainingMinutes(control, ticked);
		if (chosen.length > 0 && minutes + more > sitting) {
			break;
		}

		chosen.push(id);
		minutes += more;
	}

	return chosen.length === 0 ? null : {controls: chosen, minutes};
}
