import {present} from '../../../ui/screens/present.ts';
import type {AppState} from '../../../ui/state/app-state.ts';
import {selectedValues} from '../../../ui/state/control/selected-values.ts';
import type {Sheet} from '../../../ui/state/control/sheet.ts';
import {frameText} from '../frame-text.ts';
import {noRows, numbered, type Page} from '../page.ts';

/** A sheet over the clicks: the rescue sheet and what was found in a file as texts, the values as rows to name. */
export function sheetPage(state: AppState, sheet: Sheet): Page {
	const frame = present(state);
	const heading = frameText(frame.heading).map(line => line.trim());
	return sheet.kind !== 'values'
		? {
				place: sheet.kind === 'rescue' ? `${sheet.control} rescue sheet` : 'Imported file',
				text: [...heading, ...frameText(frame.body.slice(0, frame.body.length))],
				rows: noRows,
				isListed: true,
				selected: 0,
				detail: [],
				enter: sheet.kind === 'rescue' ? 'goes on to the clicks' : 'goes on',
			}
		: {
				place: 'Which value',
				text: heading,
				rows: numbered(selectedValues(state), ({label, value}) => ({text: `${label}: ${value}`})),
				isListed: true,
				selected: sheet.row,
				detail: [],
				enter: `copies ${sheet.row + 1}`,
			};
}
