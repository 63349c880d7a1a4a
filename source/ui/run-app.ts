import type {Edges} from './effects/edges.ts';
import {showFirstFrame} from './show-first-frame.ts';
import type {AppState, Road} from './state/app-state.ts';
import type {Left, Theatre} from './theatre.ts';

const usualScreen = '\u001B[?1049l\u001B[?25h';

/**
Show the wizard on the alternate screen until it is left, going down `road` at once when one is given. Resolves
after everything that was asked to be recorded has been. Rejects when a render throws, the terminal restored.

The start screen stands before Ink is loaded, which takes as long as all the rest; Ink draws over it. What is typed
meanwhile stays with the terminal until somebody reads keys.
*/
export async function runApp(
	initial: AppState,
	road: Road | null,
	edges: Edges,
	theatre: Theatre,
): Promise<Left> {
	const {stdin, stdout} = theatre;
	// Before the first frame: what is typed while it is being drawn would be echoed into it.
	setRawMode(stdin, true);
	try {
		showFirstFrame(initial, stdout);
		const {conduct} = await import('./conduct.tsx');
		return await conduct(initial, road, edges, theatre);
	} catch (error) {
		stdout.write(usualScreen);
		throw error;
	} finally {
		setRawMode(stdin, false);
	}
}

function setRawMode(stdin: NodeJS.ReadStream, raw: boolean): void {
	if (stdin.isTTY && stdin.isRaw !== raw) {
		stdin.setRawMode(raw);
	}
}
