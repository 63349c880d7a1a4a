import type {Assessment, ControlResult} from '../types/assessment.ts';
import type {Control, ControlId} from '../types/control.ts';
import {isSettled, orderWithoutRework} from './next-control.ts';

const efforts = ['minutes', 'hours', 'days'] as const;

/**
The controls in the profile that still ask for something, those that cost least first: by the largest effort among
their findings, then by their hands-on time, by the number of findings, and in the order that avoids rework.
*/
export function quickWins(
	assessment: Pick<Assessment, 'controls'>,
	controls: readonly Pick<Control, 'id' | 'time'>[],
): ControlId[] {
	const minutes = new Map(controls.map(({id, time}) => [id, minutesOf(time.text)]));
	return assessment.controls
		.filter(control => control.inProfile && !isSettled(control))
		.map(control => ({
			id: control.id,
			cost: [
				effortOf(control),
				minutes.get(control.id) ?? Number.MAX_SAFE_INTEGER,
				findingsOf(control).length,
				orderWithoutRework.indexOf(control.id),
			],
		}))
		.toSorted((one, other) => compare(one.cost, other.cost))
		.map(({id}) => id);
}

/** The longest a time such as `30–60 min` or `1–2 h` says, in minutes. */
export function minutesOf(text: string): number {
	const longest = Math.max(0, ...[...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)));
	return /\bh\b/.test(text) ? longest * 60 : longest;
}

function effortOf(control: ControlResult): number {
	return findingsOf(control).reduce((most, {effort}) => Math.max(most, efforts.indexOf(effort)), 0);
}

/** What has to be mended: findings of required rules that nobody waived or exempted. */
function findingsOf({rules}: ControlResult) {
	return rules
		.filter(({required, waiver}) => required && waiver === null)
		.flatMap(({findings}) => findings.filter(({exempted}) => exempted !== true));
}

function compare(one: readonly number[], other: readonly number[]): number {
	return one.map((value, index) => value - (other[index] ?? 0)).find(difference => difference !== 0) ?? 0;
}
