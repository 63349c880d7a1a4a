import {join} from 'node:path';
import {sessionFolder} from '../../session/session-key.ts';
import type {Policy} from '../../types/policy.ts';
import type {SessionState} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import type {Archive} from '../../ui/effects/archive.ts';

/** The journal of a session as a report names it. */
export type JournalSight = {
	readonly state: () => SessionState;
	readonly headHash: () => string | null;
	/** Lines left out of a damaged journal; null for a whole one. */
	readonly leftOut: number | null;
};

export type ArchiveOf = {
	readonly stateDirectory: string;
	readonly target: Target;
	/** What a report is judged by. */
	readonly policy: Policy;
	readonly now: () => Date;
};

/** What the wizard can read back of a session in `stateDirectory`, and the reports it can make of it; loaded when first asked. */
export function createArchive(
	{stateDirectory, target, policy, now}: ArchiveOf,
	sight: JournalSight,
): Archive {
	const directory = join(stateDirectory, 'sessions', sessionFolder(target));
	return {
		async loadFacts(references) {
			const {loadFacts} = await import('../../session/facts-store.ts');
			return Promise.all(references.map(reference => loadFacts(directory, reference)));
		},
		async makeReport(judged) {
			const {makeReport} = await import('./make-report.ts');
			return makeReport({judged, directory, target, policy, sight, now: now()});
		},
		async saveReport(place, content) {
			const {saveReport} = await import('../files/save-report.ts');
			return saveReport(place, content);
		},
	};
}
