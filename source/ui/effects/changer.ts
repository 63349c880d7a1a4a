import type {BatchResult, ChangeProgress} from '../../remediation/apply-changes.ts';
import type {ChangePlan} from '../../remediation/change-plan.ts';
import type {Resource} from '../../types/resource.ts';
import type {SafeText} from '../../types/safe-text.ts';

/** Plans made on what was just read, and why there is none for the rest, as sentences. */
export type PlannedChanges = {readonly plans: readonly ChangePlan[]; readonly refused: readonly string[]};

/** Changes the organization through the API. Nothing is sent but by `apply`, and only what a plan says. */
export type Changer = {
	/** Plans to classify these properties, signed by a person. Rejects when the signal aborts. */
	readonly planClassify: (
		resources: readonly Resource[],
		by: SafeText,
		signal: AbortSignal,
	) => Promise<PlannedChanges>;
	/** A plan to take back the change of an operation. */
	readonly planUndo: (operation: string, by: SafeText, signal: AbortSignal) => Promise<PlannedChanges>;
	readonly apply: (
		plans: readonly ChangePlan[],
		options: {readonly signal: AbortSignal; readonly onProgress: (progress: ChangeProgress) => void},
	) => Promise<BatchResult>;
	/** Settles what a former session left open, by reading; gives a sentence for each. */
	readonly reconcile: (signal: AbortSignal) => Promise<readonly string[]>;
};
