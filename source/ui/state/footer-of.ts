import type {Command} from '../keys/bindings.ts';
import {footerLine} from '../keys/footer.ts';
import type {Line} from '../lines/line.ts';
import type {AppState} from './app-state.ts';
import {contextOf} from './context-of.ts';
import {whyNotNow} from './not-now.ts';

/** Keys that only some rows answer to; to offer them on the others would promise what the next press takes back. */
const forSomeRows: readonly Command[] = ['fix', 'exempt', 'compare', 'undo'];

/** The footer of the screen, without the keys that would do nothing on the selected row. */
export function footerOf(state: AppState, width: number): Line {
	return footerLine(
		contextOf(state),
		width,
		command => !forSomeRows.includes(command) || whyNotNow(state, command) === null,
	);
}
