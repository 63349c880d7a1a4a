import type {BatchResult} from '../../remediation/apply-changes.ts';
import type {ChangeStep} from '../../remediation/apply-one.ts';
import type {ChangePlan} from '../../remediation/change-plan.ts';
import type {Resource} from '../../types/resource.ts';

/** Milliseconds for which a confirmation takes no key: what was pressed before it was drawn was meant for something else. */
export const confirmDelay = 300;

/** A fix on its way from choosing to its end; it lies over the screen and has the keys (product §3). */
export type Fix =
	| {
			readonly kind: 'choosing';
			readonly resources: readonly Resource[];
			/** Ids of the chosen ones. */
			readonly chosen: ReadonlySet<string>;
			readonly row: number;
			/** How many may be chosen, null for no limit. */
			readonly limit: number | null;
	  }
	/** Reading how things stand now, to plan on it. */
	| {readonly kind: 'planning'; readonly what: string}
	| {
			readonly kind: 'confirming';
			readonly plans: readonly [ChangePlan, ...ChangePlan[]];
			/** Sentences about what could not be planned. */
			readonly refused: readonly string[];
			/** The first row, preselected, is No. */
			readonly answer: 'no' | 'yes';
			readonly isWhole: boolean;
			/** First line in sight. Yes can be chosen only from the end, when all of it has been. */
			readonly scroll: number;
			readonly since: Date;
	  }
	| {
			readonly kind: 'running';
			readonly of: number;
			readonly index: number;
			readonly step: ChangeStep;
			readonly subject: string;
			readonly isStopping: boolean;
	  }
	| {readonly kind: 'ended'; readonly result: BatchResult};

/** Whether the end of a batch offers to take its last change back: what takes back is not itself taken back. */
export function canUndo(result: BatchResult): boolean {
	return result.kind === 'ran' && result.done.at(-1)?.plan.intent.undoes === null;
}
