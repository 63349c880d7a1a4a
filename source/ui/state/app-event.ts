import type {Since} from '../../assessment/in-doubt.ts';
import type {BatchResult} from '../../remediation/apply-changes.ts';
import type {ChangeStep} from '../../remediation/apply-one.ts';
import type {ChangePlan} from '../../remediation/change-plan.ts';
import type {Control} from '../../types/control.ts';
import type {EvidenceKind, ReadProgress} from '../../types/evidence-facts.ts';
import type {Facts} from '../../types/facts.ts';
import type {SafeText} from '../../types/safe-text.ts';
import type {SessionState} from '../../types/session.ts';
import type {Target} from '../../types/target.ts';
import type {Command} from '../keys/bindings.ts';
import type {Before, Chapter, Offline, Reference, Road, StartRow, UnconnectedSession} from './app-state.ts';
import type {FactsReference, KeptFacts, ReportTexts} from './places.ts';
import type {TextEdit} from './text-field.ts';

/** Everything that can happen to the wizard. Keys arrive as commands or edits, effects come back as events. */
export type AppEvent =
	| {readonly type: 'command'; readonly command: Command}
	| {readonly type: 'edit'; readonly edit: TextEdit}
	/** A row named at once, where no cursor moves. */
	| {readonly type: 'row_chosen'; readonly row: number}
	/** A field of the open form filled at once: its text, or the value of its choice. */
	| {readonly type: 'field_answered'; readonly name: string; readonly value: string}
	| {readonly type: 'resized'; readonly columns: number; readonly rows: number}
	| {readonly type: 'turned'}
	/** Given from outside: `train`, or the return from the prompts. */
	| {readonly type: 'road_chosen'; readonly road: Road}
	| {readonly type: 'fix_planned'; readonly plans: readonly ChangePlan[]; readonly refused: readonly string[]}
	| {
			readonly type: 'fix_progress';
			readonly index: number;
			readonly step: ChangeStep;
			readonly subject: string;
	  }
	| {readonly type: 'fix_ended'; readonly result: BatchResult; readonly session: SessionState}
	| {readonly type: 'fix_failed'; readonly what: string}
	/** An effect has something to say. */
	| {readonly type: 'told'; readonly message: string}
	/** The name last given on this machine. */
	| {readonly type: 'person_known'; readonly name: SafeText}
	| {readonly type: 'start_rows_known'; readonly rows: readonly StartRow[]}
	/** The controls and the guide, which the first frame does not wait for. */
	| {
			readonly type: 'guide_known';
			readonly controls: readonly Control[];
			readonly chapters: readonly Chapter[];
			readonly reference: Reference;
	  }
	| {
			readonly type: 'opened';
			readonly target: Target;
			readonly label: string;
			readonly session: SessionState;
			/** When it was left, UTC ISO 8601: what was left open may be settled since. Absent: at its latest event. */
			readonly leftAt?: string | null;
			readonly readOnly: string | null;
			readonly canMend: boolean;
			readonly canChange: boolean;
			/** What was read the last time, to tell what changed since; null when nothing was kept. */
			readonly before: Before | null;
			/** Why the organization is not reached; null when it is, and by hand. */
			readonly offline: Offline | null;
			readonly notice: string | null;
	  }
	/** What the assessments before knew, as far as a person's words are held against it. */
	| {readonly type: 'knowledge_recalled'; readonly knowledge: readonly Since[]}
	| {readonly type: 'open_failed'; readonly what: string}
	/** There is no key for the organization of a session: the person chooses. */
	| {readonly type: 'unconnected'; readonly session: UnconnectedSession}
	/** The organization of the open session is reached after all. */
	| {
			readonly type: 'reached';
			readonly session: SessionState;
			readonly canChange: boolean;
			readonly notice: string | null;
	  }
	/** A text was saved, at this place. */
	| {readonly type: 'text_saved'; readonly path: string}
	/** `ofForm`: what was recorded, or could not be, is what the open form holds. */
	| {
			readonly type: 'session_changed';
			readonly session: SessionState;
			readonly message: string | null;
			readonly ofForm: boolean;
	  }
	/** `field` names the field of the form that it is about. */
	| {
			readonly type: 'session_failed';
			readonly what: string;
			readonly ofForm: boolean;
			readonly field?: string;
	  }
	| {readonly type: 'reading_started'}
	/** `facts` holds the fact that arrived. */
	| {readonly type: 'fact_read'; readonly facts: Facts}
	| {readonly type: 'read_progress'; readonly done: number; readonly total: number}
	| {readonly type: 'read_waiting'; readonly what: string}
	/** What DNS says of the domains that the profile names, asked apart from a reading. */
	| {readonly type: 'claims_read'; readonly facts: Facts}
	| {readonly type: 'reading_finished'; readonly requests: number}
	| {readonly type: 'reading_stopped'}
	| {readonly type: 'reading_failed'; readonly what: string}
	| {readonly type: 'report_made'; readonly texts: ReportTexts}
	| {readonly type: 'report_failed'; readonly what: string}
	/** How far the reading of a file is; told once it takes a while. */
	| {readonly type: 'import_progressed'; readonly progress: ReadProgress}
	/** A file was taken in as evidence: the session that keeps it, and the fact it gives. */
	| {
			readonly type: 'evidence_imported';
			readonly kind: EvidenceKind;
			readonly facts: Facts;
			readonly session: SessionState;
	  }
	/** In the order of the references that were asked for. */
	| {
			readonly type: 'facts_loaded';
			readonly references: readonly FactsReference[];
			readonly kept: readonly KeptFacts[];
	  };

/** An event with the time it happened at: the reducer knows no clock. */
export type TimedEvent = AppEvent & {readonly at: Date};
