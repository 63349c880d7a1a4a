import type {Shape} from '../../types/shape.ts';

/** `fail` = something does not work; `warning` = it works, less well or less safely than it could. */
export type ExamStatus = 'ok' | 'warning' | 'fail';

/** One thing that was looked at. `next` says what to do; null where nothing has to be done. */
export type Exam = {
	readonly id: string;
	readonly status: ExamStatus;
	readonly detail: string;
	readonly next: string | null;
};

/** One kind of request, ids left out, and what came of it in each case. */
export type ReadExam = {
	readonly request: string;
	/** `ok`, `denied`, …: each once, in the order met. */
	readonly outcomes: readonly string[];
	/** Keys and types of the answers, put together; null where none could be read. */
	readonly shape: Shape | null;
};

/** What stands between a key and the rules it cannot judge. */
export type Lack = {readonly needs: string; readonly rules: readonly string[]};

export type ConnectionExam = {
	/** False without credentials: nothing was asked then. */
	readonly asked: boolean;
	readonly exams: readonly Exam[];
	/** Null when no organization was reached. `of` = rules that Mixpanel's API can answer. */
	readonly judges: {readonly rules: number; readonly of: number; readonly lacks: readonly Lack[]} | null;
	readonly reads: readonly ReadExam[];
};

/** What `doctor --format json` prints, as `doctor.schema.json` has it. Holds no id, name, address or path of a person. */
export type DoctorDocument = {
	readonly schemaVersion: '1';
	readonly tool: {readonly name: string; readonly version: string};
	readonly checkedAt: string;
	readonly status: ExamStatus;
	readonly environment: readonly Exam[];
	readonly state: readonly Exam[];
	readonly connection: ConnectionExam;
};

/** The document, whose status is the worst of its parts. */
export function buildDoctorDocument(
	given: Omit<DoctorDocument, 'schemaVersion' | 'status' | 'checkedAt'> & {readonly now: Date},
): DoctorDocument {
	const {tool, environment, state, connection, now} = given;
	const found = [...environment, ...state, ...connection.exams].map(({status}) => status);
	return {
		schemaVersion: '1',
		tool: {name: tool.name, version: tool.version},
		checkedAt: `${now.toISOString().slice(0, 19)}Z`,
		status: found.includes('fail') ? 'fail' : found.includes('warning') ? 'warning' : 'ok',
		environment,
		state,
		connection,
	};
}
