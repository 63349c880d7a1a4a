import {makeSafe} from '../terminal/make-safe.ts';
import type {Change} from '../types/change.ts';
import type {UserError} from '../types/user-error.ts';
import {recordOutcome} from './apply-one.ts';
import type {ChangeEdges} from './change-edges.ts';
import {isCovered, openChanges} from './open-changes.ts';
import {placeOfProperty} from './property-place.ts';
import {judgeRead, type Settlement} from './settle-by-reading.ts';

/** An open change after reading. `problem` = its end could not be recorded. */
export type Reconciled = Settlement & {readonly change: Change; readonly problem: UserError | null};

/**
Settle the changes nobody knows the end of, by reading the live state; nothing is ever sent. One that cannot be
read stays `unknown` and is asked again the next time. Ends early, with what it has, when the signal aborts.
Run it when a session opens and before anything is planned.
*/
export async function reconcile(
	changes: readonly Change[],
	edges: Pick<ChangeEdges, 'readProperty' | 'record'>,
	signal: AbortSignal,
): Promise<readonly Reconciled[]> {
	const reconciled: Reconciled[] = [];
	for (const change of openChanges(changes)) {
		const settlement = await settle(change, edges, signal);
		if (settlement === null) {
			return reconciled;
		}

		reconciled.push(await keep(change, settlement, edges));
	}

	for (const [index, change] of changes.entries()) {
		if (change.outcome === null && isCovered(changes, change, index)) {
			const words =
				'It was interrupted, and a later change was made over it: what came of it cannot be told.';
			reconciled.push(await keep(change, {outcome: 'unknown', detail: makeSafe(words)}, edges));
		}
	}

	return reconciled;
}

/** What reading says; null when the signal aborted first. */
async function settle(
	change: Change,
	edges: Pick<ChangeEdges, 'readProperty'>,
	signal: AbortSignal,
): Promise<Settlement | null> {
	const place = change.resource.type === 'property' ? placeOfProperty(change.resource.id) : null;
	if (place === null) {
		return {outcome: 'unknown', detail: makeSafe('Its record names nothing that can be read.')};
	}

	try {
		const read = await edges.readProperty(place, {signal});
		return judgeRead(read, change, 'It was interrupted, and is settled by this reading.');
	} catch (error) {
		if (signal.aborted) {
			return null;
		}

		throw error;
	}
}

async function keep(
	change: Change,
	settlement: Settlement,
	edges: Pick<ChangeEdges, 'record'>,
): Promise<Reconciled> {
	// What was unknown and still is would only repeat itself in the journal at every start.
	const isNews = settlement.outcome !== change.outcome;
	const problem = isNews ? await recordOutcome(change.operation, settlement, edges) : null;
	return {...settlement, change, problem};
}
