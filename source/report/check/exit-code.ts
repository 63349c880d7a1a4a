import type {Assessment} from '../../types/assessment.ts';
import {exitCodes} from '../../types/exit-code.ts';
import type {Facts} from '../../types/facts.ts';
import type {Status} from '../../types/verdict.ts';

/** From which verdict on a check fails (contract §1). */
export const failOnValues = ['fail', 'unknown', 'manual', 'none'] as const;
export type FailOn = (typeof failOnValues)[number];

const failing: {readonly [Name in FailOn]: readonly Status[]} = {
	none: [],
	fail: ['fail'],
	unknown: ['fail', 'unknown'],
	manual: ['fail', 'unknown', 'manual'],
};

/** 1 when an unwaived required rule of a control in the profile stands at or above `failOn`, else 0. */
export function exitCodeOf(
	assessment: Pick<Assessment, 'controls'>,
	failOn: FailOn,
): typeof exitCodes.done | typeof exitCodes.failed {
	const trips = assessment.controls.some(
		control =>
			control.inProfile &&
			control.waiver === null &&
			control.rules.some(
				rule => rule.required && rule.waiver === null && failing[failOn].includes(rule.status),
			),
	);
	return trips ? exitCodes.failed : exitCodes.done;
}

/**
The exit code of the reads, which wins over the verdicts: 3 when the key was refused (401, at whatever point of the
run) or every organization read was denied, 4 when none succeeded for other reasons, null when one succeeded or none
was tried.
*/
export function exitCodeOfReads(
	facts: Facts,
	unauthorized = false,
): typeof exitCodes.denied | typeof exitCodes.unreachable | null {
	if (unauthorized) {
		return exitCodes.denied;
	}

	const outcomes = [facts.users, facts.teams, facts.twoFactor, facts.serviceAccounts].flatMap(read =>
		read === undefined ? [] : [read.outcome],
	);
	if (outcomes.length === 0 || outcomes.includes('ok')) {
		return null;
	}

	return outcomes.every(outcome => outcome === 'denied') ? exitCodes.denied : exitCodes.unreachable;
}
