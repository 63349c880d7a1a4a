import type {AssessmentRecord} from '../../../types/session.ts';
import type {Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';

type Judged = Pick<AssessmentRecord, 'policy'>;

/** That an assessment and the one before it were judged by different policies; empty where they were not. */
export function otherPolicyLines(before: Judged, after: Judged, width: number): readonly Line[] {
	return before.policy?.sha256 === after.policy?.sha256
		? []
		: paragraph('The two were judged by different policies.', width, {indent: 1, style: {tone: 'warn'}});
}
