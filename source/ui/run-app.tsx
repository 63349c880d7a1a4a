import {render} from 'ink';
import {App} from './components/app.tsx';
import type {AppState, Outcome} from './state/app-state.ts';
import type {Effect} from './state/effect.ts';
import {createStore, type Store} from './store.ts';

/** The streams and the clock the wizard runs on. */
export type Stage = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly now: () => Date;
	/** Aborted when the process is told to end: the wizard leaves as by an interrupt. */
	readonly signal: AbortSignal;
};

/** The edges: does what the reducer asks for and tells the store what came of it. */
export type RunEffects = (store: Store) => (effect: Exclude<Effect, {type: 'leave'}>) => Promise<void>;

/**
Show the wizard on the alternate screen until it is left; resolves to how it ended and the last state, after
everything that was asked to be recorded has been.
*/
export async function runApp(
	initial: AppState,
	stage: Stage,
	runEffects: RunEffects,
): Promise<{readonly outcome: Outcome; readonly state: AppState}> {
	const left = Promise.withResolvers<Outcome>();
	let recording = Promise.resolve();
	const store = createStore(initial, stage.now, effect => {
		if (effect.type === 'leave') {
			void recording.then(() => left.resolve(effect.outcome));
			return;
		}

		const done = perform(effect);
		recording = effect.type === 'record' ? recording.then(() => done) : recording;
	});
	const perform = runEffects(store);
	const interrupt = (): void => store.dispatch({type: 'command', command: 'interrupt'});
	stage.signal.addEventListener('abort', interrupt, {once: true});
	const app = render(<App store={store} />, {
		stdin: stage.stdin,
		stdout: stage.stdout,
		alternateScreen: true,
		incrementalRendering: true,
		exitOnCtrlC: false,
		interactive: true,
	});
	try {
		// The app ends by itself only when a render throws: the rejection then wins over `left`.
		const outcome = await Promise.race([
			left.promise,
			app.waitUntilExit().then((): Outcome => ({kind: 'quit'})),
		]);
		return {outcome, state: store.get()};
	} finally {
		stage.signal.removeEventListener('abort', interrupt);
		app.unmount();
		await app.waitUntilExit().catch(() => undefined);
	}
}
