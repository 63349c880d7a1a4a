import type {ChangePlan} from '../../remediation/change-plan.ts';
import type {Assessment} from '../../types/assessment.ts';
import type {EvidenceKind} from '../../types/evidence-facts.ts';
import type {Facts} from '../../types/facts.ts';
import type {Resource} from '../../types/resource.ts';
import type {AssessmentRecord, ReportFormat, SessionEvent} from '../../types/session.ts';
import type {Outcome, Road} from './app-state.ts';
import type {SavedText} from './forms/finished.ts';
import type {FactsReference} from './places.ts';

/** Verdicts of the wizard and the facts they rest on; `at` is when these were read, null by hand. */
export type Judged = {readonly assessment: Assessment; readonly facts: Facts; readonly at: string | null};

/** What the reducer asks the edges to do. Each answers by events; none is awaited by a screen. */
export type Effect =
	| {readonly type: 'open'; readonly road: Road}
	| {readonly type: 'read'}
	| {readonly type: 'stop_reading'}
	/** Look up the domains that the profile names by now. */
	| {readonly type: 'read_claims'}
	/** Open a page of Mixpanel in the browser. */
	| {readonly type: 'open_page'; readonly url: string}
	/** Put a text on the clipboard, if the terminal allows it. */
	| {readonly type: 'copy'; readonly text: string}
	/** Keep the verdicts, with the facts they rest on when these were read just now. */
	| {readonly type: 'record_assessment'; readonly assessment: AssessmentRecord; readonly facts: Facts | null}
	/** Read how these stand and plan to classify them. */
	| {readonly type: 'plan_fix'; readonly resources: readonly Resource[]}
	| {readonly type: 'plan_undo'; readonly operation: string}
	/** Make the planned changes; each is written down before it is sent. */
	| {readonly type: 'apply_fix'; readonly plans: readonly ChangePlan[]}
	/** Stop planning, or begin nothing more; what is under way is waited for. */
	| {readonly type: 'stop_fix'}
	/** Go on with the good part of a damaged journal. */
	| {readonly type: 'mend'}
	/** Leave the organization: stop what is under way, let the journal go. */
	| {readonly type: 'close'}
	/** Written in the order asked for; `message` is shown once it is on the disk. `ofForm`: the open form waits for it. */
	| {
			readonly type: 'record';
			readonly events: readonly SessionEvent[];
			readonly message: string | null;
			readonly ofForm: boolean;
			/** Saved first; its place is told with the message. */
			readonly text?: SavedText;
			/** Path of a file that shows what was seen: its SHA-256 joins each attestation before that is written. */
			readonly evidence?: string;
	  }
	/** Write the report in both formats; `judged` null to judge by what the last assessment kept. */
	| {readonly type: 'make_report'; readonly judged: Judged | null}
	/** As a new file; the open form waits for it. */
	| {
			readonly type: 'save_report';
			readonly place: string;
			readonly format: ReportFormat;
			readonly content: string;
	  }
	/** Take a file in as evidence; the open form waits for it. */
	| {readonly type: 'import_evidence'; readonly kind: EvidenceKind; readonly place: string}
	/** Stop reading a file; nothing of it is kept. */
	| {readonly type: 'stop_import'}
	/** Read facts back that were kept with assessments. */
	| {readonly type: 'load_facts'; readonly references: readonly FactsReference[]}
	/** Stop and give the terminal to the shell, until it goes on with the wizard. */
	| {readonly type: 'set_aside'}
	/** After everything asked for before has been written. */
	| {readonly type: 'leave'; readonly outcome: Outcome};
