import type {SessionEvent} from '../../../types/session.ts';
import type {AppState} from '../app-state.ts';
import {worksNow} from '../footer-of.ts';
import {
	beginAssure,
	beginNotOnScreen,
	beginPark,
	proofsOf,
	selectedClick,
	waitOf,
} from '../forms/begin-click-form.ts';
import {recordOrSay} from '../record-or-say.ts';
import {type Step, stay} from '../step.ts';
import {actRows} from './act-rows.ts';
import {clickName} from './click-words.ts';
import {selectedValues} from './selected-values.ts';
import {shownControl} from './selection.ts';

/** Tick the selected click or take the tick back. A click that waited and is done waits no longer. */
export function tick(state: AppState): Step {
	const shown = shownControl(state);
	const click = selectedClick(state);
	if (shown === null || click === null || state.open === null) {
		return stay(state);
	}

	const {control, screen} = shown;
	const done = !state.open.session.ticked.has(click.id);
	const row = done ? Math.min(screen.row + 1, actRows(control).length - 1) : screen.row;
	const moved: AppState =
		state.open.readOnly === null ? {...state, screen: {...screen, row, past: 0}} : state;
	const waited: readonly SessionEvent[] =
		done && waitOf(click, state.open) !== null
			? [{type: 'unparked', control: control.id, click: click.id}]
			: [];
	const open = proofsOf(click, state.open, state.now).filter(({standing}) => standing.kind === 'open').length;
	const unsure =
		open === 0 ? '' : ` ${open} of what should stand before it ${open === 1 ? 'is' : 'are'} open.`;
	return recordOrSay(
		moved,
		[{type: 'click_ticked', click: click.id, done}, ...waited],
		done
			? `Ticked ${clickName(click)}.${unsure} ${afterTick(state)}`
			: `No longer ticked: ${clickName(click)}.`,
	);
}

/** What a tick is, and what follows of it. */
function afterTick(state: AppState): string {
	const says = worksNow(state, 'attest') ? 'a records what you see' : null;
	switch (state.open?.target.kind) {
		case 'simulated': {
			return 'In training nothing changes by it.';
		}

		case 'live': {
			return `A tick is a bookmark: ${says === null ? 'r reads again' : `r reads again, ${says}`}.`;
		}

		default: {
			return `A tick is a bookmark${says === null ? '' : `: ${says}`}.`;
		}
	}
}

/** Open the page nearest to the selected click. In training none is opened, and the reason is said with the address. */
export function openPage(state: AppState): Step {
	const url = selectedClick(state)?.url ?? null;
	if (url === null) {
		return stay({
			...state,
			message: 'This click has no page with an address of its own: take the menu path.',
		});
	}

	return state.open?.target.kind === 'simulated'
		? stay({
				...state,
				message: `Not opened in training: ${url} would show a real organization, not the one you practise on.`,
			})
		: {state, effects: [{type: 'open_page', url}]};
}

/** Put the value of the selected click on the clipboard; of several, let the person choose. */
export function copyValues(state: AppState): Step {
	const [first, second] = selectedValues(state);
	if (first === undefined) {
		return stay({...state, message: 'This click has no value to copy.'});
	}

	return second === undefined
		? {state, effects: [{type: 'copy', text: first.value}]}
		: stay({...state, sheet: {kind: 'values', row: 0}});
}

/** What a person asks for at the selected click besides ticking it. */
export function atClick(state: AppState, command: 'not_on_screen' | 'park' | 'assure' | 'rescue'): Step {
	switch (command) {
		case 'not_on_screen': {
			return beginNotOnScreen(state);
		}

		case 'park': {
			return beginPark(state);
		}

		case 'assure': {
			return beginAssure(state);
		}

		case 'rescue': {
			return showRescueSheet(state);
		}
	}
}

function showRescueSheet(state: AppState): Step {
	const {screen} = state;
	return screen.kind === 'control'
		? stay({...state, sheet: {kind: 'rescue', control: screen.control, row: 0}})
		: stay(state);
}
