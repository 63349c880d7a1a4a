import {render} from 'ink';
import {StartView} from './components/start-view.tsx';
import type {Edges} from './effects/edges.ts';
import type {AppState, Road} from './state/app-state.ts';
import type {Left, Theatre} from './theatre.ts';

/**
Show the wizard on the alternate screen until it is left, going down `road` at once when one is given. Resolves
after everything that was asked to be recorded has been. Rejects when a render throws, the terminal restored.

The start screen is drawn with as little as possible loaded; the rest of the wizard comes behind it. What is typed
meanwhile stays with the terminal until somebody reads keys.
*/
export async function runApp(
	initial: AppState,
	road: Road | null,
	edges: Edges,
	theatre: Theatre,
): Promise<Left> {
	// Before the first frame: what is typed while it is being drawn would be echoed into it.
	setRawMode(theatre.stdin, true);
	const app = render(<StartView state={initial} />, {
		stdin: theatre.stdin,
		stdout: theatre.stdout,
		alternateScreen: true,
		incrementalRendering: true,
		maxFps: 60,
		exitOnCtrlC: false,
		interactive: true,
	});
	const ended = app.waitUntilExit();
	// It is looked at below, after what comes first; until then it must not count as unnoticed.
	ended.catch(() => undefined);
	const restore = async (): Promise<void> => {
		app.unmount();
		await ended.catch(() => undefined);
		setRawMode(theatre.stdin, false);
	};
	try {
		await app.waitUntilRenderFlush();
		const {conduct} = await import('./conduct.tsx');
		return await conduct({rerender: app.rerender, ended, restore}, initial, road, edges, theatre);
	} finally {
		await restore();
	}
}

function setRawMode(stdin: NodeJS.ReadStream, raw: boolean): void {
	if (stdin.isTTY && stdin.isRaw !== raw) {
		stdin.setRawMode(raw);
	}
}
