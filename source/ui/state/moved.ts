import type {ControlId} from '../../types/control.ts';
import type {AssessmentRecord} from '../../types/session.ts';
import type {Status} from '../../types/verdict.ts';

/** A control whose verdict is another one than before; null where an assessment did not hold it. */
export type Moved = {
	readonly id: ControlId;
	readonly from: Status | null;
	readonly to: Status | null;
};

/** The controls whose verdicts differ between two assessments, in the order of the later one. */
export function movedBetween(
	before: Pick<AssessmentRecord, 'controls'>,
	after: Pick<AssessmentRecord, 'controls'>,
): readonly Moved[] {
	const ids = new Set([...after.controls, ...before.controls].map(({id}) => id));
	return [...ids]
		.map(id => ({id, from: statusIn(before, id), to: statusIn(after, id)}))
		.filter(({from, to}) => from !== to);
}

function statusIn({controls}: Pick<AssessmentRecord, 'controls'>, id: ControlId): Status | null {
	return controls.find(control => control.id === id)?.status ?? null;
}
