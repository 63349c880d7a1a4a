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

/** A control whose verdict is the same, with another reason than before. */
export type Restated = {readonly id: ControlId; readonly from: string; readonly to: string};

/** The controls that stayed what they are for another reason: fewer findings, another basis of the same verdict. */
export function restatedBetween(
	before: Pick<AssessmentRecord, 'controls'>,
	after: Pick<AssessmentRecord, 'controls'>,
): readonly Restated[] {
	return after.controls.flatMap(({id, status, basis, reason}): readonly Restated[] => {
		const known = before.controls.find(control => control.id === id);
		if (known === undefined || known.status !== status) {
			return [];
		}

		if (known.reason !== reason) {
			return [{id, from: known.reason, to: reason}];
		}

		return known.basis === basis ? [] : [{id, from: known.basis ?? 'open', to: basis ?? 'open'}];
	});
}

/** The figures that differ, each in a few words: `score 0.42 → 0.46`. */
export function figuresBetween(
	before: Pick<AssessmentRecord, 'level' | 'score' | 'decided' | 'of'>,
	after: Pick<AssessmentRecord, 'level' | 'score' | 'decided' | 'of'>,
): readonly string[] {
	const figures = ({level, score, decided, of}: typeof before): readonly (readonly [string, string])[] => [
		['level', level],
		['score', score === null ? '–' : score.toFixed(2)],
		['decided', `${decided} of ${of}`],
	];
	const then = new Map(figures(before));
	return figures(after)
		.filter(([name, value]) => then.get(name) !== value)
		.map(([name, value]) => `${name} ${then.get(name) ?? ''} → ${value}`);
}

function statusIn({controls}: Pick<AssessmentRecord, 'controls'>, id: ControlId): Status | null {
	return controls.find(control => control.id === id)?.status ?? null;
}
