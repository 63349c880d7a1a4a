import type {EvidenceKind} from '../../../types/evidence-facts.ts';
import type {ReportFormat, SessionEvent} from '../../../types/session.ts';

/** A text to save; the name is made of ids and days. */
export type SavedText = {readonly name: string; readonly content: string};

/** What a finished form records, or the field that stands in the way and why. */
export type Finished =
	| {
			readonly kind: 'events';
			readonly events: readonly SessionEvent[];
			readonly message: string /** Saved as a file before the events are recorded. */;
			readonly text?: SavedText;
			/** Path of a file whose SHA-256 joins what was seen. */
			readonly evidence?: string;
	  }
	/** A text that goes where the person says, as a new file. */
	| {
			readonly kind: 'save';
			readonly place: string;
			readonly format: ReportFormat;
			readonly content: string;
	  }
	/** A file that is read where the person says. */
	| {readonly kind: 'import'; readonly evidence: EvidenceKind; readonly place: string}
	| {readonly kind: 'problem'; readonly field: string; readonly problem: string};

/** What stands in the way of recording a form. */
export type FormProblem = Extract<Finished, {kind: 'problem'}>;

export function problem(field: string, why: string): FormProblem {
	return {kind: 'problem', field, problem: why};
}
