import type {AssessmentRecord} from '../../types/session.ts';
import type {Judged} from '../state/effect.ts';
import type {KeptFacts, ReportTexts} from '../state/places.ts';

/** What a session keeps besides its journal, and what leaves it. */
export type Archive = {
	/** Facts of earlier assessments, in the order asked for. Never rejects for the state of the disk. */
	readonly loadFacts: (
		references: readonly NonNullable<AssessmentRecord['facts']>[],
	) => Promise<readonly KeptFacts[]>;
	/** The report as it stands; `judged` null to judge by what the last assessment kept. */
	readonly makeReport: (judged: Judged | null) => Promise<ReportTexts>;
	/** Saves a report as a new file and gives its absolute path; rejects with a UserError. */
	readonly saveReport: (place: string, content: string) => Promise<string>;
};
