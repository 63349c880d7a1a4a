import {dueRules} from '../../../assessment/due.ts';
import type {AssessmentRecord} from '../../../types/session.ts';
import type {AppState, Open} from '../app-state.ts';

/** What the journal keeps of the verdicts as they stand: small, and enough for `status` to say what becomes due. */
export function assessmentRecord(
	open: Pick<Open, 'assessment' | 'facts' | 'session'>,
	state: Pick<AppState, 'controls' | 'policy' | 'now'> & Partial<Pick<AppState, 'policyRecord'>>,
): AssessmentRecord {
	const {assessment, facts, session} = open;
	const rules = state.controls.flatMap(control => control.rules);
	return {
		level: assessment.profile,
		score: assessment.summary.score,
		decided: assessment.progress.decided,
		of: assessment.progress.of,
		controls: assessment.controls.map(({id, status, basis, reason}) => ({id, status, basis, reason})),
		due: dueRules(assessment, rules, {
			facts,
			attestations: session.attestations,
			decisions: session,
			profile: session.profile,
			policy: state.policy,
			now: state.now,
		}),
		...(state.policyRecord == null ? {} : {policy: state.policyRecord}),
	};
}

/** Whether the journal's last record says the same: then another adds nothing. */
export function isRecorded(record: AssessmentRecord, session: Open['session']): boolean {
	const last = session.assessments.at(-1);
	return last !== undefined && JSON.stringify(essence(last)) === JSON.stringify(essence(record));
}

function essence({level, score, decided, of, controls, due = [], policy}: AssessmentRecord): unknown {
	return [
		level,
		score,
		decided,
		of,
		controls.map(({id, status, basis, reason}) => [id, status, basis, reason]),
		due.map(({rule, on}) => [rule, on]),
		policy?.sha256 ?? null,
	];
}
