import type {Command} from '../keys/bindings.ts';
import {footerLine} from '../keys/footer.ts';
import type {Line} from '../lines/line.ts';
import type {AppState} from './app-state.ts';
import {contextOf} from './context-of.ts';
import {isRead} from './control/instead-of-attesting.ts';
import {isOnQuestion} from './control/is-on-question.ts';
import {selectedRule} from './control/selection.ts';
import {acceptWords} from './forms/accept-words.ts';
import {whyNotNow} from './not-now.ts';

/** Keys that only some rows answer to; to offer them on the others would promise what the next press takes back. */
const forSomeRows: readonly Command[] = [
	'fix',
	'waive',
	'exempt',
	'confirm',
	'compare',
	'mark',
	'undo',
	'open_page',
	'copy_value',
	'import',
	'whole',
];

/** The footer of the screen, without the keys that would do nothing on the selected row. */
export function footerOf(state: AppState, width: number): Line {
	const {form} = state;
	return footerLine(
		contextOf(state),
		width,
		command => worksNow(state, command),
		command => (form === null || command !== 'accept' ? null : acceptWords(form)),
	);
}

/** Whether a key is worth offering on the selected row: it does something there. */
export function worksNow(state: AppState, command: Command): boolean {
	const attests = command === 'attest' || (command === 'tick' && isOnQuestion(state));
	if (attests && state.picking === null && state.fix === null) {
		// A register of thousands of rows is not looked through for a footer.
		const rule = selectedRule(state);
		return rule !== null && !isRead(rule);
	}

	const {screen, form, fix} = state;
	if (command === 'next_field') {
		return form !== null && form.fields.length > 1;
	}

	if (command === 'whole') {
		return fix?.kind !== 'confirming' || fix.plans.length > 1;
	}

	if (screen.kind === 'start' && state.help === null && (command === 'choose' || command === 'back')) {
		return (screen.opening === null) === (command === 'choose');
	}

	return !forSomeRows.includes(command) || whyNotNow(state, command) === null;
}
