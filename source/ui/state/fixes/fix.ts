import type {BatchResult} from '../../../remediation/apply-changes.ts';
import type {ChangeStep} from '../../../remediation/apply-one.ts';
import type {ChangePlan} from '../../../remediation/change-plan.ts';
import type {Resource} from '../../../types/resource.ts';
import type {TextField} from '../text-field.ts';

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
			/** Back from the confirmation at that moment, null when it was begun here. */
			readonly since: Date | null;
	  }
	/** Reading how things stand now, to plan on it. `behind`: the choice to come back to, null for none. */
	| {readonly kind: 'planning'; readonly what: string; readonly behind: Choosing | null}
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
			/** When it was drawn, or an Enter last came too early. */
			readonly since: Date;
			/** The choice to come back to, null for none. */
			readonly behind: Choosing | null;
	  }
	/** Yes was said, and the name of a real organization is asked for before the first change. */
	| {
			readonly kind: 'naming';
			readonly confirming: Extract<Fix, {kind: 'confirming'}>;
			readonly text: TextField;
			readonly problem: string | null;
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

/** Properties being chosen. */
export type Choosing = Extract<Fix, {kind: 'choosing'}>;

/** Whether the end of a batch offers to take its last change back: what takes back is not itself taken back. */
export function canUndo(result: BatchResult): boolean {
	return result.kind === 'ran' && result.done.at(-1)?.plan.intent.undoes === null;
}
