import type {Change} from '../../types/change.ts';
import type {ReportChange} from './report-document.ts';

/** A change of the journal, and whether a later one took it back. */
export function reportChange(change: Change, all: readonly Change[]): ReportChange {
	const back = all.findLast(({undoes}) => undoes === change.operation);
	const {request, resource} = change;
	return {
		operation: change.operation,
		fix: change.fix,
		control: change.control,
		rule: change.rule,
		resource: {type: resource.type, id: resource.id, name: resource.name},
		request: {method: request.method, path: request.path, body: request.body},
		before: change.before,
		desired: change.desired,
		undoes: change.undoes,
		by: change.by,
		at: change.at,
		outcome: change.outcome,
		detail: change.detail,
		settledAt: change.settledAt,
		undo: undoOf(back),
	};
}

function undoOf(back: Change | undefined): ReportChange['undo'] {
	switch (back?.outcome) {
		case undefined:
		case 'not_sent':
		case 'drifted': {
			return 'none';
		}

		case null:
		case 'unknown': {
			return 'open';
		}

		case 'applied': {
			return 'undone';
		}

		case 'failed': {
			return 'failed';
		}
	}
}
