import {footerLine} from './keys/footer.ts';
import {paint} from './lines/paint.ts';
import {layOut} from './screens/lay-out.ts';
import {isTooSmall, type Size, tooSmallLine} from './screens/small-terminal.ts';
import {startFrame} from './screens/start.ts';
import type {AppState} from './state/app-state.ts';
import {startScreen} from './state/start-screen.ts';

/** The alternate screen, empty, the cursor hidden at its top. */
const enter = '\u001B[?1049h\u001B[2J\u001B[H\u001B[?25l';
const home = '\u001B[H';

/**
Put the start screen on the alternate screen, before anything that draws the later ones has been loaded. The
cursor is left at the top, where whoever draws next begins.
*/
export function showFirstFrame(state: AppState, stdout: NodeJS.WriteStream): void {
	const {columns, rows} = state;
	const lines = linesFor(state, {columns, rows}).map(line => paint(line, stdout));
	stdout.write(`${enter}${lines.join('\r\n')}${home}`);
}

function linesFor(state: AppState, size: Size): ReturnType<typeof layOut>['lines'] {
	if (isTooSmall(size)) {
		return [tooSmallLine(size)];
	}

	// Nothing is being opened yet that could be broken off.
	const footer = footerLine('start', size.columns - 2, command => command !== 'back');
	return layOut(startFrame(state, startScreen), size, {message: state.message, footer}).lines;
}
