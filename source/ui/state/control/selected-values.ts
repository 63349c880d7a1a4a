import {type ClickValueShown, type ClickValues, clickValues, copyable} from '../../../report/click-values.ts';
import type {Click, Control} from '../../../types/control.ts';
import {unansweredProfile} from '../../../types/profile.ts';
import type {AppState} from '../app-state.ts';
import {actRows} from './act-rows.ts';
import {shownControl} from './selection.ts';

/** The values of a click with what the session knows filled in; what it does not know stays as `<words>`. */
export function valuesOf(
	click: Click,
	{fieldMaps}: Pick<Control, 'fieldMaps'>,
	{open}: Pick<AppState, 'open'>,
): ClickValues {
	return clickValues(click, fieldMaps, {
		target: open?.target ?? {kind: 'byHand'},
		profile: open?.session.profile ?? unansweredProfile,
	});
}

/** What of the selected click can be copied: its values, and the address of its page last. */
export function selectedValues(state: AppState): readonly ClickValueShown[] {
	const shown = shownControl(state);
	const row = shown === null ? undefined : actRows(shown.control)[shown.screen.row];
	return shown === null || row?.kind !== 'click' ? [] : copiesOf(row.click, shown.control, state);
}

/**
What of a click can be copied. A single value is copied at once, so the address of the page joins it only where no row
of the screen holds it.
*/
export function copiesOf(
	click: Click,
	control: Pick<Control, 'fieldMaps'>,
	state: Pick<AppState, 'open' | 'columns'>,
): readonly ClickValueShown[] {
	const values = copyable(valuesOf(click, control, state));
	const {url} = click;
	return url === null || (values.length === 1 && url.length < state.columns - 2)
		? values
		: [...values, {label: 'Address of the page', value: url, note: null, named: []}];
}
