import {type Undoable, undoables} from '../../../remediation/undoable.ts';
import type {AppState, Open} from '../app-state.ts';
import {assessmentRecord, isRecorded} from '../opening/assessment-record.ts';
import type {Assessed} from '../places.ts';

/** A row of the history; `before` is the assessment before it, null for the first. */
export type HistoryRow =
	| {readonly kind: 'assessment'; readonly assessed: Assessed; readonly before: Assessed | null}
	| ({readonly kind: 'change'} & Undoable);

/** Assessments, the latest first, then the changes made from here, the latest first. */
export function historyRows(state: AppState, open: Open): readonly HistoryRow[] {
	const assessed = assessments(state, open);
	return [
		...assessed.map(
			(each, index): HistoryRow => ({
				kind: 'assessment',
				assessed: each,
				before: assessed[index + 1] ?? null,
			}),
		),
		...undoables(open.session.changes).map((each): HistoryRow => ({kind: 'change', ...each})),
	];
}

/** What was recorded, and how it stands now where that is something else. The latest first. */
export function assessments(state: AppState, open: Open): readonly Assessed[] {
	const recorded = open.session.assessments.toReversed();
	const now = assessmentRecord(open, state);
	return open.reading.kind === 'under_way' || isRecorded(now, open.session)
		? recorded
		: [{...now, at: null}, ...recorded];
}
