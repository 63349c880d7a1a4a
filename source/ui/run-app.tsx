import {render} from 'ink';
import {App} from './components/app.tsx';
import type {Edges} from './effects/edges.ts';
import {createEffectRunner} from './effects/run-effects.ts';
import type {AppState, Outcome, Road} from './state/app-state.ts';
import {createStore, type Store} from './store.ts';

/** The streams and the clock the wizard runs on. */
export type Theatre = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly now: () => Date;
	/** Aborted when the process is told to end: the wizard leaves as by an interrupt. */
	readonly signal: AbortSignal;
};

/** How the wizard was left, and what it knew then. */
export type Left = {readonly outcome: Outcome; readonly state: AppState};

/**
Show the wizard on the alternate screen until it is left, going down `road` at once when one is given. Resolves
after everything that was asked to be recorded has been. Rejects when a render throws, the terminal restored.
*/
export async function runApp(
	initial: AppState,
	road: Road | null,
	edges: Edges,
	theatre: Theatre,
): Promise<Left> {
	const left = Promise.withResolvers<Outcome>();
	const store: Store = createStore(initial, theatre.now, effect => runner.run(effect));
	const guide = Promise.withResolvers<void>();
	// Whoever waits for it is told; until somebody does, there is nobody to tell.
	guide.promise.catch(() => undefined);
	const runner = createEffectRunner(
		{...edges, open: (way, cancel) => guide.promise.then(() => edges.open(way, cancel))},
		store,
		effect => left.resolve(effect.outcome),
	);
	const interrupt = (): void => store.dispatch({type: 'command', command: 'interrupt'});
	theatre.signal.addEventListener('abort', interrupt, {once: true});
	if (theatre.signal.aborted) {
		interrupt();
	}

	// Before the first frame: what is typed while it is being drawn would be echoed into it.
	setRawMode(theatre.stdin, true);
	const app = render(<App store={store} />, {
		stdin: theatre.stdin,
		stdout: theatre.stdout,
		alternateScreen: true,
		incrementalRendering: true,
		exitOnCtrlC: false,
		interactive: true,
	});
	try {
		if (road !== null) {
			store.dispatch({type: 'road_chosen', road});
		}

		// After the first frame: it needs neither, and both take a moment.
		const drawn = app.waitUntilRenderFlush();
		drawn.then(() => bringGuide(edges, store)).then(guide.resolve, guide.reject);
		void drawn
			.then(async () => store.dispatch({type: 'start_rows_known', rows: await edges.startRows()}))
			// The rows are there already, only without their names.
			.catch(() => undefined);
		const ended = app.waitUntilExit().then((): Outcome => ({kind: 'interrupted'}));
		const outcome = await Promise.race([left.promise, ended]);
		return {outcome, state: store.get()};
	} finally {
		theatre.signal.removeEventListener('abort', interrupt);
		app.unmount();
		await app.waitUntilExit().catch(() => undefined);
		setRawMode(theatre.stdin, false);
		await runner.close();
	}
}

async function bringGuide(edges: Edges, store: Store): Promise<void> {
	const guide = await edges.guide?.();
	if (guide !== undefined) {
		store.dispatch({type: 'guide_known', ...guide});
	}
}

function setRawMode(stdin: NodeJS.ReadStream, raw: boolean): void {
	if (stdin.isTTY && stdin.isRaw !== raw) {
		stdin.setRawMode(raw);
	}
}
