import {render} from 'ink';
import {handOverInput} from '../terminal/hand-over-input.ts';
import {saveMemory} from '../terminal/save-memory.ts';
import {App} from './components/app.tsx';
import type {Edges} from './effects/edges.ts';
import {createEffectRunner} from './effects/run-effects.ts';
import type {AppState, Outcome, Road} from './state/app-state.ts';
import {createStore, type Store} from './store.ts';
import {createSuspension} from './suspension.ts';
import type {Left, Theatre} from './theatre.ts';

/**
Take the wizard from its first frame on until it is left, the usual screen back. Resolves after everything that was
asked to be recorded has been. Rejects when a render throws.
*/
export async function conduct(
	initial: AppState,
	road: Road | null,
	edges: Edges,
	{stdin, stdout, now, signal}: Theatre,
): Promise<Left> {
	saveMemory('stays_open');
	const left = Promise.withResolvers<Outcome>();
	const store: Store = createStore(initial, now, effect => runner.run(effect));
	const guide = bringGuide(edges, store);
	// Whoever waits for it is told; until somebody does, there is nobody to tell.
	guide.catch(() => undefined);
	const suspension = createSuspension(process, wasStopped =>
		store.dispatch(
			wasStopped
				? {type: 'turned'}
				: {type: 'told', message: 'There is no shell here to go back to; q leaves, and all is kept.'},
		),
	);
	const runner = createEffectRunner(
		{...edges, setAside: suspension.begin, open: (way, cancel) => guide.then(() => edges.open(way, cancel))},
		store,
		effect => left.resolve(effect.outcome),
	);
	const interrupt = (): void => store.dispatch({type: 'command', command: 'interrupt'});
	signal.addEventListener('abort', interrupt, {once: true});
	if (signal.aborted) {
		interrupt();
	}

	// Not before somebody is there to read: what is typed until then would be dropped.
	handOverInput(stdin);
	const app = render(<App store={store} suspension={suspension} />, {
		stdin,
		stdout,
		alternateScreen: true,
		incrementalRendering: true,
		maxFps: 60,
		exitOnCtrlC: false,
		interactive: true,
	});
	const ended = app.waitUntilExit();
	try {
		if (road !== null) {
			store.dispatch({type: 'road_chosen', road});
		}

		nameStartRows(edges, store);
		const gone = ended.then((): Outcome => ({kind: 'interrupted'}));
		const outcome = await Promise.race([left.promise, gone]);
		return {outcome, state: store.get()};
	} finally {
		suspension.close();
		signal.removeEventListener('abort', interrupt);
		app.unmount();
		await ended.catch(() => undefined);
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
