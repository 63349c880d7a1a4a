import type {Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';
import {afterClicks} from '../../state/control/still-failing.ts';

/** What to do about a rule whose clicks are all ticked and that fails all the same; null asks for the control as a whole. */
export function afterClicksLines(
	state: AppState,
	rule: string | null,
	width: number,
	indent = 1,
): readonly Line[] {
	const words = afterClicks(state, rule);
	return words === null ? [] : paragraph(words, width, {indent, style: {tone: 'warn'}});
}
