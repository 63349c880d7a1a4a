import type {AssessmentRecord} from '../types/session.ts';

type Recorded = AssessmentRecord & {readonly at: string};

/** Most assessments that are kept of one day; from there on the latest takes the place of the one before it. */
export const mostOfDay = 12;

/**
Adds an assessment to those that are kept, in place. Two of a day that rest on the same reading, or on none, are one:
the later tells what was decided since. Each other reading of a day stays, so that two checks on one day can be compared.
*/
export function keepAssessment(assessments: Recorded[], next: Recorded): void {
	const last = assessments.at(-1);
	const isSameDay = last !== undefined && dayOf(last) === dayOf(next);
	const first = assessments.at(-mostOfDay);
	const isFull = first !== undefined && dayOf(first) === dayOf(next);
	if (isSameDay && (isFull || last.facts?.sha256 === next.facts?.sha256)) {
		assessments.pop();
	}

	assessments.push(next);
}

function dayOf({at}: Recorded): string {
	return at.slice(0, 10);
}
