import type {RuleResult} from '../../../types/assessment.ts';
import {relativeTime} from '../../lines/relative-time.ts';
import type {AppState, Open} from '../app-state.ts';

/**
How long ago what the verdicts rest on was read, where nothing was read now: `3 days ago`; null where it was. A rule that
rests on a file tells when that was taken in, unless it was in this visit.
*/
export function lastRead(
	{reading, found}: Pick<Open, 'reading' | 'found'>,
	{now}: Pick<AppState, 'now'>,
	rule: Pick<RuleResult, 'evidence'> | null = null,
): string | null {
	const taken = rule === null ? null : takenInAt(rule);
	if (taken !== null) {
		return taken > (found.lastAt ?? '') ? null : relativeTime(new Date(taken), now);
	}

	return reading.kind === 'last_known' ? relativeTime(reading.at, now) : null;
}

/** When the files were taken in that all of the evidence comes from; null for any other evidence. */
function takenInAt(rule: Pick<RuleResult, 'evidence'>): string | null {
	return restsOnFiles(rule) ? (rule.evidence.map(({observedAt}) => observedAt).toSorted()[0] ?? null) : null;
}

/** Whether all of the evidence comes from files that were taken in. */
export function restsOnFiles({evidence}: Pick<RuleResult, 'evidence'>): boolean {
	return evidence.length > 0 && evidence.every(({source}) => source === 'log' || source === 'certificate');
}
