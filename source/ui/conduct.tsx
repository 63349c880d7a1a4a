import type {Instance} from 'ink';
import {saveMemory} from '../terminal/save-memory.ts';
import {App} from './components/app.tsx';
import type {Edges} from './effects/edges.ts';
import {createEffectRunner} from './effects/run-effects.ts';
import type {AppState, Outcome, Road} from './state/app-state.ts';
import {createStore, type Store} from './store.ts';
import type {Left, Theatre} from './theatre.ts';

/** The screen on which the first frame stands. */
export type Stage = {
	readonly rerender: Instance['rerender'];
	/** Settles when the screen is gone; rejects when drawing failed. */
	readonly ended: Promise<unknown>;
	/** Gives the terminal back as it was. Again, it does nothing. */
	readonly restore: () => Promise<void>;
};

/**
Take the wizard from its first frame on until it is left, the terminal restored. Resolves after everything that
was asked to be recorded has been. Rejects when a render throws.
*/
export async function conduct(
	stage: Stage,
	initial: AppState,
	road: Road | null,
	edges: Edges,
	{now, signal}: Theatre,
): Promise<Left> {
	saveMemory('stays_open');
	const left = Promise.withResolvers<Outcome>();
	const store: Store = createStore(initial, now, effect => runner.run(effect));
	const guide = bringGuide(edges, store);
	// Whoever waits for it is told; until somebody does, there is nobody to tell.
	guide.catch(() => undefined);
	const runner = createEffectRunner(
		{...edges, open: (way, cancel) => guide.then(() => edges.open(way, cancel))},
		store,
		effect => left.resolve(effect.outcome),
	);
	const interrupt = (): void => store.dispatch({type: 'command', command: 'interrupt'});
	signal.addEventListener('abort', interrupt, {once: true});
	if (signal.aborted) {
		interrupt();
	}

	try {
		stage.rerender(<App store={store} />);
		if (road !== null) {
			store.dispatch({type: 'road_chosen', road});
		}

		nameStartRows(edges, store);
		const ended = stage.ended.then((): Outcome => ({kind: 'interrupted'}));
		const outcome = await Promise.race([left.promise, ended]);
		return {outcome, state: store.get()};
	} finally {
		signal.removeEventListener('abort', interrupt);
		await stage.restore();
		await runner.close();
	}
}

async function bringGuide(edges: Edges, store: Store): Promise<void> {
	const guide = await edges.guide?.();
	if (guide !== undefined) {
		store.dispatch({type: 'guide_known', ...guide});
	}
}

function nameStartRows(edges: Edges, store: Store): void {
	edges.startRows().then(
		rows => store.dispatch({type: 'start_rows_known', rows}),
		// The rows are there already, only without their names.
		() => undefined,
	);
}
