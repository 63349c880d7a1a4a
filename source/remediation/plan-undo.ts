import type {Change, Image} from '../types/change.ts';
import type {ProjectReference} from '../types/facts.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {ChangeTarget, Planned} from './change-plan.ts';
import {describeImage, differencesBetween} from './image.ts';
import {markIntent, placeIn, previewOf} from './property-change.ts';
import {whyNotUndoable} from './undoable.ts';

export type UndoDetails = {
	readonly change: Change;
	/** The resource as just read. */
	readonly current: Image;
	/** Every change of the session. */
	readonly changes: readonly Change[];
	readonly project: ProjectReference;
	readonly target: ChangeTarget;
	readonly operation: string;
	readonly by: SafeText;
};

/**
Plan to take a change back: the same life in reverse. Refused for what was not applied, is taken back already, or is
no longer as the change left it. The request is made anew; what the journal holds of the old one is not used.
*/
export function planUndo(details: UndoDetails): Planned {
	const {change, current, changes, project, target, operation, by} = details;
	const {resource} = change;
	const why = whyNotUndoable(changes, change);
	if (why !== null) {
		return {kind: 'refused', why: `The change of ${resource.name} cannot be undone: ${why}.`};
	}

	const place = placeIn(resource, project, target);
	if (typeof place === 'string') {
		return {kind: 'refused', why: place};
	}

	if (change.desired['sensitive'] !== true || change.before['sensitive'] !== false) {
		return {kind: 'refused', why: `The record of ${resource.name} does not say how it was before.`};
	}

	if (differencesBetween(change.desired, current).length > 0) {
		const found = describeImage(current);
		return {
			kind: 'refused',
			why: `${resource.name} is no longer as this change left it: it is ${found} now. There is nothing to undo.`,
		};
	}

	const intent = markIntent({
		place,
		resource,
		before: current,
		sensitive: false,
		operation,
		undoes: change.operation,
		by,
	});
	return {
		kind: 'planned',
		plan: {
			intent,
			target,
			preview: {
				...previewOf(intent, project, target),
				heading: `Undo: take the mark off ${resource.name}`,
				now: 'classified',
				after: 'not classified: everyone in the project can see its values again',
				consequences: [
					`Reports, filters and exports have ${resource.name} again.`,
					'The rule that personal data is classified finds it open again.',
				],
				undo: 'Classify it again from control 3.2.',
				question: `Take the mark off ${resource.name}?`,
				yes: `Yes, take the mark off ${resource.name}`,
			},
		},
	};
}
