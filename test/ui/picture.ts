import {plainText} from '../../source/ui/lines/line.ts';
import {layOut} from '../../source/ui/screens/lay-out.ts';
import {present} from '../../source/ui/screens/present.ts';
import type {AppState} from '../../source/ui/state/app-state.ts';
import {footerOf} from '../../source/ui/state/footer-of.ts';

export const sizes = [
	{columns: 60, rows: 20},
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
] as const;

export type Size = {readonly columns: number; readonly rows: number};

/** The lines of the screen in a terminal of that size, without style and without blanks at their ends. */
export function picture(state: AppState, size: Size): readonly string[] {
	return drawn(state, size).lines.map(line => plainText(line).trimEnd());
}

/** The screen as it is laid out in a terminal of that size. */
export function drawn(state: AppState, size: Size): ReturnType<typeof layOut> {
	return layOut(present({...state, ...size}), size, {
		message: state.message,
		footer: footerOf(state, size.columns - 2),
	});
}
