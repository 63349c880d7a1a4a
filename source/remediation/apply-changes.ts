import {applyOne, type ChangeResult, type ChangeStep} from './apply-one.ts';
import type {ChangeEdges} from './change-edges.ts';
import type {ChangePlan} from './change-plan.ts';
import {guardBatch} from './guard-batch.ts';

/** What goes on in a batch; `index` counts from 0. */
export type ChangeProgress =
	| {readonly kind: 'step'; readonly plan: ChangePlan; readonly index: number; readonly step: ChangeStep}
	| {readonly kind: 'ended'; readonly result: ChangeResult; readonly index: number};

export type BatchResult =
	/** The batch may not run; nothing was read, recorded or sent. `why` is a sentence or two. */
	| {readonly kind: 'refused'; readonly why: string}
	| {
			readonly kind: 'ran';
			/** Applied and seen by reading again, in order. */
			readonly done: readonly ChangeResult[];
			/** The one that stopped the batch; null when none did. */
			readonly failed: ChangeResult | null;
			readonly notTried: readonly ChangePlan[];
			/** Stopped because the person said so. */
			readonly isCancelled: boolean;
	  };

/**
Make changes one after the other. The first that is not applied, or whose end could not be recorded, stops the
batch. Expected failures are part of the result. Wait for it before the session is closed, cancelled or not: what
is under way is waited for, a minute at most.
*/
export async function applyChanges(
	plans: readonly ChangePlan[],
	edges: ChangeEdges,
	options: {readonly signal: AbortSignal; readonly onProgress?: (progress: ChangeProgress) => void},
): Promise<BatchResult> {
	const {signal, onProgress} = options;
	const why = guardBatch(plans, edges);
	if (why !== null) {
		return {kind: 'refused', why};
	}

	const done: ChangeResult[] = [];
	let failed: ChangeResult | null = null;
	for (const [index, plan] of plans.entries()) {
		if (signal.aborted) {
			break;
		}

		const result = await applyOne(plan, edges, {
			signal,
			onStep: step => onProgress?.({kind: 'step', plan, index, step}),
		});
		onProgress?.({kind: 'ended', result, index});
		if (result.outcome === 'applied') {
			done.push(result);
		} else {
			failed = result;
		}

		if (failed !== null || result.problem !== null) {
			break;
		}
	}

	const tried = done.length + (failed === null ? 0 : 1);
	return {kind: 'ran', done, failed, notTried: plans.slice(tried), isCancelled: signal.aborted};
}
