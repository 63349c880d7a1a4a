import type {AppState} from '../../../ui/state/app-state.ts';
import type {ReportScreen} from '../../../ui/state/places.ts';
import {enterWords} from '../enter.ts';
import {noRows, type Page} from '../page.ts';
import {framePage} from './frame-page.ts';

/** The report as it will be saved. Its format is named: on the screen a colour tells it. */
export function reportPage(state: AppState, {format}: ReportScreen): Page {
	const page = framePage(state);
	const name = format === 'json' ? 'JSON' : 'Markdown';
	return {
		...page,
		place: `Report as ${name}`,
		text: [`The report as ${name}:`, ...page.text.slice(2)],
		rows: noRows,
		enter: enterWords('report', null),
	};
}
