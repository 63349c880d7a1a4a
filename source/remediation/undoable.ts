import type {Change} from '../types/change.ts';
import {isCovered} from './open-changes.ts';

/** A change and whether it can be taken back; `why` says why not, as words to follow its name. */
export type Undoable = {readonly change: Change; readonly why: string | null};

/** The changes of a session, the latest first, each with whether it can be taken back. */
export function undoables(changes: readonly Change[]): readonly Undoable[] {
	return changes.map((change, index) => ({change, why: whyNot(changes, change, index)})).reverse();
}

/** Why a change cannot be taken back; null when it can. */
export function whyNotUndoable(changes: readonly Change[], change: Change): string | null {
	const index = changes.findIndex(({operation}) => operation === change.operation);
	return index === -1 ? 'not in this session' : whyNot(changes, change, index);
}

function whyNot(changes: readonly Change[], change: Change, index: number): string | null {
	if (change.outcome !== 'applied') {
		return describeOutcome(change);
	}

	if (change.undoes !== null) {
		return 'took another change back';
	}

	const undo = changes.findLast(
		({undoes, outcome}) =>
			undoes === change.operation && (outcome === null || outcome === 'applied' || outcome === 'unknown'),
	);
	if (undo !== undefined) {
		return undo.outcome === 'applied' ? 'already undone' : 'being undone, not known yet how that ended';
	}

	return isCovered(changes, change, index) ? 'a later change of the same property stands over it' : null;
}

function describeOutcome({outcome}: Change): string {
	switch (outcome) {
		case 'failed': {
			return 'failed';
		}

		case 'drifted':
		case 'not_sent': {
			return 'not sent';
		}

		case 'unknown':
		case null: {
			return 'not known how it ended';
		}

		case 'applied': {
			return 'applied';
		}
	}
}
