import type {Click} from '../../types/control.ts';
import {fillTemplate} from '../screens/control/fill-template.ts';
import type {AppState} from './app-state.ts';
import {recordOrSay} from './record-or-say.ts';
import {clicksOf, shownControl} from './selection.ts';
import {type Step, stay} from './step.ts';

/** Tick the selected click or take the tick back. */
export function tick(state: AppState): Step {
	const shown = shownControl(state);
	const clicks = shown === null ? [] : clicksOf(shown.control);
	const click = shown === null ? undefined : clicks[shown.screen.row];
	if (shown === null || click === undefined || state.open === null) {
		return stay(state);
	}

	const done = !state.open.session.ticked.has(click.id);
	const row = done ? Math.min(shown.screen.row + 1, clicks.length - 1) : shown.screen.row;
	const moved: AppState =
		state.open.readOnly === null ? {...state, screen: {...shown.screen, row, past: 0}} : state;
	return recordOrSay(
		moved,
		[{type: 'click_ticked', click: click.id, done}],
		done
			? `${click.id} ticked. A tick is a bookmark; attest (a) to record what you see.`
			: `${click.id} no longer ticked.`,
	);
}

function selectedClick(state: AppState): Click | null {
	const shown = shownControl(state);
	return shown === null ? null : (clicksOf(shown.control)[shown.screen.row] ?? null);
}

/** Open the page nearest to the selected click. */
export function openPage(state: AppState): Step {
	if (state.open?.target.kind === 'simulated') {
		return stay({
			...state,
			message: 'In training no page is opened: it would be one of a real Mixpanel organization.',
		});
	}

	const url = selectedClick(state)?.url ?? null;
	return url === null
		? stay({...state, message: 'This click has no page with an address of its own: take the menu path.'})
		: {state, effects: [{type: 'open_page', url}]};
}

/** Put the values of the selected click on the clipboard. */
export function copyValues(state: AppState): Step {
	const values = selectedClick(state)?.values ?? [];
	return values.length === 0
		? stay({...state, message: 'This click has no value to enter.'})
		: {
				state,
				effects: [{type: 'copy', text: values.map(value => fillTemplate(value.template, state)).join('\n')}],
			};
}
