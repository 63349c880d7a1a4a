import type {AssessmentRecord, SessionState} from '../../types/session.ts';
import type {Status} from '../../types/verdict.ts';
import type {HistoryRow} from './report-document.ts';

/** The assessments of a session as rows, oldest first. */
export function historyRows(assessments: SessionState['assessments']): readonly HistoryRow[] {
	return assessments.map(({at, level, score, decided, of, controls, policy}) => ({
		at,
		level,
		score,
		decided,
		of,
		counts: countsOf(controls),
		policySha256: policy?.sha256 ?? null,
	}));
}

function countsOf(controls: AssessmentRecord['controls']): HistoryRow['counts'] {
	const number = (wanted: Status) => controls.filter(({status}) => status === wanted).length;
	return {
		pass: number('pass'),
		fail: number('fail'),
		unknown: number('unknown'),
		manual: number('manual'),
		not_applicable: number('not_applicable'),
	};
}
