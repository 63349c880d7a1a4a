import type {AppState, Open} from '../../../ui/state/app-state.ts';
import type {Picking, PickingOf} from '../../../ui/state/picking/picking.ts';
import {pickingView} from '../../../ui/state/picking/picking-view.ts';
import {numbered, type Page} from '../page.ts';

const places: {readonly [Kind in PickingOf['kind']]: string} = {
	findings: 'Exempt',
	rows: 'Register',
	readings: 'Compare',
	waivers: 'Waivers',
};

/** The rows a person chooses among; naming one opens its form, or the form for all that are marked. */
export function pickingPage(state: AppState, open: Open, picking: Picking): Page {
	const {title, progress, rows, none} = pickingView(state, open, picking);
	const at = Math.min(picking.row, Math.max(rows.length - 1, 0));
	const marked = rows.filter(({key}) => picking.marked.has(key)).length;
	return {
		place: places[picking.of.kind],
		text: [title, ...(progress === '' ? [] : [`${progress}.`]), ...(rows.length === 0 ? [none] : [])],
		rows: numbered(rows, ({key, name, words}) => ({
			text: `${picking.marked.has(key) ? 'marked, ' : ''}${name}${words === '' ? '' : `: ${words}`}`,
		})),
		isListed: true,
		selected: at,
		detail: rows[at]?.detail ?? [],
		enter: marked === 0 ? `opens ${at + 1}` : `opens the form for the ${marked} marked`,
	};
}
