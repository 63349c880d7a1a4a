import {pickingView} from '../../ui/state/picking/picking-view.ts';
import {type Journey, tell} from './journey.ts';

/** Mark these rows of a list and no others, and open the form for them. */
export function openMarked(journey: Journey, rows: readonly number[]): void {
	const {open, picking} = journey.store.get();
	if (open === null || picking === null) {
		return;
	}

	const wanted = new Set(rows);
	const view = pickingView(journey.store.get(), open, picking);
	for (const [row, {key}] of view.rows.entries()) {
		if (wanted.has(row) !== picking.marked.has(key)) {
			tell(journey, {type: 'row_chosen', row}, {type: 'command', command: 'tick'});
		}
	}

	tell(journey, {type: 'command', command: 'choose'});
}
